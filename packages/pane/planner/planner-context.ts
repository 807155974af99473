import type { Words } from "@sevenstar/core/cells/words";
import { createContext, useContext } from "react";
import type { PlanCommand } from "../plan/model/plan-command.ts";
import type { Choices, ReadBack } from "../plan/table/read-back.ts";
import type { Outcome } from "../shell/outcome-context.ts";
import type { OpenPlanner, PlannerOfYear, View } from "./open-planner.ts";

/** What every part of a planner may do; the same object as long as it is open. */
export interface PlannerActions {
  /** Does a command; `told` is said of it, with a button that takes it back. */
  run(command: PlanCommand, told?: Words): void;
  undo(): void;
  redo(): void;
  showYear(year: number): void;
  show(view: View): void;
  showMonth(month: number): void;
  /** Opens an activity for editing, or closes the one that is open. */
  edit(id: string | undefined): void;
  /** Begins a year's plan with the built-in activities. */
  addYear(year: number): void;
  /** Makes a year's plan from another's; what moved is listed. */
  copyYear(from: number, to: number): Promise<void>;
  /** Prints the view on show; gives whether the browser could. */
  print(title: Words): Promise<boolean>;
  /** Shows the list of keys, or puts it away. */
  toggleKeys(): void;
  /** Shows one sentence at the pane's foot. */
  tell(outcome: Outcome): void;
  /** Writes a year's plan; edits that were not read back are kept, and pointed at, unless they are given up. */
  writeTable(year: number, givesUpEdits?: boolean): Promise<void>;
  /** Brings the table's edits, the newest too, and the decided conflicts into the plan, and writes it anew. */
  takeTableEdits(shown: ReadBack, choices: Choices): Promise<void>;
}

/** The planner around a component. */
export const PlannerContext = createContext<PlannerOfYear | undefined>(undefined);

/** What may be done in the planner around a component. */
export const PlannerActionsContext = createContext<PlannerActions | undefined>(undefined);

/** The planner around a component, whether or not its year has a plan; outside of one that is a bug. */
export const usePlannerOfYear = (): PlannerOfYear => within(useContext(PlannerContext));

/** The planner around a component, which is drawn anew at every change; in a year without a plan that is a bug. */
export const usePlanner = (): OpenPlanner => {
  const planner = usePlannerOfYear();
  return within(isOpen(planner) ? planner : undefined);
};

/** Whether the year on show has a plan. */
export const isOpen = (planner: PlannerOfYear): planner is OpenPlanner =>
  planner.plan !== undefined && planner.schedule !== undefined;

/** What may be done in the planner around a component; who only acts is not drawn anew when the plan changes. */
export const usePlannerActions = (): PlannerActions => within(useContext(PlannerActionsContext));

function within<Planner>(planner: Planner | undefined): Planner {
  if (!planner) throw new Error("a part of the planner stands outside of it");
  return planner;
}
