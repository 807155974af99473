import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { type CalendarDay, calendarDay } from "@sevenstar/core/cells/calendar-day";
import { type DaySpan, daysOf, sharedDays } from "../../plan/model/day-span.ts";
import { dayWords, monthWords, shortDayWords } from "../../plan/model/day-words.ts";
import { type Phase, type PhaseKind, phases, phaseWords } from "../../plan/model/phases.ts";
import type { ScheduledActivity } from "../../plan/model/plan-schedule.ts";
import { type Say, useSay } from "../../shell/language-context.ts";
import { ActionButton } from "../action-button.tsx";
import { printView } from "../actions/print-view.ts";
import { phaseColour } from "../fields/phase-colours.ts";
import { PhaseLegend } from "../fields/phase-legend.tsx";
import { usePlanner, usePlannerActions } from "../planner-context.ts";
import { yearWords } from "../year-words.ts";

const HEIGHT = 18;

const UPPER = { y: 2, height: HEIGHT / 2 - 2 };
const LOWER = { y: HEIGHT / 2, height: HEIGHT / 2 - 2 };
/** Phases that run at the same time lie above each other. */
const lanes: Readonly<Record<PhaseKind, typeof UPPER>> = {
  enrolment: UPPER,
  stock: LOWER,
  "warm-up": UPPER,
  activity: { y: 0, height: HEIGHT },
  review: LOWER,
};

const useStyles = makeStyles({
  top: { display: "flex", justifyContent: "space-between", alignItems: "center", columnGap: "8px" },
  months: {
    position: "relative",
    height: "16px",
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground3,
  },
  month: { position: "absolute", top: 0 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  row: { padding: "6px 0" },
  heading: { display: "flex", flexWrap: "wrap", columnGap: "8px", alignItems: "baseline" },
  name: { fontWeight: tokens.fontWeightSemibold },
  dates: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  track: {
    display: "block",
    width: "100%",
    height: `${HEIGHT}px`,
    marginTop: "2px",
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusSmall,
    printColorAdjust: "exact",
  },
  phases: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The year's activities one below the other, their phases in colours, with today's line. */
export function Timeline() {
  const { schedule, today } = usePlanner();
  const say = useSay();
  const styles = useStyles();
  const { year, activities } = schedule;
  const span = yearSpan(year, activities);
  const isInYear = today >= span.from && today <= span.to;
  return (
    <div>
      <div className={styles.top}>
        <PhaseLegend />
        <ActionButton action={printView} />
      </div>
      {activities.length > 0 && (
        <>
          <Months span={span} year={year} />
          <ul className={styles.list} aria-label={say(yearWords(year))}>
            {activities.map((scheduled) => (
              <Row
                key={scheduled.activity.id}
                scheduled={scheduled}
                span={span}
                today={isInYear ? today : undefined}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** The year, and what of the year before it the first preparations take. */
function yearSpan(year: number, activities: readonly ScheduledActivity[]): DaySpan {
  const first = calendarDay(year, 1, 1) as CalendarDay;
  const starts = activities.flatMap((scheduled) => phases(scheduled).map(({ from }) => from));
  const months = [calendarDay(year - 1, 10, 1), calendarDay(year - 1, 11, 1), calendarDay(year - 1, 12, 1)];
  const earliest = Math.min(first, ...starts);
  const from = months.findLast((month) => month !== undefined && month <= earliest) ?? months[0] ?? first;
  return { from: earliest < first ? from : first, to: calendarDay(year, 12, 31) as CalendarDay };
}

const share = (day: number, { from, to }: DaySpan) => ((day - from) / (to + 1 - from)) * 100;

function Months({ span, year }: { readonly span: DaySpan; readonly year: number }) {
  const say = useSay();
  const styles = useStyles();
  const firsts = monthsOf(span, year);
  return (
    <div className={styles.months} aria-hidden="true">
      {firsts.map(({ day, month }, index) => (
        <span key={day} className={styles.month} style={{ left: `${share(day, span)}%` }}>
          {index % 2 === 0 || month === 1 ? say(monthWords(month)).replace("月", "") : ""}
        </span>
      ))}
    </div>
  );
}

function monthsOf(span: DaySpan, year: number) {
  const months: { day: CalendarDay; month: number }[] = [];
  for (const [of, from] of [
    [year - 1, 10],
    [year, 1],
  ] as const) {
    for (let month = from; month <= 12; month++) {
      const day = calendarDay(of, month, 1);
      if (day !== undefined && day >= span.from) months.push({ day, month });
    }
  }
  return months;
}

interface RowProps {
  readonly scheduled: ScheduledActivity;
  readonly span: DaySpan;
  readonly today: CalendarDay | undefined;
}

function Row({ scheduled, span, today }: RowProps) {
  const say = useSay();
  const { edit } = usePlannerActions();
  const styles = useStyles();
  const { activity, start, end, year } = scheduled;
  const found = phases(scheduled);
  const words = found.map((phase) => phaseText(phase, year, say)).join("；");
  const dates =
    start === end
      ? say(dayWords(start, year))
      : `${say(shortDayWords(start, year))}–${say(shortDayWords(end, year))}`;
  return (
    <li className={styles.row}>
      <div className={styles.heading}>
        <Link as="button" inline className={styles.name} onClick={() => edit(activity.id)}>
          {activity.activity}
        </Link>
        <span className={styles.dates}>
          {dates} {activity.owner}
        </span>
      </div>
      <svg
        className={styles.track}
        viewBox={`0 0 100 ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${activity.activity}：${words}`}
      >
        {monthsOf(span, year).map(({ day }) => (
          <line
            key={day}
            x1={share(day, span)}
            x2={share(day, span)}
            y1={0}
            y2={HEIGHT}
            stroke={tokens.colorNeutralStroke2}
            strokeWidth={1}
            vectorEffect="non-scaling-stroke"
          />
        ))}
        {found.map((phase) => {
          const shown = sharedDays(phase, span);
          if (!shown) return null;
          const left = share(shown.from, span);
          const { y, height } = lanes[phase.kind];
          return (
            <rect
              key={phase.kind}
              x={left}
              y={y}
              width={Math.max(share(shown.to + 1, span) - left, 0.9)}
              height={height}
              fill={phaseColour[phase.kind]}
            />
          );
        })}
        {today !== undefined && (
          <line
            x1={share(today + 0.5, span)}
            x2={share(today + 0.5, span)}
            y1={0}
            y2={HEIGHT}
            stroke={tokens.colorNeutralForeground1}
            strokeWidth={2}
            vectorEffect="non-scaling-stroke"
          />
        )}
      </svg>
      <div className={styles.phases} aria-hidden="true">
        {words}
      </div>
    </li>
  );
}

function phaseText({ kind, from, to }: Phase, year: number, say: Say): string {
  const days = daysOf({ from, to }).length > 1 ? `–${say(shortDayWords(to, year))}` : "";
  return `${say(phaseWords[kind])} ${say(shortDayWords(from, year))}${days}`;
}
