import type { CalendarDay } from "@sevenstar/core/cells/calendar-day";
import type { Language, Words } from "@sevenstar/core/cells/words";
import type { ComponentType } from "react";
import type { HolidayBook } from "../plan/model/holiday-book.ts";
import type { PlanDocument, YearPlan } from "../plan/model/plan-document.ts";
import type { PlanSchedule } from "../plan/model/plan-schedule.ts";
import type { PlanWarning } from "../plan/model/warnings/plan-warning.ts";
import type { SheetHost } from "../sheet-host/sheet-host.ts";
import type { TableSnapshot } from "./keeper/plan-table-keeper.ts";

/** What every part of the planner knows, whether or not the year on show has a plan. */
export interface PlannerOfYear {
  readonly language: Language;
  readonly today: CalendarDay;
  readonly document: PlanDocument;
  /** The plan of the year on show. */
  readonly plan: YearPlan | undefined;
  readonly schedule: PlanSchedule | undefined;
  /** Of every year that has a plan. */
  readonly schedules: readonly PlanSchedule[];
  readonly warnings: readonly PlanWarning[];
  readonly book: HolidayBook;
  /** The plan's table in the workbook. */
  readonly table: TableSnapshot;
  readonly host: SheetHost | undefined;
  /** The team's members, offered as owners. */
  readonly members: readonly string[];
  /** What undo would take back, and redo bring again. */
  readonly undone: Words | undefined;
  readonly redone: Words | undefined;
  readonly view: View;
  /** The month that was looked at last. */
  readonly month: number;
  /** The activity whose editor is open. */
  readonly edited: string | undefined;
}

/** What every part of a planner knows whose year has a plan. */
export interface OpenPlanner extends PlannerOfYear {
  readonly plan: YearPlan;
  readonly schedule: PlanSchedule;
}

/** A view of the planner, for `defineView`. */
export interface View {
  readonly id: string;
  /** Its tab. */
  readonly words: Words;
  /** What it is for, in the list of keys. */
  readonly help: Words;
  /** What it says where it has nothing to show. */
  readonly empty: Words;
  readonly isEmpty: (planner: OpenPlanner) => boolean;
  /** What it is called on paper; a view without it is not printed. */
  readonly printTitle?: (planner: OpenPlanner) => Words;
  readonly Component: ComponentType;
}
