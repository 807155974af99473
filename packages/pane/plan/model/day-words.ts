import { type CalendarDay, civilDate } from "@sevenstar/core/cells/calendar-day";
import type { Words } from "@sevenstar/core/cells/words";

/** From Saturday, as Excel's serials count the days of the week. */
const WEEKDAYS = ["六", "日", "一", "二", "三", "四", "五"];
const ENGLISH_WEEKDAYS = ["Sat", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A month's name, 1–12. */
export const monthWords = (month: number): Words => ({ zh: `${month}月`, en: MONTHS[month - 1] ?? "" });

/** The day of the week. */
export const weekdayWords = (day: CalendarDay): Words => ({
  zh: `周${WEEKDAYS[day % 7]}`,
  en: ENGLISH_WEEKDAYS[day % 7] ?? "",
});

/** A day without its weekday, such as 9月20日; its year is said where it is not the one given. */
export function shortDayWords(day: CalendarDay, year: number): Words {
  const date = civilDate(day);
  const isOther = date.year !== year;
  return {
    zh: `${isOther ? `${date.year}年` : ""}${date.month}月${date.day}日`,
    en: `${date.day} ${MONTHS[date.month - 1]}${isOther ? ` ${date.year}` : ""}`,
  };
}

/** A day with its weekday, such as 9月20日（周日）; its year is said where it is not the one given. */
export function dayWords(day: CalendarDay, year: number): Words {
  const [date, weekday] = [shortDayWords(day, year), weekdayWords(day)];
  return { zh: `${date.zh}（${weekday.zh}）`, en: `${weekday.en} ${date.en}` };
}
