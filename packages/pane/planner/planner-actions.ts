import type { Words } from "@sevenstar/core/cells/words";
import type { Dispatch, RefObject, SetStateAction } from "react";
import { loadPart } from "../browser/load-part.ts";
import { newYearPlan } from "../plan/model/new-plan.ts";
import { planOfYear } from "../plan/model/plan-document.ts";
import type { Say } from "../shell/language-context.ts";
import type { Outcome } from "../shell/outcome-context.ts";
import { failedOutcome } from "./failed-outcome.ts";
import type { PlannerKeeper } from "./keeper/planner-keeper.ts";
import type { PlannerOfYear } from "./open-planner.ts";
import type { PlannerActions } from "./planner-context.ts";
import { activitiesView } from "./views/activities-view.ts";
import { monthView } from "./views/month-view.ts";
import type { Copied } from "./views/moves-panel.tsx";
import { yearView } from "./views/year-view.ts";

/** Where in the planner the merchant is. */
export type Place = Pick<PlannerOfYear, "view" | "month" | "edited">;

interface PlannerFrame {
  readonly say: Say;
  /** What the view on show stands in. */
  readonly panel: RefObject<HTMLElement | null>;
  readonly setPlace: Dispatch<SetStateAction<Place>>;
  readonly setCopied: (copied: Copied | undefined) => void;
  readonly setOutcome: (outcome: Outcome | undefined) => void;
  readonly setShowsKeys: Dispatch<SetStateAction<boolean>>;
}

const undoWords: Words = { zh: "撤消", en: "Undo" };

/** What may be done in an open planner: changes go to its keeper, places and sentences to its frame. */
export function plannerActions(keeper: PlannerKeeper, frame: PlannerFrame): PlannerActions {
  const { say, panel, setPlace, setCopied, setOutcome, setShowsKeys } = frame;
  const go = (to: Partial<Place>) => setPlace((place) => ({ ...place, ...to }));
  const tell = (outcome: Outcome | undefined) => outcome && setOutcome(outcome);
  const undo = () => {
    keeper.undo();
    setOutcome(undefined);
  };
  const run: PlannerActions["run"] = (command, told) => {
    keeper.run(command);
    // What was used may be gone from the view; the keyboard then goes on from the view itself.
    setTimeout(() => {
      if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
    });
    setOutcome(told && { isProblem: false, words: told, remedy: { words: undoWords, onTake: undo } });
  };
  return {
    tell,
    run,
    undo,
    redo: () => keeper.redo(),
    showYear(year) {
      keeper.showYear(year);
      setCopied(undefined);
    },
    show: (view) => go({ view }),
    showMonth: (month) => go({ view: monthView, month }),
    edit: (edited) => go({ view: activitiesView, edited }),
    addYear: (year) => run({ kind: "add-year", plan: newYearPlan(year, []) }),
    async copyYear(from, to) {
      const { state, book } = keeper.snapshot();
      const opened = typeof state === "object" && "opened" in state ? state.opened : undefined;
      const source = opened && planOfYear(opened.history.document, from);
      if (!source) return;
      try {
        const { copyPlan } = await loadPart(() => import("../plan/model/copy-plan.ts"));
        const { plan, moves } = copyPlan(source, to, book);
        run({ kind: "add-year", plan });
        setCopied({ from, to, moves });
        go({ view: yearView });
      } catch (error) {
        const what = { zh: `没有复制到 ${to} 年`, en: `Nothing was copied to ${to}` };
        setOutcome(failedOutcome(what, error));
      }
    },
    async print(title) {
      const { printElement } = await loadPart(() => import("../browser/print-element.ts"));
      return panel.current !== null && printElement(panel.current, say(title));
    },
    toggleKeys: () => setShowsKeys((isShown) => !isShown),
    writeTable: async (written, givesUpEdits) => tell(await keeper.writeTable(written, givesUpEdits)),
    takeTableEdits: async (shown, choices) => tell(await keeper.takeTableEdits(shown, choices)),
  };
}
