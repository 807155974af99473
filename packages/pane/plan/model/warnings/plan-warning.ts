import type { CalendarDay } from "@sevenstar/core/cells/calendar-day";
import type { Words } from "@sevenstar/core/cells/words";
import type { HolidayBook } from "../holiday-book.ts";
import type { PlanDocument, YearPlan } from "../plan-document.ts";
import type { PlanSchedule } from "../plan-schedule.ts";

/** What a good operator would point out. */
export interface PlanWarning {
  /** Stays the same as long as it speaks of the same thing. */
  readonly id: string;
  readonly level: "urgent" | "warning" | "note";
  readonly sentence: Words;
  /** The rows it speaks of. */
  readonly activities: readonly string[];
  /** What the planner offers to do about it. */
  readonly remedy?:
    | { readonly kind: "enter-notice"; readonly year: number }
    | { readonly kind: "copy-year"; readonly year: number };
}

/** What a warning is judged by. */
export interface WarningContext {
  readonly document: PlanDocument;
  readonly plan: YearPlan;
  /** Of the year on show. */
  readonly schedule: PlanSchedule;
  /** Of every year that has a plan. */
  readonly schedules: readonly PlanSchedule[];
  readonly book: HolidayBook;
  readonly today: CalendarDay;
}

/** A rule that looks at a plan and says what it finds. */
export type WarningRule = (context: WarningContext) => PlanWarning[];
