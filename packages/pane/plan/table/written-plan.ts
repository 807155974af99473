import type { MilestoneKey } from "@sevenstar/core/calendar/read-plan";

/** The table of the plan in the workbook, and the sheet it is first written to. */
export const PLAN_TABLE = "年度活动表";

/** The columns of the table 年度活动表, by key. */
export type PlanColumn =
  | "id"
  | "activity"
  | "start"
  | "end"
  | MilestoneKey
  | `${MilestoneKey}Status`
  | "owner"
  | "note"
  | "source";

/** A row of the table: days as serial numbers, everything else as text, "" for nothing. */
export type PlanTableRow = Readonly<Record<PlanColumn, string | number>>;

/** What was last written into the workbook: the base against which edits by hand are known. */
export interface WrittenPlan {
  readonly year: number;
  /** By row id. */
  readonly rows: Readonly<Record<string, PlanTableRow>>;
}
