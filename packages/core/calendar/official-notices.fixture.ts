import { type CalendarDay, calendarDay } from "../cells/calendar-day.ts";

/** For tests: the State Council's notices as facts.md §3 copies them, by hand and apart from the generated table. */
const notices: Readonly<Record<number, { readonly off: string; readonly work: string }>> = {
  2024: {
    off: "1.1 2.10-2.17 4.4-4.6 5.1-5.5 6.10 9.15-9.17 10.1-10.7",
    work: "2.4 2.18 4.7 4.28 5.11 9.14 9.29 10.12",
  },
  2025: {
    off: "1.1 1.28-2.4 4.4-4.6 5.1-5.5 5.31-6.2 10.1-10.8",
    work: "1.26 2.8 4.27 9.28 10.11",
  },
  2026: {
    off: "1.1-1.3 2.15-2.23 4.4-4.6 5.1-5.5 6.19-6.21 9.25-9.27 10.1-10.7",
    work: "1.4 2.14 2.28 5.9 9.20 10.10",
  },
};

const dayOf = (year: number, text: string) => {
  const [month, day] = text.split(".");
  return calendarDay(year, Number(month), Number(day)) as CalendarDay;
};

function daysOf(year: number, spans: string): CalendarDay[] {
  return spans.split(" ").flatMap((span) => {
    const [first = "", last = first] = span.split("-");
    const days: CalendarDay[] = [];
    for (let day = dayOf(year, first); day <= dayOf(year, last); day++) days.push(day);
    return days;
  });
}

/** For tests: a year's days off and make-up working days by the notice. */
export const officialNotice = (year: 2024 | 2025 | 2026) => ({
  off: daysOf(year, notices[year]?.off ?? ""),
  work: daysOf(year, notices[year]?.work ?? ""),
});

/** For tests: every day of 2024–2026 in order and whether people work on it, by the weekday and the notices. */
export function officialDays(): { day: CalendarDay; isWorkday: boolean }[] {
  const off = new Set([2024, 2025, 2026].flatMap((year) => officialNotice(year as 2024).off));
  const work = new Set([2024, 2025, 2026].flatMap((year) => officialNotice(year as 2024).work));
  const days: { day: CalendarDay; isWorkday: boolean }[] = [];
  // 2024-01-01 was a Monday.
  let weekday = 1;
  for (let day = dayOf(2024, "1.1"); day <= dayOf(2026, "12.31"); day++) {
    const isWeekday = weekday >= 1 && weekday <= 5;
    days.push({ day, isWorkday: work.has(day) || (isWeekday && !off.has(day)) });
    weekday = (weekday + 1) % 7;
  }
  return days;
}
