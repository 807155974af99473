import { loadPart } from "../../browser/load-part.ts";
import { defineView } from "../define-view.ts";
import { monthOfYearWords } from "../year-words.ts";

/** One month. */
export const monthView = defineView({
  id: "month",
  words: { zh: "月历", en: "Month" },
  help: { zh: "一个月的月历和当月要做的事", en: "One month as a calendar, and what is due in it" },
  empty: {
    zh: "这一年还没有活动，请在“活动”里添加。",
    en: "No activities in this year yet: add them under “Activities”.",
  },
  printTitle: ({ document, month }) => monthOfYearWords(document.year, month),
  load: async () => (await loadPart(() => import("./month-calendar.tsx"))).MonthCalendar,
});
