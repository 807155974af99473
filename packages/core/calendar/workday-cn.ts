import { dateQuantity, numberQuantity } from "../cells/quantity.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { HOLIDAYS_SOURCE, holidaysParameter, holidaysWords } from "./holidays-parameter.ts";

/** WORKDAYCN: the day that lies a number of Chinese working days after or before a day. */
export const workdayCn = defineFunction({
  id: "WORKDAYCN",
  parameters: [
    {
      shape: "each",
      name: "start",
      title: "开始日期",
      quantity: dateQuantity,
    },
    {
      shape: "each",
      name: "days",
      title: "工作日数",
      quantity: numberQuantity({ words: { zh: "工作日数", en: "number of working days" } }),
    },
    holidaysParameter,
  ],
  dates: "all",
  elements:
    ({ holidays }) =>
    (start, days) =>
      holidays.addWorkdays(start, Math.trunc(days)),
});

export const workdayCnText = describe(workdayCn, {
  domain: "calendar",
  summary: {
    zh: "若干个工作日之后（或之前）是哪一天：用法同 WORKDAY，按中国放假安排计算，调休上班的周末也算工作日。",
    en: "The day a number of working days after or before a date, as Excel's WORKDAY, on the Chinese calendar with make-up working days.",
  },
  source: HOLIDAYS_SOURCE,
  parameters: {
    start: { zh: "从哪一天算起，这一天本身不计", en: "date to start from, not counted itself" },
    days: {
      zh: "往后数多少个工作日；负数往前数；0 就是开始日期；小数舍去",
      en: "number of working days; negative counts back; 0 gives the start; a fraction is cut",
    },
    holidays: holidaysWords,
  },
  returns: { zh: "日期序列号，请设成日期格式", en: "date as a serial number" },
  examples: [
    {
      words: { zh: "2026-09-20 是调休上班的星期日", en: "2026-09-20 is a working Sunday" },
      arguments: ["2026-09-18", 1],
      answer: 46285,
    },
    {
      words: { zh: "国庆前的最后一个工作日", en: "last working day before National Day" },
      arguments: ["2026-10-01", -1],
      answer: 46295,
    },
    {
      words: { zh: "公司另外放假的一天", en: "a further day off" },
      arguments: ["2026-09-18", 1, "2026-09-20"],
      answer: 46286,
    },
    { arguments: ["2001-05-01", 1], answer: { error: "#N/A", says: "2002–2099" } },
  ],
});
