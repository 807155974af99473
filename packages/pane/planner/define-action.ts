import type { Words } from "@sevenstar/core/cells/words";
import type { SheetHost } from "../sheet-host/sheet-host.ts";
import type { Outcome } from "../shell/outcome-context.ts";
import { failedOutcome } from "./failed-outcome.ts";
import type { OpenPlanner, PlannerOfYear } from "./open-planner.ts";
import { isOpen, type PlannerActions } from "./planner-context.ts";

/** What an action may need to be there, and what it then knows. */
interface Needs {
  readonly nothing: PlannerOfYear;
  readonly plan: OpenPlanner;
  readonly workbook: OpenPlanner & { readonly host: SheetHost };
}

interface ActionDefinition<Need extends keyof Needs> {
  readonly id: string;
  /** Its button. */
  readonly words: Words;
  /** What it does, for its button's tip and the list of keys. */
  readonly help: Words;
  /** Such as "Ctrl+Z" or "N", the first of which the list of keys names. */
  readonly keys?: readonly string[];
  readonly needs: Need;
  readonly isEnabled?: (planner: Needs[Need]) => boolean;
  /** What it would do now, in place of its button's name. */
  readonly title?: (planner: PlannerOfYear) => Words;
  /** Does it, and gives what is to be told of it. */
  readonly run: (planner: Needs[Need], actions: PlannerActions) => Promise<Outcome | undefined> | undefined;
}

/** Something that a merchant can do in the planner, by a button or a key. */
export interface PlannerAction extends Pick<ActionDefinition<"nothing">, "id" | "words" | "help" | "title"> {
  readonly keys: readonly string[];
  isEnabled(planner: PlannerOfYear): boolean;
  /** Does it where it is enabled, and tells what came of it; it never throws. */
  run(planner: PlannerOfYear, actions: PlannerActions): Promise<void>;
}

const isMet: Readonly<Record<keyof Needs, (planner: PlannerOfYear) => boolean>> = {
  nothing: () => true,
  plan: isOpen,
  workbook: (planner) => isOpen(planner) && planner.host !== undefined,
};

/** An action of the planner: button, key, help and what is told when it fails come from it. */
export function defineAction<Need extends keyof Needs>(definition: ActionDefinition<Need>): PlannerAction {
  const { id, words, help, keys = [], needs, title } = definition;
  const enabled = (planner: PlannerOfYear): Needs[Need] | undefined => {
    if (!isMet[needs](planner)) return undefined;
    const met = planner as Needs[Need];
    return (definition.isEnabled?.(met) ?? true) ? met : undefined;
  };
  return {
    id,
    words,
    help,
    keys,
    ...(title ? { title } : {}),
    isEnabled: (planner) => enabled(planner) !== undefined,
    async run(planner, actions) {
      const met = enabled(planner);
      if (!met) return;
      try {
        const told = await definition.run(met, actions);
        if (told) actions.tell(told);
      } catch (error) {
        const failed = { zh: `“${words.zh}”没有做成`, en: `“${words.en}” was not done` };
        actions.tell(failedOutcome(failed, error));
      }
    },
  };
}
