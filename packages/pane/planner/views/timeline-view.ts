import { loadPart } from "../../browser/load-part.ts";
import { defineView } from "../define-view.ts";
import { yearWords } from "../year-words.ts";

/** The year's activities one below the other. */
export const timelineView = defineView({
  id: "timeline",
  words: { zh: "时间线", en: "Timeline" },
  help: { zh: "每个活动从报名到复盘的各个阶段", en: "Each activity's phases from enrolment to review" },
  empty: {
    zh: "这一年还没有活动，请在“活动”里添加。",
    en: "No activities in this year yet: add them under “Activities”.",
  },
  printTitle({ document }) {
    const { zh, en } = yearWords(document.year);
    return { zh: `${zh} 时间线`, en: `${en} Timeline` };
  },
  load: async () => (await loadPart(() => import("./timeline.tsx"))).Timeline,
});
