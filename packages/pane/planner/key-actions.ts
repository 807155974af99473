import { addActivity } from "./actions/add-activity.ts";
import { printView } from "./actions/print-view.ts";
import { redo } from "./actions/redo.ts";
import { showKeys } from "./actions/show-keys.ts";
import { undo } from "./actions/undo.ts";
import type { PlannerAction } from "./define-action.ts";

/** The actions that have a key, in the order in which the list of keys shows them. */
export const keyActions: readonly PlannerAction[] = [addActivity, undo, redo, printView, showKeys];
