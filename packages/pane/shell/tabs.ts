import { functionsTab } from "../functions/functions-tab.ts";
import { plannerTab } from "../planner/planner-tab.ts";
import { templatesTab } from "../templates/templates-tab.ts";
import type { PaneTab } from "./define-tab.ts";

/** The pane's tabs in their order; the first is shown to whoever comes for the first time. */
export const tabs = [plannerTab, functionsTab, templatesTab] as const satisfies readonly PaneTab[];
