import type { CalendarDay } from "@sevenstar/core/cells/calendar-day";
import type { Language, Words } from "@sevenstar/core/cells/words";
import { createContext, useContext } from "react";
import type { HolidayBook } from "../plan/holiday-book.ts";
import type { PlanCommand } from "../plan/plan-command.ts";
import type { PlanDocument, YearPlan } from "../plan/plan-document.ts";
import type { PlanSchedule } from "../plan/plan-schedule.ts";
import type { PlanWarning } from "../plan/warnings/plan-warning.ts";
import type { SheetHost } from "../sheet-host.ts";
import type { UsedPlanTable } from "./use-plan-table.ts";

/** The views of the planner. */
export type PlannerView = "week" | "year" | "month" | "timeline" | "activities" | "files" | "settings";

/** What every part of an open planner knows and may do. */
export interface OpenPlanner {
  readonly language: Language;
  /** One of two words, by the language. */
  say(words: Words): string;
  readonly today: CalendarDay;
  readonly document: PlanDocument;
  /** The plan of the year on show. */
  readonly plan: YearPlan;
  readonly schedule: PlanSchedule;
  /** Of every year that has a plan. */
  readonly schedules: readonly PlanSchedule[];
  readonly warnings: readonly PlanWarning[];
  readonly book: HolidayBook;
  /** The plan's table in the workbook. */
  readonly table: UsedPlanTable;
  readonly host: SheetHost | undefined;
  /** The team's members, offered as owners. */
  readonly members: readonly string[];
  /** Does a command; `told` is said of it, with a button that takes it back. */
  run(command: PlanCommand, told?: Words): void;
  showYear(year: number): void;
  show(view: PlannerView): void;
  /** Opens an activity for editing. */
  edit(id: string): void;
  /** Shows one sentence at the pane's foot. */
  tell(outcome: { readonly isProblem: boolean; readonly words: Words }): void;
}

/** The planner around a component. */
export const PlannerContext = createContext<OpenPlanner | undefined>(undefined);

/** The planner around a component; outside of one that is a bug. */
export function usePlanner(): OpenPlanner {
  const planner = useContext(PlannerContext);
  if (!planner) throw new Error("a part of the planner stands outside of it");
  return planner;
}
