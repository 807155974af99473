import { loadPart } from "../browser/load-part.ts";
import { defineTab } from "../shell/define-tab.ts";

/** The activity planner's tab. */
export const plannerTab = defineTab({
  id: "plan",
  words: { zh: "活动日历", en: "Planner" },
  load: async () => (await loadPart(() => import("./planner.tsx"))).Planner,
});
