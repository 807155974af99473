import type { FunctionCard } from "@sevenstar/pane/functions/function-card.ts";

/** The cards of every function, put in by the build. */
export const functionCards: readonly FunctionCard[] = SEVENSTAR_FUNCTION_CARDS;
