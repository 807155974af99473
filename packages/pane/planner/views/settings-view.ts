import { loadPart } from "../../browser/load-part.ts";
import { defineView } from "../define-view.ts";

/** What the plan is worked out from. */
export const settingsView = defineView({
  id: "settings",
  words: { zh: "设置", en: "Settings" },
  help: {
    zh: "行业、放假安排、报名要求，复制到另一年",
    en: "Industries, holidays, requirements, copying to another year",
  },
  empty: {
    zh: "这一年还没有活动：选好行业，就会排上它的活动。",
    en: "No activities in this year yet: choose industries to plan theirs.",
  },
  load: async () => (await loadPart(() => import("./plan-settings.tsx"))).PlanSettings,
});
