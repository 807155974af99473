import type { Words } from "@sevenstar/core/cells/words";
import { createContext } from "react";

/** What came of something that the merchant did. */
export interface Outcome {
  readonly isProblem: boolean;
  readonly words: Words;
  /** A way to take it back. */
  readonly remedy?: { readonly words: Words; readonly onTake: () => void };
}

/** An outcome with the way to close it. */
export interface ShownOutcome {
  readonly outcome: Outcome;
  readonly onClose: () => void;
}

/** Shows an outcome at the pane's foot, or none; outside of a pane nobody shows it. */
export const OutcomeContext = createContext<(shown: ShownOutcome | undefined) => void>(() => {});
