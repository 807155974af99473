import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { findFestival } from "@sevenstar/core/calendar/festivals";
import { type CalendarDay, calendarDay, civilDate, monthLength } from "@sevenstar/core/cells/calendar-day";
import type { Words } from "@sevenstar/core/cells/words";
import { useMemo } from "react";
import { type DayEvent, dayEvents } from "../../plan/model/day-events.ts";
import { dayMarks } from "../../plan/model/day-marks.ts";
import { monthWords } from "../../plan/model/day-words.ts";
import { holidayWords } from "../../plan/model/holiday-words.ts";
import { stepWords } from "../../plan/model/step-words.ts";
import { useSay } from "../../shell/language-context.ts";
import { ActionButton } from "../action-button.tsx";
import { printView } from "../actions/print-view.ts";
import { phaseColour } from "../fields/phase-colours.ts";
import { PhaseLegend } from "../fields/phase-legend.tsx";
import { phaseOfStep } from "../fields/phase-of-step.ts";
import { usePlanner, usePlannerActions } from "../planner-context.ts";

const texts = {
  and: { zh: "、", en: ", " },
  calendar: { zh: "月历", en: "Month" },
} as const satisfies Record<string, Words>;

const WIDTH = 31;
const HEIGHT = 3;

const useStyles = makeStyles({
  top: { display: "flex", justifyContent: "space-between", alignItems: "center", columnGap: "8px" },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  month: {
    display: "grid",
    gridTemplateColumns: "44px minmax(0, 1fr)",
    columnGap: "8px",
    padding: "5px 0",
    borderBottomWidth: "1px",
    borderBottomStyle: "solid",
    borderBottomColor: tokens.colorNeutralStroke2,
  },
  strip: { display: "block", width: "100%", height: "22px", printColorAdjust: "exact" },
  facts: { fontSize: tokens.fontSizeBase200 },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

/** The twelve months of the year as strips of days: activities, milestones, days off, today. */
export function YearStrips() {
  const { schedules, document } = usePlanner();
  const styles = useStyles();
  const events = useMemo(() => dayEvents(schedules), [schedules]);
  const { year } = document;
  return (
    <div>
      <div className={styles.top}>
        <PhaseLegend />
        <ActionButton action={printView} />
      </div>
      <ul className={styles.list}>
        {Array.from({ length: 12 }, (_, index) => (
          <Month key={index + 1} year={year} month={index + 1} events={events} />
        ))}
      </ul>
    </div>
  );
}

interface MonthProps {
  readonly year: number;
  readonly month: number;
  readonly events: ReturnType<typeof dayEvents>;
}

function Month({ year, month, events }: MonthProps) {
  const { book, today } = usePlanner();
  const { showMonth } = usePlannerActions();
  const say = useSay();
  const styles = useStyles();
  const days = Array.from(
    { length: monthLength(year, month) },
    (_, index) => calendarDay(year, month, index + 1) as CalendarDay,
  );
  const activities = days.flatMap((day) =>
    (events.get(day) ?? []).filter(({ step, scheduled }) => step === "activity" && scheduled.start === day),
  );
  const milestones = days.flatMap((day) =>
    (events.get(day) ?? []).filter(({ step }) => step !== "activity").map((event) => ({ day, event })),
  );
  const festivals = days.flatMap((day) => {
    const { festivals: names, holiday } = dayMarks(day, book);
    const isFirst = holiday?.type === "休" && book.on((day - 1) as CalendarDay)?.name !== holiday.name;
    // Most holidays are festivals, whose own day is named instead.
    const other = isFirst && !findFestival(holiday.name) ? holiday.name : undefined;
    const name = names.find((each) => !SOLAR_TERM.test(each)) ?? other;
    return name ? [`${civilDate(day).day} ${say(holidayWords(name))}`] : [];
  });
  const held = activities.map(({ scheduled }) => {
    const { start, end, activity } = scheduled;
    const last = civilDate(end);
    const until = start === end ? "" : `–${last.month === month ? "" : `${last.month}.`}${last.day}`;
    return `${civilDate(start).day}${until} ${activity.activity}`;
  });
  const due = milestones
    .map(
      ({ day, event }) =>
        `${civilDate(day).day} ${event.scheduled.activity.activity} ${say(stepWords(event.step as "review"))}`,
    )
    .join("；");
  const name = say(monthWords(month));
  return (
    <li className={styles.month}>
      <div>
        <Link as="button" aria-label={`${name} ${say(texts.calendar)}`} onClick={() => showMonth(month)}>
          {name}
        </Link>
      </div>
      <div>
        <svg
          className={styles.strip}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={[name, ...held, due].filter(Boolean).join("；")}
        >
          {days.map((day, x) => (
            <Day key={day} day={day} x={x} events={events.get(day) ?? []} isToday={day === today} />
          ))}
        </svg>
        {held.length > 0 && <div className={styles.facts}>{held.join(say(texts.and))}</div>}
        {festivals.length > 0 && <div className={styles.quiet}>{festivals.join(say(texts.and))}</div>}
      </div>
    </li>
  );
}

/** Of the festivals' names those of the solar terms are left to the month calendar, but for 清明. */
const SOLAR_TERM =
  /^(?:[小大]寒|立[春夏秋冬]|雨水|惊蛰|[春秋]分|谷雨|小满|芒种|[夏冬]至|[小大处]暑|白露|寒露|霜降|[小大]雪|中元|腊八)$/;

/** An activity of at least so many days is a season. */
const SEASON_DAYS = 10;

interface DayProps {
  readonly day: CalendarDay;
  readonly x: number;
  readonly events: readonly DayEvent[];
  readonly isToday: boolean;
}

function Day({ day, x, events, isToday }: DayProps) {
  const { book } = usePlanner();
  const held = events.filter(({ step }) => step === "activity");
  // A season of weeks is pale after its first day, so that the single days of promotions stand out.
  const isPale = held.every(({ scheduled: { start, end } }) => end - start >= SEASON_DAYS && day !== start);
  const milestone = events.find(({ step }) => step !== "activity");
  const box = { x: x + 0.06, width: 0.88, y: 0, height: HEIGHT };
  const ground = book.isWorkday(day) ? tokens.colorNeutralBackground4 : tokens.colorNeutralBackground6;
  return (
    <g>
      <rect
        {...box}
        fill={ground}
        stroke={isToday ? tokens.colorNeutralForeground1 : "none"}
        strokeWidth={isToday ? 2 : 0}
        vectorEffect="non-scaling-stroke"
      />
      {held.length > 0 && <rect {...box} fill={phaseColour.activity} fillOpacity={isPale ? 0.35 : 1} />}
      {milestone && (
        <rect
          x={x + 0.06}
          width={0.88}
          y={HEIGHT / 2}
          height={HEIGHT / 2}
          fill={phaseColour[phaseOfStep(milestone.step)]}
        />
      )}
    </g>
  );
}
