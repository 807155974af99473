import { download } from "../../browser/download.ts";
import { loadPart } from "../../browser/load-part.ts";
import { defineAction } from "../define-action.ts";

const done = {
  zh: "已导出日历文件：用手机或电脑的日历打开，截止前 3 个工作日和当天 9 点提醒；再次导入会更新，不会重复。",
  en: "Calendar file saved: open it with your calendar. It reminds three working days before a deadline and at nine on the day; a second import updates the first.",
};

/** Saves the year as a calendar file; what writes it is loaded when it is asked for. */
export const exportIcs = defineAction({
  id: "export-ics",
  words: { zh: "日历文件 .ics", en: "Calendar file .ics" },
  help: {
    zh: "导出到手机或电脑的日历，带提醒",
    en: "For the calendar of your phone or computer, with reminders",
  },
  needs: "plan",
  async run({ schedule, book, document, language }) {
    const { planIcs } = await loadPart(() => import("../../plan/exchange/plan-ics.ts"));
    const text = planIcs(schedule, book, language, new Date());
    download(text, `活动计划-${document.year}.ics`, "text/calendar;charset=utf-8");
    return { isProblem: false, words: done };
  },
});
