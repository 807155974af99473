import { defineFunction, describe } from "../functions/define-function.ts";
import { HOLIDAYS_SOURCE } from "./holidays-parameter.ts";
import {
  FIRST_HOLIDAY_YEAR,
  isAnnounced,
  LAST_HOLIDAY_YEAR,
  publicHolidays,
  unknownHolidays,
} from "./public-holidays.ts";
import { yearQuantity } from "./year-quantity.ts";

/** HOLIDAYS: a year's days off and make-up working days. */
export const holidays = defineFunction({
  id: "HOLIDAYS",
  parameters: [
    {
      shape: "one",
      name: "year",
      title: "年份",
      quantity: yearQuantity,
    },
  ],
  dates: ["日期"],
  compute: ({ year }) => {
    const refusal = unknownHolidays(year);
    if (refusal) return refusal;
    const status = isAnnounced(year) ? "公布" : "预计";
    const rows = publicHolidays(year).map(({ day, name, type }) => [day, name, type, status]);
    return [["日期", "名称", "类型", "状态"], ...rows];
  },
});

export const holidaysText = describe(holidays, {
  domain: "calendar",
  summary: {
    zh: "某一年的放假安排：每个放假的日子和调休上班的日子，注明是已公布还是预计；可以抄成表格，改后交给其他函数的“放假安排”。",
    en: "A year's public holidays and make-up working days, announced or estimated; a copy can be changed and passed as holidays.",
  },
  source: HOLIDAYS_SOURCE,
  parameters: {
    year: {
      zh: `公历年份，${FIRST_HOLIDAY_YEAR}–${LAST_HOLIDAY_YEAR}`,
      en: `civil year, ${FIRST_HOLIDAY_YEAR} to ${LAST_HOLIDAY_YEAR}`,
    },
  },
  returns: {
    zh: "表格：日期（序列号）、名称、类型（休、班）、状态（公布、预计）",
    en: "table 日期 (date serial), 名称 (name), 类型 (休 off, 班 work), 状态 (公布 announced, 预计 estimated)",
  },
  examples: [
    {
      words: { zh: "通知尚未公布的年份，按法定假日预计", en: "a year without a notice: the statutory days" },
      arguments: [2027],
      answer: [
        ["日期", "名称", "类型", "状态"],
        [46388, "元旦", "休", "预计"],
        [46423, "春节", "休", "预计"],
        [46424, "春节", "休", "预计"],
        [46425, "春节", "休", "预计"],
        [46426, "春节", "休", "预计"],
        [46482, "清明节", "休", "预计"],
        [46508, "劳动节", "休", "预计"],
        [46509, "劳动节", "休", "预计"],
        [46547, "端午节", "休", "预计"],
        [46645, "中秋节", "休", "预计"],
        [46661, "国庆节", "休", "预计"],
        [46662, "国庆节", "休", "预计"],
        [46663, "国庆节", "休", "预计"],
      ],
    },
    { arguments: [1999], answer: { error: "#N/A", says: "2002–2099" } },
  ],
});
