import { dateQuantity } from "../cells/quantity.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { HOLIDAYS_SOURCE, holidaysParameter, holidaysWords } from "./holidays-parameter.ts";

/** NETWORKDAYSCN: how many Chinese working days lie between two days, both counted. */
export const networkdaysCn = defineFunction({
  id: "NETWORKDAYSCN",
  parameters: [
    {
      shape: "each",
      name: "start",
      title: "开始日期",
      quantity: dateQuantity,
    },
    {
      shape: "each",
      name: "end",
      title: "结束日期",
      quantity: dateQuantity,
    },
    holidaysParameter,
  ],
  elements:
    ({ holidays }) =>
    (start, end) =>
      holidays.countWorkdays(start, end),
});

export const networkdaysCnText = describe(networkdaysCn, {
  domain: "calendar",
  summary: {
    zh: "两天之间有几个工作日（首尾都算）：用法同 NETWORKDAYS，按中国放假安排计算，调休上班的周末也算。",
    en: "Working days between two dates, both counted, as Excel's NETWORKDAYS, on the Chinese calendar with make-up working days.",
  },
  source: HOLIDAYS_SOURCE,
  parameters: {
    start: { zh: "第一天，计算在内", en: "first date, counted" },
    end: {
      zh: "最后一天，计算在内；早于开始日期则结果为负",
      en: "last date, counted; before the start the answer is negative",
    },
    holidays: holidaysWords,
  },
  returns: { zh: "工作日数", en: "number of working days" },
  examples: [
    {
      words: { zh: "2026 年春节前后", en: "around the Spring Festival of 2026" },
      arguments: ["2026-02-09", "2026-03-01"],
      answer: 11,
    },
    { arguments: ["2026-03-01", "2026-02-09"], answer: -11 },
    {
      words: { zh: "填入 2027 年的放假安排", en: "with the notice for 2027" },
      arguments: [
        "2027-02-01",
        "2027-02-14",
        [
          ["日期", "名称", "类型"],
          ["2027-02-05", "春节", "休"],
          ["2027-02-08", "春节", "休"],
          ["2027-02-09", "春节", "休"],
          ["2027-02-14", "春节", "班"],
        ],
      ],
      answer: 8,
    },
  ],
});
