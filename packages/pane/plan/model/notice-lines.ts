import type { Holiday } from "@sevenstar/core/calendar/public-holidays";
import type { CalendarDay } from "@sevenstar/core/cells/calendar-day";
import type { Words } from "@sevenstar/core/cells/words";
import { dayWords } from "./day-words.ts";
import { holidayWords } from "./holiday-words.ts";
import type { HolidayNotice } from "./plan-document.ts";

/** Every day of a notice as people read it, a line for each holiday in the order of the year. */
export function noticeLines({ year, days }: HolidayNotice): Words[] {
  const byName = new Map<string, Holiday[]>();
  for (const holiday of days) byName.set(holiday.name, [...(byName.get(holiday.name) ?? []), holiday]);
  const begins = (its: readonly Holiday[]) => (its.find(({ type }) => type === "休") ?? its[0])?.day ?? 0;
  const inOrder = [...byName].sort(([, one], [, other]) => begins(one) - begins(other));
  return inOrder.map(([name, its]) => {
    const off = its.filter(({ type }) => type === "休").map(({ day }) => day);
    const worked = its.filter(({ type }) => type === "班").map(({ day }) => day);
    const said = (days_: readonly CalendarDay[], language: keyof Words) =>
      runs(days_)
        .map(([first, last]) => {
          const words = (day: CalendarDay) => dayWords(day, year)[language];
          const to = { zh: "至", en: " to " }[language];
          return first === last ? words(first) : `${words(first)}${to}${words(last)}`;
        })
        .join({ zh: "、", en: ", " }[language]);
    const zh = [
      off.length > 0 && `${said(off, "zh")}放假，共 ${off.length} 天`,
      worked.length > 0 && `${said(worked, "zh")}上班`,
    ];
    const en = [
      off.length > 0 && `off ${said(off, "en")} (${off.length})`,
      worked.length > 0 && `worked ${said(worked, "en")}`,
    ];
    return {
      zh: `${name && `${name}：`}${zh.filter(Boolean).join("；")}`,
      en: `${name && `${holidayWords(name).en}: `}${en.filter(Boolean).join("; ")}`,
    };
  });
}

/** Days in order as stretches without a gap. */
function runs(days: readonly CalendarDay[]): (readonly [CalendarDay, CalendarDay])[] {
  const found: [CalendarDay, CalendarDay][] = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last && last[1] + 1 === day) last[1] = day;
    else found.push([day, day]);
  }
  return found;
}
