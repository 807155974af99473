import { loadPart } from "../../browser/load-part.ts";
import { defineView } from "../define-view.ts";

/** The year's activities, to be changed. */
export const activitiesView = defineView({
  id: "activities",
  words: { zh: "活动", en: "Activities" },
  help: { zh: "添加、修改、停用和排列活动", en: "Add, change, disable and sort activities" },
  empty: {
    zh: "这一年还没有活动，请点“添加活动”。",
    en: "No activities in this year yet: press “Add an activity”.",
  },
  isEmpty: ({ plan }) => plan.activities.length === 0,
  load: async () => (await loadPart(() => import("./activity-list.tsx"))).ActivityList,
});
