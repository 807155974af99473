import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openPlanFile } from "../../plan/file/plan-file.ts";
import type { ReadBack } from "../../plan/table/read-back.ts";
import type { FakeSheetHost } from "./fake-sheet-host.fixture.ts";
import { inWorkbook, quiet, refusingStorage } from "./planner-keeper.fixture.ts";
import type { PlannerKeeper } from "./planner-keeper.ts";
import { isUntouched } from "./table-state.ts";

// What the keeper loads by need is there at once, as on the second time.
beforeAll(() =>
  Promise.all([import("../../plan/table/read-back.ts"), import("../../plan/table/plan-table.ts")]),
);
beforeEach(() => {
  // A workbook's plan is copied into the browser: here the browser refuses, and nothing depends on it.
  vi.stubGlobal("localStorage", refusingStorage);
});
afterEach(() => vi.unstubAllGlobals());

const autumn = "9.20官方大促";
const summer = "6.28官方大促";

const opened = (keeper: PlannerKeeper) => {
  const { state } = keeper.snapshot();
  if (state === "loading" || !("opened" in state)) throw new Error("no plan is open");
  return state.opened;
};
const activityOf = (keeper: PlannerKeeper, name: string) => {
  const found = opened(keeper).history.document.plans[0]?.activities.find(
    ({ activity }) => activity === name,
  );
  if (!found) throw new Error(`no activity ${name}`);
  return found;
};
const ownerOf = (keeper: PlannerKeeper, name = autumn) => activityOf(keeper, name).owner;
const givesTo = (keeper: PlannerKeeper, owner: string, name = autumn) =>
  keeper.run({ kind: "change-activity", year: 2026, activity: { ...activityOf(keeper, name), owner } });

/** The owner that the table shows. */
const ownerInTable = ({ table }: FakeSheetHost, name = autumn) =>
  table?.rows.find((row) => row.includes(name))?.[table.headers.indexOf("负责人")] ?? "";

/** What the table is said to hold: 一致, the edits, how many conflicts; or that it could not be read. */
const tableSays = (keeper: PlannerKeeper) => {
  const { state } = keeper.snapshot().table;
  if (state.kind !== "read") return state.kind === "unreadable" ? state.problem : state.kind;
  const { edits, conflicts } = state.found;
  if (isUntouched(state.found)) return "一致";
  return [
    ...edits.map((edit) => (edit.kind === "change" ? `${edit.column}：${edit.to}` : edit.kind)),
    ...conflicts.map(({ key }) => `冲突 ${key}`),
  ].join("，");
};
const foundBy = (keeper: PlannerKeeper): ReadBack => {
  const { state } = keeper.snapshot().table;
  if (state.kind !== "read") throw new Error("the table was not read");
  return state.found;
};

/** The base that the workbook keeps: what is known to stand in its table. */
const keptBase = ({ document }: FakeSheetHost) => {
  const plan = openPlanFile(JSON.stringify(document), 2026);
  return plan.kind === "open" ? plan.file.written : undefined;
};

async function opening() {
  const all = inWorkbook();
  all.keeper.start();
  await quiet();
  return all;
}

async function written() {
  const all = await opening();
  await all.keeper.writeTable(2026);
  await quiet();
  all.host.calls.length = 0;
  return all;
}

describe("writing the table", () => {
  it("records what was written, watches it, shows it and tells where it stands", async () => {
    const { keeper, host } = await opening();
    expect(tableSays(keeper)).toBe("unwritten");
    expect(host.watches).toBe(0);
    expect(await keeper.writeTable(2026)).toMatchObject({
      isProblem: false,
      words: { zh: "2026 年的计划已写入 年度活动表!A1。" },
    });
    await quiet();
    expect(tableSays(keeper)).toBe("一致");
    expect(host.watches).toBe(1);
    expect(Object.keys(keptBase(host)?.rows ?? {})).toHaveLength(host.table?.rows.length ?? 0);
    keeper.stop();
    expect(host.watches).toBe(0);
  });

  it("keeps edits by hand that were not read back, also the newest, unless they are given up", async () => {
    const { keeper, host } = await written();
    host.enters(autumn, "负责人", "小王");
    // Nothing has been read yet when the button is pressed.
    expect(await keeper.writeTable(2026)).toMatchObject({
      isProblem: true,
      words: { zh: expect.stringContaining("还没有读回的改动，没有覆盖") },
    });
    expect(ownerInTable(host)).toBe("小王");
    expect(await keeper.writeTable(2026, true)).toMatchObject({ isProblem: false });
    expect(ownerInTable(host)).toBe("");
    await quiet();
    expect(tableSays(keeper)).toBe("一致");
  });

  it("writes the plan as it is when the table has been read, not as it was when the button was pressed", async () => {
    const { keeper, host } = await written();
    const release = host.hold("readTable");
    const writing = keeper.writeTable(2026);
    await quiet();
    givesTo(keeper, "小李");
    release();
    await writing;
    expect(ownerInTable(host)).toBe("小李");
  });

  it("does one thing at a time", async () => {
    const { keeper, host } = await written();
    const release = host.hold("writeTable");
    const writing = keeper.writeTable(2026);
    await quiet();
    expect(keeper.snapshot().table.isBusy).toBe(true);
    expect(await keeper.writeTable(2026)).toBeUndefined();
    release();
    await writing;
    expect(keeper.snapshot().table.isBusy).toBe(false);
    expect(host.calls.filter((call) => call === "writeTable")).toHaveLength(1);
  });

  it("tells why it was refused, and can be tried again", async () => {
    const { keeper, host } = await opening();
    host.refuse("writeTable", { problem: "工作表受保护" });
    expect(await keeper.writeTable(2026)).toEqual({
      isProblem: true,
      words: { zh: "工作表受保护", en: "工作表受保护" },
    });
    host.refuse("writeTable", new Error("closed"));
    expect(await keeper.writeTable(2026)).toMatchObject({
      isProblem: true,
      words: { zh: expect.stringContaining("表格没有写成，请再试一次") },
    });
    host.refuse("readTable", new Error("closed"));
    expect(await keeper.writeTable(2026)).toMatchObject({ isProblem: true });
    expect(keptBase(host)).toBeUndefined();
    expect(keeper.snapshot().table.isBusy).toBe(false);
    expect(await keeper.writeTable(2026)).toMatchObject({ isProblem: false });
  });

  it("is done although its sheet could not be shown", async () => {
    const { keeper, host } = await opening();
    host.refuse("showSheet", new Error("hidden"));
    expect(await keeper.writeTable(2026)).toMatchObject({ isProblem: false });
  });

  it("leaves a year without a plan alone", async () => {
    const { keeper, host } = await opening();
    expect(await keeper.writeTable(2031)).toBeUndefined();
    expect(host.table).toBeUndefined();
  });
});

describe("while the table is being written", () => {
  /** The table stands already, and the answer is still to come. */
  async function underWay() {
    const all = await written();
    givesTo(all.keeper, "小李");
    await quiet();
    const release = all.host.hold("writeTable");
    const writing = all.keeper.writeTable(2026);
    await quiet();
    const finish = async () => {
      release();
      await writing;
      await quiet();
    };
    return { ...all, finish };
  }

  it("an undo is no edit by hand: the table holds what was written, the plan what it is now", async () => {
    const { keeper, host, finish } = await underWay();
    keeper.undo();
    await finish();
    expect(ownerOf(keeper)).toBe("");
    expect(ownerInTable(host)).toBe("小李");
    expect(tableSays(keeper)).toBe("一致");
    expect(Object.values(keptBase(host)?.rows ?? {}).some(({ owner }) => owner === "小李")).toBe(true);
    // Writing it anew brings the table to the plan, and asks nothing.
    expect(await keeper.writeTable(2026)).toMatchObject({ isProblem: false });
    expect(ownerInTable(host)).toBe("");
  });

  it("an edit by hand is shown when the writing is done, never compared with what stood there before", async () => {
    const { keeper, host, finish } = await underWay();
    const seen = new Set<string>();
    keeper.subscribe(() => seen.add(tableSays(keeper)));
    host.enters(summer, "负责人", "小王");
    await quiet();
    expect(seen).toEqual(new Set());
    await finish();
    expect(tableSays(keeper)).toBe("owner：小王");
    expect([...seen].filter((say) => say.includes("冲突"))).toEqual([]);
  });

  it("an answer to a look from before says nothing of the new table", async () => {
    const { keeper, host } = await written();
    const releaseRead = host.hold("readTable");
    host.tells();
    const release = host.hold("writeTable");
    const writing = keeper.writeTable(2026);
    await quiet();
    const seen = new Set<string>();
    keeper.subscribe(() => seen.add(tableSays(keeper)));
    releaseRead();
    await quiet();
    release();
    await writing;
    await quiet();
    expect(seen).toEqual(new Set(["一致"]));
  });

  it("a look that began meanwhile is not compared with what was written before", async () => {
    const { keeper, host } = await written();
    givesTo(keeper, "小李");
    await quiet();
    const seen = new Set<string>();
    keeper.subscribe(() => seen.add(tableSays(keeper)));
    const releaseFirst = host.hold("readTable");
    const releaseSecond = host.hold("readTable", true);
    const release = host.hold("writeTable");
    const writing = keeper.writeTable(2026);
    await quiet();
    host.tells();
    releaseFirst();
    await quiet();
    expect(ownerInTable(host)).toBe("小李");
    releaseSecond();
    await quiet();
    // The plan is changed on: what the table holds would now be taken for an edit.
    givesTo(keeper, "小张");
    await quiet();
    release();
    await writing;
    await quiet();
    expect(seen).toEqual(new Set(["一致"]));
  });

  it("what was read before is not compared with what was written after", async () => {
    const { keeper, host, finish } = await underWay();
    const release = host.hold("readTable");
    await finish();
    givesTo(keeper, "小张");
    await quiet();
    expect(tableSays(keeper)).toBe("一致");
    release();
    await quiet();
    expect(tableSays(keeper)).toBe("一致");
  });

  it("a table that is deleted or renamed is missed when it is done, and found again when it is back", async () => {
    const { keeper, host, finish } = await underWay();
    const table = host.loses();
    await finish();
    expect(tableSays(keeper)).toBe("没有这张表");
    host.table = table;
    keeper.attend();
    await quiet();
    expect(tableSays(keeper)).toBe("一致");
    host.enters(autumn, "负责人", "小王");
    await quiet();
    expect(tableSays(keeper)).toBe("owner：小王");
    expect(host.watches).toBe(1);
  });

  it("a stop loses nothing: what was written is known when the plan is opened again", async () => {
    const { keeper, host, finish } = await underWay();
    keeper.stop();
    await finish();
    expect(host.watches).toBe(0);
    expect(Object.values(keptBase(host)?.rows ?? {}).some(({ owner }) => owner === "小李")).toBe(true);
    const next = inWorkbook(host);
    next.keeper.start();
    await quiet();
    expect(tableSays(next.keeper)).toBe("一致");
  });

  it("a reload loses nothing either", async () => {
    const { keeper, host, finish } = await underWay();
    keeper.reload();
    await quiet();
    await finish();
    expect(tableSays(keeper)).toBe("一致");
    expect(ownerOf(keeper)).toBe("小李");
    expect(host.watches).toBe(1);
  });

  it("a refusal leaves what the merchant typed meanwhile to be read back", async () => {
    for (const problem of [{ problem: "工作表受保护" }, new Error("busy")]) {
      const { keeper, host } = await written();
      const release = host.hold("writeTable");
      host.refuse("writeTable", problem);
      const writing = keeper.writeTable(2026);
      await quiet();
      host.enters(autumn, "负责人", "小王");
      release();
      await writing;
      await quiet();
      expect(tableSays(keeper)).toBe("owner：小王");
    }
  });
});

describe("watching the table", () => {
  it("shows an edit by hand, and that the table is gone", async () => {
    const { keeper, host } = await written();
    host.enters(autumn, "负责人", "小王");
    await quiet();
    expect(tableSays(keeper)).toBe("owner：小王");
    const table = host.loses();
    await quiet();
    expect(tableSays(keeper)).toBe("没有这张表");
    // The merchant takes the deletion back, which no host tells.
    host.table = table;
    keeper.attend();
    await quiet();
    expect(tableSays(keeper)).toBe("owner：小王");
    expect(host.watches).toBe(1);
  });

  it("goes by the last look, whichever answers last", async () => {
    const { keeper, host } = await written();
    const release = host.hold("readTable");
    host.enters(autumn, "负责人", "小王");
    host.enters(autumn, "负责人", "小李");
    await quiet();
    expect(tableSays(keeper)).toBe("owner：小李");
    release();
    await quiet();
    expect(tableSays(keeper)).toBe("owner：小李");
  });

  it("says why the table could not be read, and reads it at the next change", async () => {
    const { keeper, host } = await written();
    host.refuse("readTable", new Error("busy"));
    host.tells();
    await quiet();
    expect(tableSays(keeper)).toBe("表格没有读成，请再试一次。原因：Error: busy");
    host.tells();
    await quiet();
    expect(tableSays(keeper)).toBe("一致");
  });

  it("that the host refused or broke off is begun anew when somebody turns to the pane, or by the hour", async () => {
    for (const problem of [{ problem: "忙" }, new Error("busy")]) {
      const { keeper, host, clock } = await written();
      keeper.stop();
      host.refuse("watchTable", problem);
      keeper.start();
      await quiet();
      expect(host.watches).toBe(0);
      host.enters(autumn, "负责人", "小王");
      await quiet();
      expect(tableSays(keeper)).toBe("一致");
      clock.waiting.shift()?.call();
      await quiet();
      expect(host.watches).toBe(1);
      expect(tableSays(keeper)).toBe("owner：小王");
    }
  });

  it("that is granted after the stop is given back", async () => {
    const { keeper, host } = await written();
    keeper.stop();
    const release = host.hold("watchTable");
    keeper.start();
    await quiet();
    keeper.stop();
    release();
    await quiet();
    expect(host.watches).toBe(0);
    expect(tableSays(keeper)).toBe("looking");
  });

  it("ends with the stop, however far the last look had come", async () => {
    for (let turns = 0; turns < 30; turns++) {
      const { keeper, host } = await written();
      host.tells();
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      keeper.stop();
      await quiet();
      expect(tableSays(keeper)).toBe("looking");
    }
  });

  it("ends with an answer that comes after the stop", async () => {
    const { keeper, host } = await written();
    const release = host.hold("readTable");
    host.enters(autumn, "负责人", "小王");
    await quiet();
    keeper.stop();
    release();
    await quiet();
    expect(tableSays(keeper)).toBe("looking");
  });
});

describe("reading the table back", () => {
  it("brings the edits and new rows into the plan as one step, and writes the table anew", async () => {
    const { keeper, host } = await written();
    host.enters(autumn, "负责人", "小王");
    host.typesBelow({ 活动: "周年庆", 开始: 46300, 结束: 46301 });
    await quiet();
    const seen = foundBy(keeper);
    expect(await keeper.takeTableEdits(seen, new Map())).toMatchObject({ isProblem: false });
    await quiet();
    expect(ownerOf(keeper)).toBe("小王");
    expect(activityOf(keeper, "周年庆").days).toBe(2);
    expect(host.table?.below).toEqual([]);
    expect(tableSays(keeper)).toBe("一致");
    keeper.undo();
    expect(ownerOf(keeper)).toBe("");
  });

  it("leaves plan and table as they were where the host refuses, and brings each edit in once when it is tried again", async () => {
    for (const problem of [{ problem: "工作表受保护" }, new Error("busy")]) {
      const { host, keeper } = await written();
      host.enters(autumn, "负责人", "小红");
      host.typesBelow({ 活动: "自办活动", 开始: 46300, 结束: 46301 });
      await quiet();
      const before = opened(keeper).history;
      host.refuse("writeTable", problem);
      const told = await keeper.takeTableEdits(foundBy(keeper), new Map());
      expect(told?.isProblem).toBe(true);
      await quiet();
      expect(opened(keeper).history).toBe(before);
      expect(tableSays(keeper)).not.toBe("一致");
      await keeper.takeTableEdits(foundBy(keeper), new Map());
      await quiet();
      expect(ownerOf(keeper)).toBe("小红");
      const names =
        opened(keeper).history.document.plans[0]?.activities.map(({ activity }) => activity) ?? [];
      expect(names.filter((name) => name === "自办活动")).toHaveLength(1);
      expect(tableSays(keeper)).toBe("一致");
      keeper.stop();
    }
  });

  it("leaves the plan's own edits alone that the table does not show yet, kept or not", async () => {
    const { keeper, host } = await written();
    const release = host.hold("writeDocument");
    givesTo(keeper, "小李", summer);
    host.enters(autumn, "负责人", "小王");
    await quiet();
    expect(tableSays(keeper)).toBe("owner：小王");
    await keeper.takeTableEdits(foundBy(keeper), new Map());
    release();
    await quiet();
    expect([ownerOf(keeper, summer), ownerOf(keeper)]).toEqual(["小李", "小王"]);
    expect([ownerInTable(host, summer), ownerInTable(host)]).toEqual(["小李", "小王"]);
    expect(tableSays(keeper)).toBe("一致");
    const next = inWorkbook(host);
    next.keeper.start();
    await quiet();
    expect([ownerOf(next.keeper, summer), ownerOf(next.keeper)]).toEqual(["小李", "小王"]);
  });

  it("keeps an edit of the plan that is made while the table is read for it", async () => {
    const { keeper, host } = await written();
    host.enters(autumn, "负责人", "小王");
    await quiet();
    const seen = foundBy(keeper);
    const release = host.hold("readTable");
    const taking = keeper.takeTableEdits(seen, new Map());
    await quiet();
    keeper.run({
      kind: "change-activity",
      year: 2026,
      activity: { ...activityOf(keeper, autumn), note: "早点备货" },
    });
    release();
    await taking;
    await quiet();
    expect(activityOf(keeper, autumn)).toMatchObject({ owner: "小王", note: "早点备货" });
    expect(tableSays(keeper)).toBe("一致");
  });

  it("asks once more where something else has to be decided than was shown", async () => {
    const { keeper, host } = await written();
    host.enters(autumn, "负责人", "小王");
    await quiet();
    const seen = foundBy(keeper);
    givesTo(keeper, "小李");
    expect(await keeper.takeTableEdits(seen, new Map())).toMatchObject({
      isProblem: true,
      words: { zh: expect.stringContaining("要决定的地方变了，没有读回") },
    });
    expect(ownerOf(keeper)).toBe("小李");
    await quiet();
    const [conflict] = foundBy(keeper).conflicts;
    if (!conflict) throw new Error("no conflict");
    await keeper.takeTableEdits(foundBy(keeper), new Map([[conflict.key, "table"]]));
    await quiet();
    expect([ownerOf(keeper), ownerInTable(host)]).toEqual(["小王", "小王"]);
  });

  it("takes the newest edits too, where nothing is to be decided about them", async () => {
    const { keeper, host } = await written();
    host.enters(autumn, "负责人", "小王");
    await quiet();
    const seen = foundBy(keeper);
    host.enters(summer, "负责人", "小张");
    await keeper.takeTableEdits(seen, new Map());
    expect([ownerOf(keeper, summer), ownerOf(keeper)]).toEqual(["小张", "小王"]);
  });

  it("changes nothing where the table is gone", async () => {
    const { keeper, host } = await written();
    host.enters(autumn, "负责人", "小王");
    await quiet();
    const seen = foundBy(keeper);
    host.loses();
    expect(await keeper.takeTableEdits(seen, new Map())).toBeUndefined();
    await quiet();
    expect(ownerOf(keeper)).toBe("");
    expect(tableSays(keeper)).toBe("没有这张表");
  });
});
