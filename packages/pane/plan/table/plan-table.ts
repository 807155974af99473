import { planFields } from "@sevenstar/core/calendar/activity-plan";
import { type MilestoneKey, milestoneKeys } from "@sevenstar/core/calendar/read-plan";
import type { SheetValue, WrittenColumn, WrittenTable } from "../../sheet-host/sheet-host.ts";
import { milestoneStatuses } from "../model/milestone-statuses.ts";
import { milestoneOf, type PlanSchedule, type ScheduledActivity } from "../model/plan-schedule.ts";
import { stepWords } from "../model/step-words.ts";
import { PLAN_TABLE, type PlanColumn, type PlanTableRow } from "./written-plan.ts";

const statusOf = (key: MilestoneKey) => `${key}Status` as const;

/** The columns of ACTIVITIES, then the status of each milestone, owner and note; the row's id comes last. */
export const planColumns: readonly PlanColumn[] = [
  "activity",
  "start",
  "end",
  ...milestoneKeys,
  "source",
  ...milestoneKeys.map(statusOf),
  "owner",
  "note",
  "id",
];

/** The milestone of which a column holds the status. */
export const milestoneOfStatus = (column: PlanColumn): MilestoneKey | undefined =>
  milestoneKeys.find((key) => statusOf(key) === column);

/** Whether a column holds days. */
export const isDayColumn = (column: PlanColumn): column is "start" | "end" | MilestoneKey =>
  column === "start" || column === "end" || milestoneKeys.some((key) => key === column);

/** The header of a column. */
export function planHeader(column: PlanColumn): string {
  const milestone = milestoneOfStatus(column);
  if (milestone) return `${stepWords(milestone).zh}状态`;
  if (column === "id") return "编号";
  return isDayColumn(column) ? stepWords(column).zh : planFields[column as "activity"].header;
}

const marks: readonly { readonly text: string; readonly fill: string; readonly colour: string }[] = [
  { text: "进行中", fill: "#fff4ce", colour: "#6b4e00" },
  { text: "已完成", fill: "#dff6dd", colour: "#0b5a08" },
  { text: "放弃", fill: "#ededed", colour: "#5c5c5c" },
];

function columnLooks(column: PlanColumn): Partial<WrittenColumn> {
  if (isDayColumn(column)) return { numberFormat: "yyyy-mm-dd", width: 92 };
  if (milestoneOfStatus(column)) return { choices: Object.keys(milestoneStatuses), marks, width: 104 };
  if (column === "id") return { numberFormat: "@", isHidden: true };
  if (column === "activity") return { width: 150 };
  return { width: column === "owner" ? 72 : 200 };
}

/** What a schedule looks like as the rows of the table, by start. */
export const planTableRows = ({ activities }: PlanSchedule): PlanTableRow[] => activities.map(tableRow);

function tableRow(scheduled: ScheduledActivity): PlanTableRow {
  const { activity, start, end, estimatedYears } = scheduled;
  const { id, owner, note, source } = activity;
  const milestones = Object.fromEntries(
    milestoneKeys.flatMap((key) => {
      const milestone = milestoneOf(scheduled, key);
      return [
        [key, milestone?.day ?? ""],
        [statusOf(key), milestone?.status ?? ""],
      ];
    }),
  );
  return {
    ...(milestones as Pick<PlanTableRow, MilestoneKey | `${MilestoneKey}Status`>),
    id,
    activity: activity.activity.trim(),
    start,
    end,
    source: [source.trim(), estimateNote(estimatedYears)].filter(Boolean).join("；"),
    owner: owner.trim(),
    note: note.trim(),
  };
}

/** What ACTIVITIES adds to 依据 where holidays are estimated. */
const estimateNote = (years: readonly number[]) =>
  years.length > 0 ? `${years.join("、")} 年放假安排为预计` : "";

const ESTIMATE_NOTE = /^\d{4}(?:、\d{4})* 年放假安排为预计$/;

/** A text of 依据 without that addition. */
export function withoutEstimateNote(source: string): string {
  const end = source.lastIndexOf("；");
  return ESTIMATE_NOTE.test(source.slice(end + 1)) ? source.slice(0, Math.max(end, 0)) : source;
}

/** The schedule as a table for the spreadsheet. */
export const planTable = (schedule: PlanSchedule): WrittenTable => ({
  name: PLAN_TABLE,
  sheet: PLAN_TABLE,
  key: planHeader("id"),
  columns: planColumns.map((column) => ({ header: planHeader(column), ...columnLooks(column) })),
  rows: planTableRows(schedule).map((row) =>
    planColumns.map((column): SheetValue => (row[column] === "" ? null : row[column])),
  ),
});
