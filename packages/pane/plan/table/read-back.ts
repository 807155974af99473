import { dayOfSerial, isoDate, readDate } from "@sevenstar/core/cells/calendar-day";
import { matchHeaders } from "@sevenstar/core/cells/header";
import type { Words } from "@sevenstar/core/cells/words";
import type { ReadTable, SheetValue } from "../../sheet-host/sheet-host.ts";
import { blankActivity } from "../model/blank-activity.ts";
import type { HolidayBook } from "../model/holiday-book.ts";
import { impossibleOrder } from "../model/impossible-order.ts";
import { milestoneStatuses } from "../model/milestone-statuses.ts";
import type { PlanCommand } from "../model/plan-command.ts";
import type { PlanActivity, YearPlan } from "../model/plan-document.ts";
import { planSchedule, scheduleActivity } from "../model/plan-schedule.ts";
import { type ChangedCells, changeByCells } from "./change-by-cells.ts";
import { isDayColumn, milestoneOfStatus, planColumns, planHeader, planTableRows } from "./plan-table.ts";
import { PLAN_TABLE, type PlanColumn, type PlanTableRow, type WrittenPlan } from "./written-plan.ts";

type Cell = string | number;

/** A cell, or a whole row, that was changed in the workbook only. */
export type TableEdit =
  | {
      readonly kind: "change";
      readonly id: string;
      readonly activity: string;
      readonly column: PlanColumn;
      readonly from: Cell;
      readonly to: Cell;
    }
  | {
      readonly kind: "add";
      readonly activity: string;
      readonly cells: ChangedCells;
      /** The number of its row in the sheet. */
      readonly row: number;
    }
  | { readonly kind: "remove"; readonly id: string; readonly activity: string };

/** What was changed on both sides; it stays as it is until somebody chooses. */
export type TableConflict = { readonly key: string; readonly id: string; readonly activity: string } & (
  | { readonly kind: "cell"; readonly column: PlanColumn; readonly inPlan: Cell; readonly inTable: Cell }
  /** Deleted in the workbook, changed in the plan. */
  | { readonly kind: "gone-from-table" }
  /** Taken out of the plan, changed in the workbook: the cells that were changed, and the whole row. */
  | { readonly kind: "gone-from-plan"; readonly cells: ChangedCells; readonly row: ChangedCells }
);

/** What the workbook's table says that the plan does not. */
export interface ReadBack {
  readonly edits: readonly TableEdit[];
  readonly conflicts: readonly TableConflict[];
  /** Cells that cannot be read, by their row in the sheet; they change nothing. */
  readonly faults: readonly Words[];
  /** Rows below the table that were not read; they keep nothing from being read back. */
  readonly notes?: readonly Words[];
  /** How many of the rows directly below the table were read with it. */
  readonly takesBelow?: number;
}

/** What was chosen for a conflict, by its key. */
export type Choices = ReadonlyMap<string, "plan" | "table">;

/**
 * Compares the workbook's table with the plan, by row id, against what was last written (`written`; without it
 * every difference is a conflict and no row counts as deleted).
 *
 * Gives one sentence where the table has no column 编号 by which its rows could be told apart.
 */
export function readBack(
  plan: YearPlan,
  written: WrittenPlan | undefined,
  table: ReadTable,
  book: HolidayBook,
): ReadBack | { readonly problem: string } {
  const known = Object.fromEntries(planColumns.map((column) => [column, { header: planHeader(column) }]));
  const columns = matchHeaders<PlanColumn>(table.headers, known as Record<PlanColumn, { header: string }>);
  if (!columns.has("id")) {
    return {
      problem: `“${PLAN_TABLE}”里没有“${planHeader("id")}”列，分不清哪一行是哪个活动，没有读回；请撤消删列，或把计划重新写入表格。`,
    };
  }
  const edits: TableEdit[] = [];
  const conflicts: TableConflict[] = [];
  const faults: Words[] = [];
  const base = written?.year === plan.year ? written.rows : undefined;
  const mine = new Map(planTableRows(planSchedule(plan, book)).map((row) => [String(row.id), row]));
  const seen = new Set<string>();
  const { rows: rowsBelow = [], rowNumbers: numbersBelow = [] } = table.below ?? {};
  const isActivity = (row: readonly SheetValue[]) => {
    const { cells } = readCells(row, columns);
    return typeof cells.start === "number" && Boolean(cells.activity);
  };
  const end = rowsBelow.findIndex((row) => !isActivity(row));
  const takesBelow = end < 0 ? rowsBelow.length : end;
  const notes = numbersBelow.slice(takesBelow).map(noteBelow);
  const numbers = [...table.rowNumbers, ...numbersBelow];
  for (const [index, row] of [...table.rows, ...rowsBelow.slice(0, takesBelow)].entries()) {
    const rowNumber = numbers[index] ?? 0;
    const { cells, bad } = readCells(row, columns);
    // A row that was cleared still bears its hidden id: it was deleted.
    if (planColumns.every((column) => column === "id" || (cells[column] ?? bad.get(column) ?? "") === "")) {
      continue;
    }
    const id = String(cells.id ?? "");
    const isKnown = !seen.has(id) && (mine.has(id) || base?.[id] !== undefined);
    // A new activity without an end lasts one day.
    if (!isKnown && bad.get("end") === "") bad.delete("end");
    for (const [column, text] of bad) faults.push(fault(rowNumber, column, text));
    if (isKnown) {
      seen.add(id);
      const before = plan.activities.find((each) => each.id === id);
      if (before)
        faults.push(...orderFaults(rowNumber, before, changedCells(cells, mine.get(id)), plan.year, book));
      compareRow(id, cells, base?.[id], mine.get(id), edits, conflicts);
    } else if (typeof cells.start === "number" && cells.activity) {
      faults.push(...orderFaults(rowNumber, blankActivity("", ""), cells, plan.year, book));
      edits.push({ kind: "add", activity: String(cells.activity), cells, row: rowNumber });
    }
  }
  for (const [id, row] of Object.entries(base ?? {})) {
    const now = mine.get(id);
    if (seen.has(id) || !now) continue;
    const activity = String(now.activity);
    if (isEqual(row, now)) edits.push({ kind: "remove", id, activity });
    else conflicts.push({ kind: "gone-from-table", key: id, id, activity });
  }
  return {
    edits,
    conflicts,
    faults,
    ...(notes.length > 0 ? { notes } : {}),
    ...(takesBelow > 0 ? { takesBelow } : {}),
  };
}

const noteBelow = (row: number): Words => ({
  zh: `表格下面的第 ${row} 行没有读入：要有活动名称和开始日期，并且紧接着表格。`,
  en: `Row ${row} below the table was left out: it needs a name and a start, and must follow the table directly.`,
});

const changedCells = (cells: ChangedCells, mine: PlanTableRow | undefined): ChangedCells =>
  Object.fromEntries(Object.entries(cells).filter(([column, cell]) => cell !== mine?.[column as PlanColumn]));

/** What cannot be of a row's days: an end before the start, an enrolment that closes before it opens. */
function orderFaults(
  row: number,
  before: PlanActivity,
  cells: ChangedCells,
  year: number,
  book: HolidayBook,
): Words[] {
  if (
    cells.start === undefined &&
    cells.end === undefined &&
    cells.enrolFrom === undefined &&
    cells.enrolTo === undefined
  )
    return [];
  const activity = changeByCells({ ...before, isEnabled: true }, cells, year, book);
  const scheduled = scheduleActivity(activity, year, book);
  const start = scheduled && "start" in scheduled ? scheduled.start : undefined;
  const isReversed = typeof cells.end === "number" && start !== undefined && cells.end < start;
  const order = impossibleOrder(activity, year, book);
  return [
    ...(isReversed
      ? [
          {
            zh: `第 ${row} 行的“${planHeader("end")}”早于“${planHeader("start")}”，没有读回，请改正。`,
            en: `Row ${row}: the end comes before the start; please mend it.`,
          },
        ]
      : []),
    ...(order ? [{ zh: `第 ${row} 行：${order.zh}`, en: `Row ${row}: ${order.en}` }] : []),
  ];
}

function compareRow(
  id: string,
  theirs: ChangedCells,
  base: PlanTableRow | undefined,
  mine: PlanTableRow | undefined,
  edits: TableEdit[],
  conflicts: TableConflict[],
): void {
  const edited = planColumns.filter(
    (column) => theirs[column] !== undefined && theirs[column] !== base?.[column],
  );
  if (!mine) {
    const cells = Object.fromEntries(edited.map((column) => [column, theirs[column]])) as ChangedCells;
    const activity = String(theirs.activity ?? base?.activity ?? "");
    if (edited.length > 0)
      conflicts.push({ kind: "gone-from-plan", key: id, id, activity, cells, row: theirs });
    return;
  }
  const activity = String(mine.activity);
  for (const column of edited) {
    const [inTable, inPlan] = [theirs[column] as Cell, mine[column]];
    if (inTable === inPlan) continue;
    if (base && base[column] === inPlan) {
      edits.push({ kind: "change", id, activity, column, from: inPlan, to: inTable });
    } else {
      conflicts.push({ kind: "cell", key: `${id} ${column}`, id, activity, column, inPlan, inTable });
    }
  }
}

const isEqual = (one: PlanTableRow, other: PlanTableRow) =>
  planColumns.every((column) => one[column] === other[column]);

/** The cells of a row that could be read, and the texts of those that could not. */
function readCells(row: readonly SheetValue[], columns: ReadonlyMap<PlanColumn, number>) {
  const cells: { -readonly [Column in PlanColumn]?: Cell } = {};
  const bad = new Map<PlanColumn, string>();
  for (const [column, place] of columns) {
    const value = row[place] ?? "";
    const cell = readCell(column, typeof value === "boolean" ? (value ? "是" : "否") : value);
    if (cell === undefined) bad.set(column, String(value));
    else cells[column] = cell;
  }
  return { cells: cells as ChangedCells, bad };
}

/** A cell in the form in which the plan writes it; undefined where it cannot be read. */
function readCell(column: PlanColumn, value: Cell): Cell | undefined {
  const text = String(value).trim();
  if (isDayColumn(column)) {
    if (text === "") return column === "start" || column === "end" ? undefined : "";
    return typeof value === "number" ? dayOfSerial(value) : readDate(text);
  }
  if (milestoneOfStatus(column))
    return text === "" || Object.hasOwn(milestoneStatuses, text) ? text : undefined;
  if (column === "activity") return text === "" ? undefined : text;
  return text;
}

function fault(row: number, column: PlanColumn, text: string): Words {
  const header = planHeader(column);
  const what = text === "" ? "空着" : `写的是“${text.slice(0, 40)}”`;
  const asked = isDayColumn(column)
    ? "请填写日期，如 2026-09-20"
    : milestoneOfStatus(column)
      ? `请填写${Object.keys(milestoneStatuses).join("、")}之一`
      : "请填写活动名称";
  return {
    zh: `第 ${row} 行的“${header}”${what}，没有读回，${asked}。`,
    en: `Row ${row}, column “${header}”: “${text.slice(0, 40)}” cannot be read and was left out.`,
  };
}

/** The command that brings the table's edits, and the conflicts decided for the table, into the plan. */
export function readBackCommand(
  plan: YearPlan,
  { edits, conflicts }: ReadBack,
  choices: Choices,
  book: HolidayBook,
  newId: () => string,
): PlanCommand {
  const taken = conflicts.filter(({ key }) => choices.get(key) === "table");
  const cellsOf = new Map<string, Record<string, Cell>>();
  const change = (id: string, cells: Readonly<Record<string, Cell | undefined>>) =>
    cellsOf.set(id, { ...cellsOf.get(id), ...(cells as Record<string, Cell>) });
  for (const edit of edits) if (edit.kind === "change") change(edit.id, { [edit.column]: edit.to });
  for (const conflict of taken) {
    if (conflict.kind === "cell") change(conflict.id, { [conflict.column]: conflict.inTable });
    if (conflict.kind === "gone-from-plan") {
      const isKept = plan.activities.some(({ id }) => id === conflict.id);
      change(conflict.id, isKept ? conflict.cells : conflict.row);
    }
  }
  const removed = [
    ...edits.flatMap((edit) => (edit.kind === "remove" ? [edit.id] : [])),
    ...taken.flatMap((conflict) => (conflict.kind === "gone-from-table" ? [conflict.id] : [])),
  ];
  const { year } = plan;
  const commands: PlanCommand[] = [];
  const added = edits.flatMap((edit) =>
    edit.kind === "add" ? [changeByCells(blankActivity(newId(), ""), edit.cells, year, book)] : [],
  );
  for (const [id, cells] of cellsOf) {
    const row = plan.activities.find((activity) => activity.id === id);
    // A row that was disabled takes part again; one that was deleted is made anew from its cells.
    if (row) {
      const activity = { ...changeByCells(row, cells, year, book), isEnabled: true };
      commands.push({ kind: "change-activity", year, activity });
    } else {
      added.push(changeByCells(blankActivity(id, ""), cells, year, book));
    }
  }
  if (added.length > 0) commands.push({ kind: "add-activities", year, activities: added });
  if (removed.length > 0) commands.push({ kind: "remove-activities", year, ids: removed });
  return {
    kind: "together",
    words: { zh: "读回表格里的改动", en: "read back the edits of the table" },
    commands,
  };
}

/** A cell as it is shown to a person. */
export function shownCell(column: PlanColumn, cell: Cell): string {
  if (cell === "") return "—";
  const day = isDayColumn(column) && typeof cell === "number" ? dayOfSerial(cell) : undefined;
  return day === undefined ? String(cell) : isoDate(day);
}
