import type { View } from "./open-planner.ts";
import { activitiesView } from "./views/activities-view.ts";
import { filesView } from "./views/files-view.ts";
import { monthView } from "./views/month-view.ts";
import { settingsView } from "./views/settings-view.ts";
import { timelineView } from "./views/timeline-view.ts";
import { weekView } from "./views/week-view.ts";
import { yearView } from "./views/year-view.ts";

/** The planner's views in their order; the keys 1, 2, 3… show them. */
export const views: readonly View[] = [
  weekView,
  yearView,
  monthView,
  timelineView,
  activitiesView,
  filesView,
  settingsView,
];
