import type { CalendarDay } from "@sevenstar/core/cells/calendar-day";
import type { Language, Words } from "@sevenstar/core/cells/words";
import { createContext, useContext } from "react";
import type { HolidayBook } from "../plan/model/holiday-book.ts";
import type { PlanCommand } from "../plan/model/plan-command.ts";
import type { PlanDocument, YearPlan } from "../plan/model/plan-document.ts";
import type { PlanSchedule } from "../plan/model/plan-schedule.ts";
import type { PlanWarning } from "../plan/model/warnings/plan-warning.ts";
import type { Choices, ReadBack } from "../plan/table/read-back.ts";
import type { SheetHost } from "../sheet-host/sheet-host.ts";
import type { TableSnapshot, Told } from "./keeper/plan-table-keeper.ts";

/** The views of the planner. */
export type PlannerView = "week" | "year" | "month" | "timeline" | "activities" | "files" | "settings";

/** What every part of an open planner knows. */
export interface OpenPlanner {
  readonly language: Language;
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
  readonly table: TableSnapshot;
  readonly host: SheetHost | undefined;
  /** The team's members, offered as owners. */
  readonly members: readonly string[];
}

/** What every part of a planner may do; the same object until the language changes. */
export interface PlannerActions {
  /** One of two words, by the language. */
  say(words: Words): string;
  /** Does a command; `told` is said of it, with a button that takes it back. */
  run(command: PlanCommand, told?: Words): void;
  undo(): void;
  redo(): void;
  showYear(year: number): void;
  show(view: PlannerView): void;
  /** Opens an activity for editing. */
  edit(id: string): void;
  /** Shows one sentence at the pane's foot. */
  tell(outcome: Told): void;
  /** Writes a year's plan; edits that were not read back are kept, and pointed at, unless they are given up. */
  writeTable(year: number, givesUpEdits?: boolean): Promise<void>;
  /** Brings the table's edits, the newest too, and the decided conflicts into the plan, and writes it anew. */
  takeTableEdits(shown: ReadBack, choices: Choices): Promise<void>;
}

/** The planner around a component. */
export const PlannerContext = createContext<OpenPlanner | undefined>(undefined);

/** What may be done in the planner around a component. */
export const PlannerActionsContext = createContext<PlannerActions | undefined>(undefined);

/** The planner around a component, which is drawn anew at every change; outside of one that is a bug. */
export const usePlanner = (): OpenPlanner => within(useContext(PlannerContext));

/** What may be done in the planner around a component; who only acts is not drawn anew when the plan changes. */
export const usePlannerActions = (): PlannerActions => within(useContext(PlannerActionsContext));

function within<Planner>(planner: Planner | undefined): Planner {
  if (!planner) throw new Error("a part of the planner stands outside of it");
  return planner;
}
