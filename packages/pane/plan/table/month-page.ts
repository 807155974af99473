import { type CalendarDay, civilDate } from "@sevenstar/core/cells/calendar-day";
import { areaAddress } from "@sevenstar/core/cells/cell-address";
import type { WrittenCell, WrittenSheet } from "../../sheet-host/sheet-host.ts";
import { mondayOf } from "../model/agenda.ts";
import { type DayEvent, dayEvents } from "../model/day-events.ts";
import { dayMarks } from "../model/day-marks.ts";
import type { HolidayBook } from "../model/holiday-book.ts";
import { isSettled } from "../model/milestone-statuses.ts";
import { monthWeeks } from "../model/month-weeks.ts";
import type { PlanSchedule } from "../model/plan-schedule.ts";
import { stepWords } from "../model/step-words.ts";
import { sheetColours } from "./sheet-colours.ts";

/** The sheet with the printable month calendars. */
export const MONTH_PAGE = "活动月历";

const WEEKDAYS = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
const DAYS = WEEKDAYS.length;
const LINE_HEIGHT = 17;
const LEAST_LINES = 2;
/** Characters of Chinese that a cell of the page holds in one line. */
const LINE_CHARACTERS = 10;

type Area = NonNullable<WrittenSheet["areas"]>[number];

/** Twelve months one below the other: day, holiday and lunar date, and below it what is due. */
export function monthPage(schedules: readonly PlanSchedule[], year: number, book: HolidayBook): WrittenSheet {
  const events = dayEvents(schedules);
  const rows: WrittenCell[][] = [];
  const rowHeights: number[] = [];
  const areas: Area[] = [];
  const add = (cells: readonly WrittenCell[], height: number) => {
    rows.push([...cells]);
    rowHeights.push(height);
  };
  for (let month = 1; month <= 12; month++) {
    const title = rows.length;
    add([`${year}年${month}月`, ...Array<null>(DAYS - 1).fill(null)], 34);
    add(WEEKDAYS, 22);
    areas.push(
      {
        area: areaAddress(title, 0, title, DAYS - 1),
        style: { isMerged: true, isBold: true, fontSize: 16, verticalAlign: "middle" },
      },
      {
        area: areaAddress(title + 1, 0, title + 1, DAYS - 1),
        style: { fill: sheetColours.heading, colour: sheetColours.onHeading, align: "center", isBold: true },
      },
    );
    for (const week of monthWeeks(year, month)) {
      const top = rows.length;
      const texts = week.map((day) => (events.get(day) ?? []).flatMap((event) => eventText(event, day)));
      const isOfMonth = week.map((day) => civilDate(day).month === month);
      add(
        week.map((day, at) => (isOfMonth[at] ? dayText(day, book) : null)),
        22,
      );
      add(
        week.map((_, at) => (isOfMonth[at] ? (texts[at] ?? []).join("\n") || null : null)),
        LINE_HEIGHT *
          Math.max(LEAST_LINES, ...texts.map((lines, at) => (isOfMonth[at] ? lineCount(lines) : 0))),
      );
      const looks = week.map((day, at) => {
        if (!isOfMonth[at]) return sheetColours.otherMonth;
        const { holiday, isWorkday } = dayMarks(day, book);
        if (!isWorkday) return sheetColours.dayOff;
        return holiday?.type === "班" ? sheetColours.makeUp : undefined;
      });
      areas.push({
        area: areaAddress(top, 0, top + 1, DAYS - 1),
        style: { border: sheetColours.line, isWrapped: true, verticalAlign: "top" },
      });
      areas.push(
        ...runs(looks).map(({ from, to, look }) => ({
          area: areaAddress(top, from, top + 1, to),
          style: { fill: look },
        })),
      );
    }
    add(Array<null>(DAYS).fill(null), 14);
  }
  return {
    name: MONTH_PAGE,
    rows,
    areas,
    rowHeights,
    columnWidths: Array<number>(DAYS).fill(124),
    isLandscape: false,
  };
}

/** Day of the month, 休 or 班 with the holiday's name, festival or lunar date. */
function dayText(day: CalendarDay, book: HolidayBook): string {
  const { holiday, festivals, lunar } = dayMarks(day, book);
  const names = [...new Set([holiday?.type === "休" ? holiday.name : "", ...festivals])].filter(Boolean);
  const mark = holiday ? `${holiday.type} ` : "";
  return `${civilDate(day).day}  ${mark}${names.join(" ") || lunar.zh}`;
}

/** What a day's cell says of an event; an activity of several days is named again on Mondays and firsts only. */
function eventText({ scheduled, step, milestone }: DayEvent, day: CalendarDay): string[] {
  const { activity } = scheduled.activity;
  if (step !== "activity") {
    return [`${isSettled(milestone?.status) ? "✓" : "·"} ${activity} ${stepWords(step).zh}`];
  }
  if (day === scheduled.start) return [`★ ${activity}`];
  return day === mondayOf(day) || civilDate(day).day === 1 ? [`… ${activity}`] : [];
}

const lineCount = (texts: readonly string[]) =>
  texts.reduce((lines, text) => lines + Math.ceil(text.length / LINE_CHARACTERS), 0);

/** Neighbours that look the same, together; those without a look are left out. */
function runs<Look>(looks: readonly (Look | undefined)[]): { from: number; to: number; look: Look }[] {
  const found: { from: number; to: number; look: Look }[] = [];
  for (const [at, look] of looks.entries()) {
    const last = found.at(-1);
    if (look === undefined) continue;
    if (last && last.look === look && last.to === at - 1) last.to = at;
    else found.push({ from: at, to: at, look });
  }
  return found;
}
