import { type MilestoneKey, milestoneKeys } from "@sevenstar/core/calendar/read-plan";
import { type CalendarDay, isoDate, readDate } from "@sevenstar/core/cells/calendar-day";
import { blankActivity } from "../model/blank-activity.ts";
import type { HolidayBook } from "../model/holiday-book.ts";
import type { FixedDays, MilestoneStatus, PlanActivity } from "../model/plan-document.ts";
import { scheduleActivity } from "../model/plan-schedule.ts";
import { milestoneOfStatus, withoutEstimateNote } from "./plan-table.ts";
import type { PlanColumn, PlanTableRow } from "./written-plan.ts";

/** Cells of a table row that were changed, already read. */
export type ChangedCells = Partial<PlanTableRow>;

/**
 * An activity with what its row in the table says.
 *
 * Another start is set by hand for this year, or becomes the rule where the rule is a date with a year; another
 * end changes the length; another milestone changes the lead time, and stays where it was put if nobody works then.
 */
export function changeByCells(
  activity: PlanActivity,
  cells: ChangedCells,
  year: number,
  book: HolidayBook,
): PlanActivity {
  const text = (column: "activity" | "owner" | "note") => String(cells[column] ?? activity[column]);
  const changed: PlanActivity = {
    ...activity,
    ...changedStart(activity, cells.start, year, book),
    activity: text("activity"),
    owner: text("owner"),
    note: text("note"),
    source: cells.source === undefined ? activity.source : withoutEstimateNote(String(cells.source)),
    statuses: { ...activity.statuses, ...changedStatuses(cells) },
  };
  return withMilestones(withEnd(changed, cells.end, year, book), cells, year, book);
}

function changedStart(
  { dateRule, fixedDays }: PlanActivity,
  start: string | number | undefined,
  year: number,
  book: HolidayBook,
): { readonly dateRule: string; readonly fixedDays: FixedDays } {
  if (typeof start !== "number") return { dateRule, fixedDays };
  const { start: _, ...others } = fixedDays;
  const day = start as CalendarDay;
  if (readDate(dateRule) !== undefined || dateRule === "")
    return { dateRule: isoDate(day), fixedDays: others };
  const byRule = startOf({ dateRule, fixedDays: {} }, year, book);
  return { dateRule, fixedDays: byRule === day ? others : { ...others, start: day } };
}

/** The day on which an activity starts, as far as its rule and what is set by hand tell. */
function startOf(
  dates: Pick<PlanActivity, "dateRule" | "fixedDays">,
  year: number,
  book: HolidayBook,
): CalendarDay | undefined {
  const scheduled = scheduleActivity({ ...blankActivity("", ""), ...dates }, year, book);
  return scheduled && "start" in scheduled ? scheduled.start : undefined;
}

function withEnd(
  activity: PlanActivity,
  end: string | number | undefined,
  year: number,
  book: HolidayBook,
): PlanActivity {
  const start = startOf(activity, year, book);
  if (typeof end !== "number" || start === undefined || end < start) return activity;
  return { ...activity, days: end - start + 1 };
}

function withMilestones(
  activity: PlanActivity,
  cells: ChangedCells,
  year: number,
  book: HolidayBook,
): PlanActivity {
  const start = startOf(activity, year, book);
  if (start === undefined) return activity;
  const offsets: Partial<Record<MilestoneKey, number>> = { ...activity.offsets };
  const fixedDays: Partial<Record<"start" | MilestoneKey, CalendarDay>> = { ...activity.fixedDays };
  for (const key of milestoneKeys) {
    const cell = cells[key];
    if (cell === undefined) continue;
    delete fixedDays[key];
    delete offsets[key];
    if (typeof cell !== "number") continue;
    offsets[key] = cell - start - (key === "review" ? activity.days - 1 : 0);
    if (!book.isWorkday(cell as CalendarDay)) fixedDays[key] = cell as CalendarDay;
  }
  return { ...activity, offsets, fixedDays };
}

function changedStatuses(cells: ChangedCells): Partial<Record<MilestoneKey, MilestoneStatus>> {
  const statuses: Partial<Record<MilestoneKey, MilestoneStatus>> = {};
  for (const [column, cell] of Object.entries(cells) as [PlanColumn, string | number][]) {
    const milestone = milestoneOfStatus(column);
    if (milestone) statuses[milestone] = cell === "" ? "未开始" : (cell as MilestoneStatus);
  }
  return statuses;
}
