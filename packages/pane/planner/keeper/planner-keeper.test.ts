import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { newerPlan, openPlanFile, planFileText } from "../../plan/file/plan-file.ts";
import { newPlan } from "../../plan/model/new-plan.ts";
import { onDay } from "../../plan/model/on-day.fixture.ts";
import type { PlanCommand } from "../../plan/model/plan-command.ts";
import type { PlanDocument } from "../../plan/model/plan-document.ts";
import type { JsonValue } from "../../sheet-host/sheet-host.ts";
import type { FakeSheetHost } from "./fake-sheet-host.fixture.ts";
import type { PlanStore } from "./plan-store.ts";
import { inWorkbook, keeperOf, quiet, refusingStorage } from "./planner-keeper.fixture.ts";
import type { PlannerKeeper } from "./planner-keeper.ts";

beforeEach(() => {
  // A workbook's plan is copied into the browser: here the browser refuses, and nothing depends on it.
  vi.stubGlobal("localStorage", refusingStorage);
});
afterEach(() => vi.unstubAllGlobals());

/** A plan of 2026 whose assumption of the days of production tells it from others. */
const planOf = (production: number): PlanDocument => {
  const plan = newPlan(2026);
  return { ...plan, assumptions: { ...plan.assumptions, production } };
};
const kept = (document: PlanDocument) => JSON.parse(planFileText({ document })) as JsonValue;

const toDays = (production: number): PlanCommand => ({
  kind: "set-assumptions",
  assumptions: { closedBefore: 14, closedAfter: 14, production },
});

/** The days of production of the plan on show; what is shown instead. */
const shown = (keeper: PlannerKeeper) => {
  const { state } = keeper.snapshot();
  if (state === "loading") return state;
  return "trouble" in state ? state.trouble.problem : state.opened.history.document.assumptions.production;
};

/** The days of production of each plan that was kept. */
const keptDays = ({ documents }: FakeSheetHost) =>
  documents.map((document) => {
    const plan = openPlanFile(JSON.stringify(document), 2026);
    return plan.kind === "open" ? plan.file.document.assumptions.production : plan.kind;
  });

describe("what the keeper shows", () => {
  it("is the same object until something changes, and nothing happens before it is started", async () => {
    const { keeper, host } = inWorkbook();
    const told = vi.fn();
    const unsubscribe = keeper.subscribe(told);
    const before = keeper.snapshot();
    await quiet();
    expect(keeper.snapshot()).toBe(before);
    expect(host.calls).toEqual([]);

    keeper.start();
    await quiet();
    expect(told).toHaveBeenCalled();
    const opened = keeper.snapshot();
    expect(opened).not.toBe(before);
    expect(keeper.snapshot()).toBe(opened);
    // Undoing nothing changes nothing.
    keeper.undo();
    expect(keeper.snapshot()).toBe(opened);
    keeper.run(toDays(30));
    expect(keeper.snapshot()).not.toBe(opened);

    unsubscribe();
    told.mockClear();
    keeper.run(toDays(31));
    expect(told).not.toHaveBeenCalled();
  });

  it("is changed before an action has returned, so that a field never shows what it was", async () => {
    const { keeper } = inWorkbook();
    keeper.start();
    await quiet();
    keeper.run(toDays(30));
    expect(shown(keeper)).toBe(30);
    keeper.undo();
    expect(shown(keeper)).toBe(21);
    keeper.redo();
    expect(shown(keeper)).toBe(30);
    keeper.showYear(2027);
    expect(keeper.snapshot().state).toMatchObject({ opened: { history: { document: { year: 2027 } } } });
  });
});

describe("opening a plan", () => {
  it("takes what the workbook keeps, and begins anew where nothing is kept", async () => {
    const { keeper, host } = inWorkbook();
    host.document = kept(planOf(40));
    keeper.start();
    expect(shown(keeper)).toBe("loading");
    await quiet();
    expect(shown(keeper)).toBe(40);

    const empty = inWorkbook();
    empty.keeper.start();
    await quiet();
    expect(shown(empty.keeper)).toBe(21);
    // Looking is no change: nothing is written.
    expect(empty.host.documents).toEqual([]);
  });

  it("goes on with the browser's plan where the workbook has none, and says so until the workbook keeps one", async () => {
    const isFromBrowser = ({ state }: ReturnType<PlannerKeeper["snapshot"]>) =>
      state !== "loading" && "opened" in state && state.opened.isFromBrowser;
    for (const keeps of ["an edit", "another pane"]) {
      const text = planFileText({ document: planOf(50) });
      vi.stubGlobal("localStorage", { ...refusingStorage, getItem: () => text });
      const { keeper, host } = inWorkbook();
      keeper.start();
      await quiet();
      expect([shown(keeper), isFromBrowser(keeper.snapshot())]).toEqual([50, true]);
      expect(host.documents).toEqual([]);
      if (keeps === "an edit") keeper.run(toDays(51));
      else {
        host.document = kept(planOf(50));
        keeper.reload();
      }
      await quiet();
      expect(isFromBrowser(keeper.snapshot())).toBe(false);
      expect(keptDays(host)).toEqual(keeps === "an edit" ? [51] : []);
    }
  });

  it("goes by the last of two openings, whichever answers last", async () => {
    const { keeper, host } = inWorkbook();
    host.document = kept(planOf(40));
    const release = host.hold("readDocument");
    keeper.start();
    await quiet();
    host.document = kept(planOf(41));
    keeper.reload();
    await quiet();
    expect(shown(keeper)).toBe(41);
    release();
    await quiet();
    expect(shown(keeper)).toBe(41);
  });

  it("ignores an answer that comes after it was stopped, and opens when it is started again", async () => {
    const { keeper, host } = inWorkbook();
    const release = host.hold("readDocument");
    keeper.start();
    await quiet();
    keeper.stop();
    release();
    await quiet();
    expect(shown(keeper)).toBe("loading");
    keeper.start();
    await quiet();
    expect(shown(keeper)).toBe(21);
  });

  it("says why the host did not answer, and opens at the next try", async () => {
    const { keeper, host } = inWorkbook();
    host.refuse("readDocument", new Error("offline"));
    keeper.start();
    await quiet();
    expect(shown(keeper)).toMatchObject({ zh: expect.stringContaining("活动计划没有打开，请再试一次") });
    // A plan that is not open cannot be changed.
    keeper.run(toDays(30));
    await quiet();
    expect(host.documents).toEqual([]);
    keeper.reload();
    await quiet();
    expect(shown(keeper)).toBe(21);
  });

  it("offers to mend a damaged plan; the damaged text is put aside before it is replaced", async () => {
    const { keeper, host, putAside } = inWorkbook();
    const whole = kept(planOf(40)) as Record<string, JsonValue>;
    host.document = { ...whole, document: { ...(whole["document"] as object), shop: "?" } };
    const damaged = JSON.stringify(host.document);
    keeper.start();
    await quiet();
    const { state } = keeper.snapshot();
    if (state === "loading" || !("trouble" in state)) throw new Error("it was opened");
    expect(state.trouble.faults.join()).toContain("店铺指标");
    expect(host.documents).toEqual([]);
    const [repair] = state.trouble.remedies;
    if (!repair) throw new Error("nothing is offered");
    keeper.remedy(repair.file, state.trouble.text);
    expect(putAside).toEqual([damaged]);
    expect(shown(keeper)).toBe(40);
    await quiet();
    expect(keptDays(host)).toEqual([40]);
  });

  it("goes on with the remedy that was taken while the plan was read once more", async () => {
    const { keeper, host } = inWorkbook();
    host.refuse("readDocument", { problem: "已损坏" });
    keeper.start();
    await quiet();
    const release = host.hold("readDocument");
    keeper.reload();
    await quiet();
    keeper.remedy({ document: planOf(33) }, undefined);
    release();
    await quiet();
    expect(shown(keeper)).toBe(33);
    expect(keptDays(host)).toEqual([33]);
  });

  it("neither opens nor replaces what a later version kept", async () => {
    const { keeper, host } = inWorkbook();
    host.refuse("readDocument", { problem: "newer", isNewer: true });
    keeper.start();
    await quiet();
    expect(shown(keeper)).toBe(newerPlan);
    keeper.run(toDays(30));
    await quiet();
    expect(host.calls).not.toContain("writeDocument");
  });
});

describe("keeping a plan", () => {
  it("keeps one after the other, and of the edits made meanwhile only the last", async () => {
    const { keeper, host } = inWorkbook();
    keeper.start();
    await quiet();
    const release = host.hold("writeDocument");
    for (const days of [30, 31, 32, 33]) keeper.run(toDays(days));
    keeper.undo();
    await quiet();
    expect(host.documents).toEqual([]);
    release();
    await quiet();
    expect(keptDays(host)).toEqual([30, 32]);
    expect(shown(keeper)).toBe(32);
  });

  it("says why a plan was not kept until one is kept again", async () => {
    const { keeper, host } = inWorkbook();
    keeper.start();
    await quiet();
    host.refuse("writeDocument", { problem: "工作簿已满" });
    keeper.run(toDays(30));
    await quiet();
    expect(keeper.snapshot().saveProblem).toEqual({ zh: "工作簿已满", en: "工作簿已满" });
    host.refuse("writeDocument", new Error("gone"));
    keeper.run(toDays(31));
    await quiet();
    expect(keeper.snapshot().saveProblem?.zh).toContain("计划没有保存，请再改一次试试");
    keeper.run(toDays(32));
    await quiet();
    expect(keeper.snapshot().saveProblem).toBeUndefined();
    expect(keptDays(host)).toEqual([32]);
  });

  it("keeps what was changed before it was stopped", async () => {
    const { keeper, host } = inWorkbook();
    keeper.start();
    await quiet();
    const release = host.hold("writeDocument");
    keeper.run(toDays(30));
    keeper.run(toDays(31));
    keeper.stop();
    release();
    await quiet();
    expect(keptDays(host)).toEqual([30, 31]);
  });

  it("reads again only what is kept: neither a reload nor a new start shows the plan of before", async () => {
    for (const again of [
      (keeper: PlannerKeeper) => keeper.reload(),
      (keeper: PlannerKeeper) => {
        keeper.stop();
        keeper.start();
      },
    ]) {
      const { keeper, host } = inWorkbook();
      keeper.start();
      await quiet();
      const release = host.hold("writeDocument");
      keeper.run(toDays(30));
      const seen: unknown[] = [];
      keeper.subscribe(() => seen.push(shown(keeper)));
      again(keeper);
      await quiet();
      release();
      await quiet();
      expect(new Set([...seen, shown(keeper)])).toEqual(new Set([30]));
    }
  });

  it("keeps the edit that is made while the plan is read again", async () => {
    const { keeper, host } = inWorkbook();
    host.document = kept(planOf(40));
    keeper.start();
    await quiet();
    const release = host.hold("readDocument");
    keeper.reload();
    await quiet();
    keeper.run(toDays(41));
    release();
    await quiet();
    expect(shown(keeper)).toBe(41);
    expect(keptDays(host)).toEqual([41]);
    // It can still be undone, also when it was read again and was the same.
    keeper.stop();
    keeper.start();
    await quiet();
    keeper.undo();
    expect(shown(keeper)).toBe(40);
  });

  it("never throws away what could not be kept: it stands nowhere else", async () => {
    const { keeper, host } = inWorkbook();
    keeper.start();
    await quiet();
    host.refuse("writeDocument", { problem: "工作簿已满" });
    keeper.run(toDays(30));
    await quiet();
    keeper.reload();
    await quiet();
    keeper.stop();
    keeper.start();
    await quiet();
    expect(shown(keeper)).toBe(30);
    expect(keeper.snapshot().saveProblem?.zh).toBe("工作簿已满");
  });

  it("shows what another window kept, until it is stopped", async () => {
    let text = planFileText({ document: planOf(40) });
    const others = new Set<() => void>();
    const store: PlanStore = {
      place: "browser",
      read: async () => ({ text }),
      write: async (next) => {
        text = next;
        return undefined;
      },
      watch: (onChange) => {
        others.add(onChange);
        return () => others.delete(onChange);
      },
    };
    const { keeper } = keeperOf(store);
    keeper.start();
    await quiet();
    text = planFileText({ document: planOf(41) });
    for (const tell of others) tell();
    await quiet();
    expect(shown(keeper)).toBe(41);
    // There is no workbook, so there is no table.
    expect(await keeper.writeTable(2026)).toBeUndefined();
    keeper.stop();
    expect(others.size).toBe(0);
  });

  it("shows at the end what is kept, and loses no edit, whatever happens between in whatever order", async () => {
    const event = fc.oneof(
      fc.record({ kind: fc.constant("edit" as const), days: fc.integer({ min: 1, max: 99 }) }),
      fc.constantFrom(
        ...(["hold write", "hold read", "release", "reload", "restart", "year", "quiet"] as const).map(
          (kind) => ({ kind }),
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (events) => {
        const { keeper, host, clock } = inWorkbook();
        keeper.start();
        await quiet();
        let last = 21;
        const held: (() => void)[] = [];
        for (const each of events) {
          if (each.kind === "edit") {
            last = each.days;
            keeper.run(toDays(each.days));
            expect(shown(keeper)).toBe(last);
          } else if (each.kind === "hold write") held.push(host.hold("writeDocument"));
          else if (each.kind === "hold read") held.push(host.hold("readDocument"));
          else if (each.kind === "release") held.pop()?.();
          else if (each.kind === "reload") keeper.reload();
          else if (each.kind === "year") {
            clock.today = onDay(clock.today === onDay("2026-09-01") ? "2027-01-01" : "2026-09-01");
            keeper.attend();
          } else if (each.kind === "restart") {
            keeper.stop();
            keeper.start();
          } else await quiet();
        }
        for (const release of held) release();
        await quiet();
        expect(shown(keeper)).toBe(last);
        if (events.some(({ kind }) => kind === "edit")) expect(keptDays(host).at(-1)).toBe(last);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the day", () => {
  it("goes on in a pane that stays open, by the hour or when somebody turns to it", async () => {
    const { keeper, clock } = inWorkbook();
    keeper.start();
    await quiet();
    clock.today = onDay("2026-09-02");
    clock.waiting.shift()?.call();
    expect(keeper.snapshot().today).toBe(onDay("2026-09-02"));
    expect(clock.waiting).toHaveLength(1);
    clock.today = onDay("2026-09-03");
    keeper.attend();
    expect(keeper.snapshot().today).toBe(onDay("2026-09-03"));
    keeper.stop();
    expect(clock.waiting).toEqual([]);
  });

  it("of a new year begins its plan where none was kept, and leaves one that is kept", async () => {
    const { keeper, clock } = inWorkbook();
    keeper.start();
    await quiet();
    clock.today = onDay("2027-01-01");
    keeper.attend();
    await quiet();
    expect(keeper.snapshot().state).toMatchObject({ opened: { history: { document: { year: 2027 } } } });

    const other = inWorkbook();
    other.host.document = kept(planOf(40));
    other.keeper.start();
    await quiet();
    other.clock.today = onDay("2027-01-01");
    other.keeper.attend();
    await quiet();
    expect(shown(other.keeper)).toBe(40);
    expect(other.keeper.snapshot().state).toMatchObject({
      opened: { history: { document: { year: 2026 } } },
    });
  });
});
