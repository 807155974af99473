import { download } from "../../browser/download.ts";
import { loadPart } from "../../browser/load-part.ts";
import { monthPage } from "../../plan/table/month-page.ts";
import { planTable } from "../../plan/table/plan-table.ts";
import { timelinePage } from "../../plan/table/timeline-page.ts";
import { defineAction } from "../define-action.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const done = {
  zh: "已导出 Excel 文件：活动表、月历和时间线。",
  en: "Excel file saved: table, months and timeline.",
};

/** Saves the year as an Excel file; what writes it is loaded when it is asked for. */
export const exportXlsx = defineAction({
  id: "export-xlsx",
  words: { zh: "Excel 文件 .xlsx", en: "Excel file .xlsx" },
  help: { zh: "导出活动表、月历和时间线", en: "The plan's table, months and timeline" },
  needs: "plan",
  async run({ schedule, schedules, document, book, today }) {
    const { planXlsx } = await loadPart(() => import("../../plan/exchange/plan-xlsx.ts"));
    const { year } = document;
    const pages = [monthPage(schedules, year, book), timelinePage(schedule, today)];
    const bytes = await planXlsx(planTable(schedule), pages);
    download(bytes as BlobPart, `活动计划-${year}.xlsx`, TYPE);
    return { isProblem: false, words: done };
  },
});
