import { EVERY_INDUSTRY } from "@sevenstar/core/calendar/industry";
import type { PlanActivity } from "./plan-document.ts";

/** An activity of every industry of which nothing is known but its id and name. */
export const blankActivity = (id: string, activity: string): PlanActivity => ({
  id,
  activity,
  dateRule: "",
  days: 1,
  industries: [EVERY_INDUSTRY],
  offsets: {},
  isEnabled: true,
  owner: "",
  note: "",
  source: "",
  fixedDays: {},
  statuses: {},
});
