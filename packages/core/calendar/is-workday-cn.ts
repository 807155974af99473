import { dateQuantity } from "../cells/quantity.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { HOLIDAYS_SOURCE, holidaysParameter, holidaysWords } from "./holidays-parameter.ts";

/** ISWORKDAYCN: whether people work on a day. */
export const isWorkdayCn = defineFunction({
  id: "ISWORKDAYCN",
  parameters: [
    {
      shape: "each",
      name: "date",
      title: "日期",
      quantity: dateQuantity,
    },
    holidaysParameter,
  ],
  elements:
    ({ holidays }) =>
    (date) =>
      holidays.isWorkday(date),
});

export const isWorkdayCnText = describe(isWorkdayCn, {
  domain: "calendar",
  summary: {
    zh: "这一天上不上班：按中国放假安排，法定假日和周末不上班，调休的周末上班。",
    en: "Whether a date is a working day on the Chinese calendar, make-up working days included.",
  },
  source: HOLIDAYS_SOURCE,
  parameters: {
    date: { zh: "要判断的日期，一个单元格或一列", en: "date, one cell or a range" },
    holidays: holidaysWords,
  },
  returns: { zh: "TRUE 上班，FALSE 休息", en: "TRUE for a working day, FALSE for a day off" },
  examples: [
    { words: { zh: "调休上班的星期六", en: "a working Saturday" }, arguments: ["2026-10-10"], answer: true },
    { arguments: ["2026-10-01"], answer: false },
    { arguments: [[["2026-02-14"], ["2026-02-15"]]], answer: [[true], [false]] },
  ],
});
