import { loadPart } from "../../browser/load-part.ts";
import { defineView } from "../define-view.ts";
import { yearWords } from "../year-words.ts";

/** The twelve months of the year. */
export const yearView = defineView({
  id: "year",
  words: { zh: "全年", en: "Year" },
  help: { zh: "十二个月各一条，看全年的疏密", en: "Twelve months as strips: where the year is busy" },
  empty: {
    zh: "这一年还没有活动，请在“活动”里添加。",
    en: "No activities in this year yet: add them under “Activities”.",
  },
  printTitle: ({ document }) => yearWords(document.year),
  load: async () => (await loadPart(() => import("./year-strips.tsx"))).YearStrips,
});
