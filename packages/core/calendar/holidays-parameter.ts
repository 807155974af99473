import type { Words } from "../cells/words.ts";
import type { RangeParameter } from "../functions/define-function.ts";
import { announcedYears } from "./public-holidays.ts";
import { readHolidays } from "./read-holidays.ts";
import { builtInCalendar } from "./work-calendar.ts";

/** The optional holidays of WORKDAYCN, NETWORKDAYSCN and ISWORKDAYCN. */
export const holidaysParameter = {
  shape: "range",
  name: "holidays",
  title: "放假安排",
  read: readHolidays,
  zeroIsBlank: true,
  optional: true,
  fallback: builtInCalendar,
} as const satisfies RangeParameter;

export const holidaysWords: Words = {
  zh: "放假安排表，含表头 日期、名称、类型（休/班），只替换表中出现的年份；也可以只选一列日期，表示另外放假的日子；不填用内置安排",
  en: "holidays table with the header 日期 (date), 名称 (name), 类型 (休 off / 班 work), which replaces the years it mentions; or a plain list of further days off; built-in if left out",
};

/** Where the working days come from. */
export const HOLIDAYS_SOURCE = `国务院办公厅历年节假日安排通知（${/* @__PURE__ */ announcedYears()}，2024–2026 年逐日核对）；之后各年按 2024 年 11 月修订的《全国年节及纪念日放假办法》只计周末和法定假日，为预计`;
