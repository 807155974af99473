import { monthPage } from "../../plan/table/month-page.ts";
import { defineAction } from "../define-action.ts";
import { writePage } from "./write-page.ts";

/** Writes the year's month calendar into the workbook. */
export const writeMonths = defineAction({
  id: "write-months",
  words: { zh: "写入月历", en: "Write the month calendar" },
  help: {
    zh: "在工作簿里生成可以打印的全年月历",
    en: "Make a calendar of the year in the workbook, to be printed",
  },
  needs: "workbook",
  run: ({ host, schedules, document, book }) => writePage(host, monthPage(schedules, document.year, book)),
});
