import type { IWorksheetData } from "@univerjs/core";
import { draftSheet } from "./draft-sheet.ts";

const ACTIVITIES = 10;
const RESULT = 4;

/** 活动日历: the year's activities with their milestones, what comes next, and working days. */
export function calendarSheet(isNarrow: boolean): Partial<IWorksheetData> {
  const sheet = draftSheet("calendar", "活动日历");
  sheet.put(0, 0, "活动日历 Activity calendar", "title");
  sheet.put(
    1,
    0,
    "报名、备货、预热、复盘从活动日期倒推，遇到不上班的日子提前；没有放假通知的年份注明“预计”。",
    "hint",
  );
  sheet.putRow(2, 0, ["年份", "行业"], "data");
  sheet.put(3, 0, 2026, "input");
  sheet.put(3, 1, "服装", "input");
  sheet.put(2, RESULT, "=ACTIVITIES(A4,B4)");
  sheet.paint(2, RESULT, 1, 9, "result");
  sheet.paint(3, RESULT + 1, ACTIVITIES, 7, "date");

  sheet.put(5, 0, "今天（可改）", "data");
  sheet.put(5, 1, 46_270, "inputDate");
  const next = 3 + ACTIVITIES + 1;
  sheet.put(next, RESULT, "下一个活动", "section");
  sheet.put(next + 1, RESULT, "=NEXTACTIVITY(B6,B4)");
  sheet.paint(next + 1, RESULT, 1, 6, "result");
  sheet.put(next + 2, RESULT + 1, undefined, "date");
  sheet.put(next + 2, RESULT + 4, undefined, "date");

  sheet.putRow(7, 0, ["开始日期", "工作日数"], "data");
  sheet.put(7, 2, "到哪一天", "result");
  const starts = [
    [46_283, 1],
    [46_283, 10],
    [46_296, -1],
  ];
  for (const [index, [start, days]] of starts.entries()) {
    sheet.put(8 + index, 0, start, "inputDate");
    sheet.put(8 + index, 1, days, "inputWhole");
  }
  sheet.put(8, 2, `=WORKDAYCN(A9:A${8 + starts.length},B9:B${8 + starts.length})`);
  sheet.paint(8, 2, starts.length, 1, "date");

  sheet.putRow(12, 0, ["节日或节气", "年份"], "data");
  sheet.put(12, 2, "日期", "result");
  const festivals = ["除夕", "春节", "元宵", "端午", "立秋", "中秋", "冬至"];
  for (const [index, name] of festivals.entries()) {
    sheet.put(13 + index, 0, name, "input");
    sheet.put(13 + index, 1, 2027, "input");
  }
  sheet.put(13, 2, `=FESTIVAL(A14:A${13 + festivals.length},B14:B${13 + festivals.length})`);
  sheet.paint(13, 2, festivals.length, 1, "date");

  const holidays = next + 4;
  sheet.put(holidays, RESULT, "全年放假和调休", "section");
  sheet.put(holidays + 1, RESULT, "=HOLIDAYS(A4)");
  sheet.paint(holidays + 1, RESULT, 1, 4, "result");
  sheet.paint(holidays + 2, RESULT, 45, 1, "date");
  sheet.paint(holidays + 2, RESULT + 2, 45, 2, "centred");

  sheet.widths(0, [isNarrow ? 110 : 130, 110, 110, 24, 140, 110, 110, 110, 110, 110, 110, 110, 420]);
  sheet.height(0, 32);
  return sheet.done();
}
