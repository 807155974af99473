import { milestoneKeys } from "@sevenstar/core/calendar/read-plan";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReadTable, SheetValue } from "../../sheet-host/sheet-host.ts";
import { HolidayBook } from "../model/holiday-book.ts";
import { newPlan } from "../model/new-plan.ts";
import { onDay } from "../model/on-day.fixture.ts";
import { applyCommand } from "../model/plan-command.ts";
import { type PlanActivity, planOfYear, type YearPlan } from "../model/plan-document.ts";
import { planSchedule } from "../model/plan-schedule.ts";
import { planColumns, planHeader, planTable, planTableRows } from "./plan-table.ts";
import { type Choices, type ReadBack, readBack, readBackCommand, shownCell } from "./read-back.ts";
import type { PlanColumn, WrittenPlan } from "./written-plan.ts";

const book = new HolidayBook([]);
const plan = planOfYear(newPlan(2026), 2026) as YearPlan;
const idOf = (name: string) => plan.activities.find(({ activity }) => activity === name)?.id ?? "";
const autumn = idOf("9.20官方大促");
const summer = idOf("6.28官方大促");

/** What is kept of a plan when it is written. */
const writtenOf = (of: YearPlan): WrittenPlan => ({
  year: of.year,
  rows: Object.fromEntries(planTableRows(planSchedule(of, book)).map((row) => [row.id, row])),
});

/** The table as the spreadsheet gives it back, after somebody's edits. */
function tableOf(of: YearPlan, edit: (sheet: Sheet) => void = () => {}): ReadTable {
  const sheet = new Sheet(of);
  edit(sheet);
  const rowNumbers = sheet.rows.map((_, index) => index + 2);
  return { address: "年度活动表!A1:Q6", headers: sheet.headers, rows: sheet.rows, rowNumbers };
}

class Sheet {
  headers = planColumns.map(planHeader);
  rows: SheetValue[][];

  constructor(of: YearPlan) {
    this.rows = planTable(planSchedule(of, book)).rows.map((row) => row.map((cell) => cell as SheetValue));
  }
  set(id: string, column: PlanColumn, value: SheetValue) {
    (this.row(id) as SheetValue[])[planColumns.indexOf(column)] = value;
  }
  row(id: string) {
    return this.rows.find((row) => row[planColumns.indexOf("id")] === id);
  }
  remove(id: string) {
    this.rows = this.rows.filter((row) => row !== this.row(id));
  }
  add(cells: Partial<Record<PlanColumn, SheetValue>>) {
    this.rows.push(planColumns.map((column) => cells[column] ?? null));
  }
}

function read(table: ReadTable, mine = plan, written: WrittenPlan | undefined = writtenOf(plan)): ReadBack {
  const found = readBack(mine, written, table, book);
  if ("problem" in found) throw new Error(found.problem);
  return found;
}

/** The plan after the edits, and those conflicts that were decided for the table. */
function after(found: ReadBack, mine = plan, choices: Choices = new Map()): YearPlan {
  const command = readBackCommand(mine, found, choices, book, () => "new-row");
  const document = { ...newPlan(2026), plans: [mine] };
  return planOfYear(applyCommand(document, command), 2026) as YearPlan;
}
const rowIn = (of: YearPlan, id: string) => of.activities.find((row) => row.id === id) as PlanActivity;
const changed = (id: string, change: Partial<PlanActivity>): YearPlan => ({
  ...plan,
  activities: plan.activities.map((row) => (row.id === id ? { ...row, ...change } : row)),
});
const shown = ({ edits, conflicts }: ReadBack) => [
  ...edits.map((edit) =>
    edit.kind === "change"
      ? `${edit.activity} ${planHeader(edit.column)} ${shownCell(edit.column, edit.from)} → ${shownCell(edit.column, edit.to)}`
      : `${edit.kind} ${edit.activity}`,
  ),
  ...conflicts.map((conflict) =>
    conflict.kind === "cell"
      ? `? ${conflict.activity} ${planHeader(conflict.column)} ${shownCell(conflict.column, conflict.inPlan)} | ${shownCell(conflict.column, conflict.inTable)}`
      : `? ${conflict.kind} ${conflict.activity}`,
  ),
];

describe("the table 年度活动表", () => {
  it("has the columns of ACTIVITIES, statuses, owner, note and id", () => {
    expect(planColumns.map(planHeader)).toEqual(
      "活动 开始 结束 报名开始 报名截止 备货完成 预热开始 复盘 依据 报名开始状态 报名截止状态 备货完成状态 预热开始状态 复盘状态 负责人 备注 编号".split(
        " ",
      ),
    );
  });

  it("says 预计 in 依据 where the holidays are estimated", () => {
    const next = { ...plan, year: 2027 };
    const [row] = planTableRows(planSchedule(next, book));
    expect(row?.source).toMatch(/；2027 年放假安排为预计$/);
  });

  it("reads back as nothing when nobody touched it", () => {
    expect(read(tableOf(plan))).toEqual({ edits: [], conflicts: [], faults: [] });
  });
});

describe("an edit in the table", () => {
  it("of a milestone changes its lead time, and stays where it was put on a day off", () => {
    const found = read(
      tableOf(plan, (sheet) => {
        sheet.set(autumn, "enrolTo", onDay("2026-08-28"));
        sheet.set(autumn, "stockReady", onDay("2026-09-05"));
        sheet.set(autumn, "review", null);
      }),
    );
    expect(shown(found)).toEqual([
      "9.20官方大促 报名截止 2026-08-31 → 2026-08-28",
      "9.20官方大促 备货完成 2026-09-04 → 2026-09-05",
      "9.20官方大促 复盘 2026-09-23 → —",
    ]);
    const row = rowIn(after(found), autumn);
    expect(row.offsets).toEqual({ enrolFrom: -45, enrolTo: -23, stockReady: -15, warmUpFrom: -7 });
    // 5 September 2026 is a Saturday.
    expect(row.fixedDays).toEqual({ stockReady: onDay("2026-09-05") });
  });

  it("of the start is set by hand for this year and keeps the rule; of the end changes the length", () => {
    const found = read(
      tableOf(plan, (sheet) => {
        sheet.set(autumn, "start", "2026/9/21");
        sheet.set(autumn, "end", onDay("2026-09-23"));
      }),
    );
    const row = rowIn(after(found), autumn);
    expect(row).toMatchObject({ dateRule: "09-20", days: 3, fixedDays: { start: onDay("2026-09-21") } });
    const back = read(
      tableOf(after(found), (sheet) => sheet.set(autumn, "start", onDay("2026-09-20"))),
      after(found),
      writtenOf(after(found)),
    );
    expect(rowIn(after(back, after(found)), autumn).fixedDays).toEqual({});
  });

  it("of a start whose rule names a year changes the rule", () => {
    const mine = changed(autumn, { dateRule: "2026-05-20" });
    const table = tableOf(mine, (sheet) => sheet.set(autumn, "start", onDay("2026-05-21")));
    expect(rowIn(after(read(table, mine, writtenOf(mine)), mine), autumn).dateRule).toBe("2026-05-21");
  });

  it("of status, owner, note and source is read by the row's id, wherever the row and the columns moved", () => {
    const table = tableOf(plan, (sheet) => {
      sheet.set(autumn, "enrolToStatus", "已完成");
      sheet.set(autumn, "owner", "小王");
      sheet.set(summer, "note", "先订面料 ");
      sheet.set(summer, "source", "平台公告 6 月 1 日");
    });
    const moved: ReadTable = {
      ...table,
      headers: ["店铺", ...table.headers.toReversed()],
      rows: table.rows.toReversed().map((row) => ["旗舰店", ...row.toReversed()]),
    };
    const result = after(read(moved));
    expect(rowIn(result, autumn)).toMatchObject({ statuses: { enrolTo: "已完成" }, owner: "小王" });
    expect(rowIn(result, summer)).toMatchObject({ note: "先订面料", source: "平台公告 6 月 1 日" });
  });

  it("that adds a row becomes an activity with its lead times, a copied row too", () => {
    const table = tableOf(plan, (sheet) => {
      sheet.add({
        activity: "周年庆",
        start: onDay("2026-05-18"),
        end: onDay("2026-05-20"),
        enrolTo: "2026-05-08",
      });
      sheet.rows.push([...(sheet.row(autumn) as SheetValue[])]);
    });
    const found = read(table);
    expect(shown(found)).toEqual(["add 周年庆", "add 9.20官方大促"]);
    expect(rowIn(after(found), "new-row")).toMatchObject({
      activity: "周年庆",
      dateRule: "2026-05-18",
      days: 3,
      offsets: { enrolTo: -10 },
    });
  });

  it("that deletes a row deletes the activity, and not those that were never written", () => {
    const mine = { ...plan, industries: ["服装"] };
    const found = read(
      tableOf(plan, (sheet) => sheet.remove(autumn)),
      mine,
    );
    expect(shown(found)).toEqual(["remove 9.20官方大促"]);
    const names = after(found, mine).activities.map(({ activity }) => activity);
    expect(names).not.toContain("9.20官方大促");
    expect(names).toContain("服装秋季上新");
  });

  it("that clears a row but for its hidden id deletes the activity", () => {
    const found = read(
      tableOf(plan, (sheet) => {
        for (const column of planColumns) if (column !== "id") sheet.set(autumn, column, null);
      }),
    );
    expect(shown(found)).toEqual(["remove 9.20官方大促"]);
    expect(found.faults).toEqual([]);
  });

  it("that cannot be read is named by its row and changes nothing", () => {
    const found = read(
      tableOf(plan, (sheet) => {
        sheet.set(autumn, "enrolTo", "下周");
        sheet.set(autumn, "reviewStatus", "快好了");
        sheet.add({ activity: "没有日期" });
      }),
    );
    expect(found.edits).toEqual([]);
    expect(found.faults.map(({ zh }) => zh)).toEqual([
      "第 5 行的“报名截止”写的是“下周”，没有读回，请填写日期，如 2026-09-20。",
      "第 5 行的“复盘状态”写的是“快好了”，没有读回，请填写未开始、进行中、已完成、放弃之一。",
      "第 7 行的“开始”空着，没有读回，请填写日期，如 2026-09-20。",
    ]);
  });

  it("without the column 编号 reads nothing back, and deletes nothing", () => {
    const table = tableOf(plan);
    const headers = table.headers.map((header) => (header === "编号" ? "序号" : header));
    expect(readBack(plan, writtenOf(plan), { ...table, headers }, book)).toEqual({
      problem: expect.stringContaining("编号"),
    });
  });

  it("without another column leaves what stood there alone", () => {
    const table = tableOf(plan);
    const place = planColumns.indexOf("enrolTo");
    const without = {
      ...table,
      headers: table.headers.toSpliced(place, 1),
      rows: table.rows.map((row) => row.toSpliced(place, 1)),
    };
    expect(read(without)).toEqual({ edits: [], conflicts: [], faults: [] });
  });
});

describe("edits on both sides", () => {
  const owned = changed(autumn, { owner: "小李" });

  it("of different cells are merged", () => {
    const found = read(
      tableOf(plan, (sheet) => sheet.set(autumn, "note", "主推")),
      owned,
    );
    expect(shown(found)).toEqual(["9.20官方大促 备注 — → 主推"]);
    expect(rowIn(after(found, owned), autumn)).toMatchObject({ owner: "小李", note: "主推" });
  });

  it("of the same cell are a conflict that keeps the plan until somebody chooses", () => {
    const found = read(
      tableOf(plan, (sheet) => sheet.set(autumn, "owner", "小王")),
      owned,
    );
    expect(shown(found)).toEqual(["? 9.20官方大促 负责人 小李 | 小王"]);
    expect(rowIn(after(found, owned), autumn).owner).toBe("小李");
    const choices = new Map([[`${autumn} owner`, "table"]] as const);
    expect(rowIn(after(found, owned, choices), autumn).owner).toBe("小王");
  });

  it("to the same value are no conflict", () => {
    const table = tableOf(plan, (sheet) => sheet.set(autumn, "owner", "小李"));
    expect(read(table, owned)).toEqual({ edits: [], conflicts: [], faults: [] });
  });

  it("deleting against changing is a conflict, whichever side deletes", () => {
    const gone = read(
      tableOf(plan, (sheet) => sheet.remove(autumn)),
      owned,
    );
    expect(shown(gone)).toEqual(["? gone-from-table 9.20官方大促"]);
    expect(rowIn(after(gone, owned), autumn).owner).toBe("小李");
    expect(rowIn(after(gone, owned, new Map([[autumn, "table"]])), autumn)).toBeUndefined();

    const without = { ...plan, activities: plan.activities.filter(({ id }) => id !== autumn) };
    const table = tableOf(plan, (sheet) => sheet.set(autumn, "owner", "小王"));
    const back = read(table, without);
    expect(shown(back)).toEqual(["? gone-from-plan 9.20官方大促"]);
    expect(rowIn(after(back, without), autumn)).toBeUndefined();
    expect(rowIn(after(back, without, new Map([[autumn, "table"]])), autumn)).toMatchObject({
      activity: "9.20官方大促",
      owner: "小王",
      offsets: { enrolFrom: -45, enrolTo: -20, review: 3 },
    });
    // Disabled, it is enabled again; its rule stays.
    const disabled = changed(autumn, { isEnabled: false });
    const again = after(read(table, disabled), disabled, new Map([[autumn, "table"]]));
    expect(rowIn(again, autumn)).toMatchObject({ isEnabled: true, dateRule: "09-20", owner: "小王" });
  });

  it("are all conflicts where it is not known what was written, and nothing counts as deleted", () => {
    const table = tableOf(plan, (sheet) => {
      sheet.set(autumn, "owner", "小王");
      sheet.remove(summer);
    });
    const found = readBack(plan, undefined, table, book);
    expect("problem" in found ? [] : shown(found)).toEqual(["? 9.20官方大促 负责人 — | 小王"]);
  });

  it("never lose a cell: it ends up as one side has it, and as the table has it where only that changed", () => {
    const column = fc.constantFrom<PlanColumn>(
      "owner",
      "note",
      ...milestoneKeys.map((key) => `${key}Status` as const),
    );
    const value = (of: PlanColumn) =>
      of === "owner" || of === "note"
        ? fc.constantFrom("甲", "乙", "")
        : fc.constantFrom("未开始", "已完成", "放弃");
    const edit = column.chain((of) => fc.tuple(fc.constant(of), value(of), fc.constantFrom(autumn, summer)));
    const edits = fc.array(edit, { maxLength: 5 });
    fc.assert(
      fc.property(edits, edits, fc.boolean(), (ours, theirs, prefersTable) => {
        const mine = ours.reduce((of, [cell, text, id]) => {
          const sheet = tableOf(of, (it) => it.set(id, cell, text === "" ? null : text));
          return after(read(sheet, of, writtenOf(of)), of);
        }, plan);
        const table = tableOf(plan, (sheet) => {
          for (const [cell, text, id] of theirs) sheet.set(id, cell, text === "" ? null : text);
        });
        const found = read(table, mine);
        const choices = new Map(
          found.conflicts.map(({ key }) => [key, prefersTable ? "table" : "plan"] as const),
        );
        const result = writtenOf(after(found, mine, choices));
        const [base, own] = [writtenOf(plan), writtenOf(mine)];
        for (const id of [autumn, summer]) {
          for (const [index, cell] of planColumns.entries()) {
            const inTable = table.rows.find((row) => row.at(-1) === id)?.[index] ?? "";
            const [was, ourCell] = [base.rows[id]?.[cell], own.rows[id]?.[cell]];
            const isOurs = inTable === was || (ourCell !== was && !prefersTable);
            expect(result.rows[id]?.[cell]).toBe(isOurs ? ourCell : inTable);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("rows typed below the table", () => {
  const cells = (its: Partial<Record<PlanColumn, SheetValue>>) =>
    planColumns.map((column) => its[column] ?? null);
  const withBelow = (...rows: SheetValue[][]): ReadTable => {
    const table = tableOf(plan);
    const first = (table.rowNumbers.at(-1) ?? 1) + 1;
    return { ...table, below: { rows, rowNumbers: rows.map((_, index) => first + index) } };
  };
  const last = tableOf(plan).rowNumbers.at(-1) ?? 0;

  it("are offered as new activities, and make the table differ from the plan", () => {
    const found = read(withBelow(cells({ activity: "店庆", start: onDay("2026-07-05"), owner: "小李" })));
    expect(found).toMatchObject({ edits: [{ kind: "add", activity: "店庆", row: last + 1 }], takesBelow: 1 });
    expect(rowIn(after(found), "new-row")).toMatchObject({
      activity: "店庆",
      dateRule: "2026-07-05",
      owner: "小李",
    });
  });

  it("are never passed over: what is no activity is named, and only rows up to it are taken", () => {
    const activity = cells({ activity: "店庆", start: onDay("2026-07-05") });
    const found = read(withBelow(activity, cells({ note: "合计" }), activity));
    expect(found.edits).toHaveLength(1);
    expect(found.takesBelow).toBe(1);
    expect(found.faults).toEqual([]);
    expect(found.notes?.map(({ zh }) => zh)).toEqual([
      `表格下面的第 ${last + 2} 行没有读入：要有活动名称和开始日期，并且紧接着表格。`,
      `表格下面的第 ${last + 3} 行没有读入：要有活动名称和开始日期，并且紧接着表格。`,
    ]);
  });

  it("are known by their ids where they were moved out of the table", () => {
    const moved = tableOf(plan).rows.at(-1) as SheetValue[];
    const table = withBelow([...moved]);
    const found = read({
      ...table,
      rows: table.rows.slice(0, -1),
      rowNumbers: table.rowNumbers.slice(0, -1),
    });
    expect(found).toMatchObject({ edits: [], conflicts: [], faults: [], takesBelow: 1 });
  });
});

describe("days that cannot be", () => {
  it("are a fault at their row: an end before the start, an enrolment that closes before it opens", () => {
    const row = tableOf(plan).rows.findIndex((each) => each[planColumns.indexOf("id")] === autumn) + 2;
    const end = read(tableOf(plan, (sheet) => sheet.set(autumn, "end", onDay("2026-09-18"))));
    expect(end.faults.map(({ zh }) => zh)).toEqual([`第 ${row} 行的“结束”早于“开始”，没有读回，请改正。`]);
    const enrolment = read(tableOf(plan, (sheet) => sheet.set(autumn, "enrolTo", onDay("2026-08-03"))));
    expect(enrolment.faults.map(({ zh }) => zh)).toEqual([
      `第 ${row} 行：报名截止 8月3日（周一）早于报名开始 8月6日（周四），请改提前天数。`,
    ]);
  });

  it("are not a start that moves its activity with it", () =>
    expect(read(tableOf(plan, (sheet) => sheet.set(autumn, "start", onDay("2026-09-25")))).faults).toEqual(
      [],
    ));
});
