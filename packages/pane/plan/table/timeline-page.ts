import { addDays, type CalendarDay, calendarDay, civilDate } from "@sevenstar/core/cells/calendar-day";
import { areaAddress } from "@sevenstar/core/cells/cell-address";
import type { WrittenCell, WrittenSheet } from "../../sheet-host/sheet-host.ts";
import { mondayOf } from "../model/agenda.ts";
import type { DaySpan } from "../model/day-span.ts";
import { shortDayWords } from "../model/day-words.ts";
import { type Phase, type PhaseKind, phases, phaseWords } from "../model/phases.ts";
import type { PlanSchedule } from "../model/plan-schedule.ts";
import { phaseColours, sheetColours } from "./sheet-colours.ts";

/** The sheet with the coloured timeline. */
export const TIMELINE_PAGE = "活动时间线";

const DAYS_A_WEEK = 7;
/** The columns before the weeks: name, owner, start. */
const LEFT = 3;

type Area = NonNullable<WrittenSheet["areas"]>[number];

/** A year in weeks, one activity a row, its phases in colours; the week of `today` is marked. */
export function timelinePage(schedule: PlanSchedule, today: CalendarDay): WrittenSheet {
  const { year, activities } = schedule;
  const firstMonday = mondayOf(calendarDay(year, 1, 1) as CalendarDay);
  const lastWeek = weekOf(firstMonday, calendarDay(year, 12, 31) as CalendarDay);
  const width = LEFT + lastWeek + 1;
  const line = (cells: Readonly<Record<number, WrittenCell>> = {}): WrittenCell[] =>
    Array.from({ length: width }, (_, column) => cells[column] ?? null);
  const kinds = Object.keys(phaseWords) as PhaseKind[];
  const legend = line({
    0: `${year} 年活动时间线`,
    ...Object.fromEntries(kinds.map((kind, index) => [LEFT + 6 * index, phaseWords[kind].zh])),
  });
  const months = line(
    Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        LEFT + monthColumn(firstMonday, year, index + 1),
        `${index + 1}月`,
      ]),
    ),
  );
  const weeks = line({
    0: "活动",
    1: "负责人",
    2: "开始",
    ...Object.fromEntries(
      Array.from({ length: lastWeek + 1 }, (_, week) => [
        LEFT + week,
        civilDate(addDays(firstMonday, DAYS_A_WEEK * week) as CalendarDay).day,
      ]),
    ),
  });
  const rows = [
    legend,
    months,
    weeks,
    ...activities.map(({ activity, start }) =>
      line({ 0: activity.activity, 1: activity.owner || null, 2: shortDayWords(start, year).zh }),
    ),
  ];
  const header = 3;
  const areas: Area[] = [
    { area: areaAddress(0, 0, 0, 0), style: { isBold: true, fontSize: 14 } },
    ...kinds.map((kind, index) => ({
      area: areaAddress(0, LEFT + 6 * index, 0, LEFT + 6 * index + 4),
      style: { fill: phaseColours[kind], isMerged: true, align: "center" as const },
    })),
    {
      area: areaAddress(1, 0, 2, width - 1),
      style: { fill: sheetColours.heading, colour: sheetColours.onHeading, isBold: true, align: "left" },
    },
    { area: areaAddress(2, LEFT, 2, width - 1), style: { fontSize: 8, align: "center" } },
    ...(activities.length > 0
      ? [
          {
            area: areaAddress(header, 0, header + activities.length - 1, width - 1),
            style: { border: sheetColours.line, verticalAlign: "middle" as const },
          },
        ]
      : []),
    ...activities.flatMap((scheduled, index) =>
      painted(phases(scheduled)).flatMap(({ kind, ...span }): Area[] => {
        const columns = columnsOf(span, firstMonday, lastWeek);
        if (!columns) return [];
        const row = header + index;
        return [
          { area: areaAddress(row, columns.from, row, columns.to), style: { fill: phaseColours[kind] } },
        ];
      }),
    ),
  ];
  const thisWeek = columnsOf({ from: today, to: today }, firstMonday, lastWeek);
  if (thisWeek) {
    areas.push({
      area: areaAddress(2, thisWeek.from, 2, thisWeek.from),
      style: { fill: sheetColours.today, colour: sheetColours.onHeading },
    });
  }
  return {
    name: TIMELINE_PAGE,
    rows,
    areas,
    columnWidths: [150, 64, 76, ...Array<number>(lastWeek + 1).fill(19)],
    rowHeights: [30, 22, 22, ...activities.map(() => 26)],
    frozenRows: header,
    frozenColumns: 1,
    isLandscape: true,
  };
}

/** Of phases that share a week the later one is seen: short ones above long ones, the activity above all. */
const PAINTED: readonly PhaseKind[] = ["enrolment", "warm-up", "stock", "review", "activity"];
const painted = (found: readonly Phase[]) =>
  found.toSorted((a, b) => PAINTED.indexOf(a.kind) - PAINTED.indexOf(b.kind));

const weekOf = (firstMonday: CalendarDay, day: CalendarDay) => Math.floor((day - firstMonday) / DAYS_A_WEEK);

/** The week in which a month begins. */
const monthColumn = (firstMonday: CalendarDay, year: number, month: number) =>
  weekOf(firstMonday, calendarDay(year, month, 1) as CalendarDay);

/** The columns of a span as far as it lies in the year's weeks. */
function columnsOf(
  { from, to }: DaySpan,
  firstMonday: CalendarDay,
  lastWeek: number,
): { readonly from: number; readonly to: number } | undefined {
  const [first, last] = [weekOf(firstMonday, from), weekOf(firstMonday, to)];
  if (last < 0 || first > lastWeek) return undefined;
  return { from: LEFT + Math.max(first, 0), to: LEFT + Math.min(last, lastWeek) };
}
