import { statutoryHolidays } from "@sevenstar/core/calendar/statutory-holidays";
import { calendarDay } from "@sevenstar/core/cells/calendar-day";
import { LegalHoliday } from "tyme4ts";

const FIRST_YEAR = 2002;
const JOINT = "国庆中秋";

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly name: string;
  readonly isWork: boolean;
}

/** Where tyme4ts 1.5 differs from the notice of the State Council's General Office. */
const corrections: Readonly<Record<number, (days: readonly Day[]) => Day[]>> = {
  // Notice of 2003-04-21: in the SARS year 1–5 May off and nothing made up.
  2003: (days) => days.filter(({ month, day }) => month !== 4 && (month !== 5 || day <= 5)),
  // 国办发明电〔2012〕33号 has two make-up days more.
  2013: (days) => [
    ...days,
    { year: 2013, month: 4, day: 7, name: "清明节", isWork: true },
    { year: 2013, month: 10, day: 12, name: "国庆节", isWork: true },
  ],
  // The notice for 2024 names 10 June alone; the two days before are an ordinary weekend.
  2024: (days) => days.filter(({ month, day }) => month !== 6 || day === 10),
};

/** The source of packages/core/calendar/holiday-notices.ts: the announced holidays of all years that tyme4ts knows. */
export function holidayNotices(): string {
  const years = [...grouped(legalHolidays(), ({ year }) => year)].filter(([year]) => year >= FIRST_YEAR);
  if (years.some(([year], index) => year !== FIRST_YEAR + index)) throw new Error("a year is missing");
  const lines = years.map(([year, days]) => yearText(year, corrections[year]?.(days) ?? days));
  return `// Generated from tyme4ts 1.5, corrected after the notices, by \`pnpm generate\`; do not edit.

/** The year of the first notice. */
export const FIRST_NOTICE_YEAR = ${FIRST_YEAR};

/**
 * The holidays that the State Council's General Office announced, a line a year: a holiday's mark, the first day off
 * as days from its first statutory day (left out where it is that day), ~ how many are off, and then each make-up
 * working day, counted likewise.
 */
export const holidayNotices = \`
${lines.join("\n")}
\`;
`;
}

/** What tyme4ts knows, without working days that are no make-up days. */
function legalHolidays(): Day[] {
  return (LegalHoliday.DATA.match(/\d{10}[+-]\d{2}/g) ?? []).flatMap((entry) => {
    const [year, month, day] = [entry.slice(0, 4), entry.slice(4, 6), entry.slice(6, 8)].map(Number) as [
      number,
      number,
      number,
    ];
    const holiday = LegalHoliday.fromYmd(year, month, day);
    if (!holiday) return [];
    const isWeekend = [0, 6].includes(holiday.getDay().getWeek().getIndex());
    if (holiday.isWork() && !isWeekend) return [];
    return [{ year, month, day, name: holiday.getName(), isWork: holiday.isWork() }];
  });
}

/** A year's holidays, such as `元0~3+3春-1~9-2+12`: 元旦 with the day itself and two more off and the fourth worked. */
function yearText(year: number, days: readonly Day[]): string {
  const isJoint = days.some(({ name }) => name === JOINT);
  const nameOf = ({ name }: Day) =>
    isJoint && (name === JOINT || name === "国庆节") ? "国庆节、中秋节" : name;
  return [...grouped(days, nameOf)]
    .map(([name, ofName]) => {
      const holiday = statutoryHolidays.find((each) => each.name === name);
      const first = holiday?.firstDay(year);
      if (!holiday || first === undefined) throw new Error(`${name} of ${year} is no known holiday`);
      const offset = ({ month, day }: Day) => Number(calendarDay(year, month, day)) - first;
      const off = ofName.filter(({ isWork }) => !isWork).map(offset);
      const work = ofName.filter(({ isWork }) => isWork).map((day) => signed(offset(day)));
      const [span, ...others] = spans(off).map((each) => holiday.mark + each);
      return [`${span}${work.join("")}`, ...others].join("");
    })
    .join("");
}

const signed = (number: number) => (number < 0 ? `${number}` : `+${number}`);

/** Offsets in order, those that follow each other as first~count. */
function spans(offsets: readonly number[]): string[] {
  const found: { first: number; count: number }[] = [];
  for (const offset of offsets) {
    const last = found.at(-1);
    if (last && offset === last.first + last.count) last.count++;
    else found.push({ first: offset, count: 1 });
  }
  return found.map(({ first, count }) => `${first || ""}~${count}`);
}

function grouped<Key>(days: readonly Day[], keyOf: (day: Day) => Key): Map<Key, Day[]> {
  const groups = new Map<Key, Day[]>();
  for (const day of days) groups.set(keyOf(day), [...(groups.get(keyOf(day)) ?? []), day]);
  return groups;
}
