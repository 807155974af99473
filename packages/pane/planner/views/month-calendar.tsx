import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type CalendarDay, civilDate } from "@sevenstar/core/cells/calendar-day";
import type { Words } from "@sevenstar/core/cells/words";
import { useMemo } from "react";
import { type DayEvent, dayEvents } from "../../plan/model/day-events.ts";
import { dayMarks } from "../../plan/model/day-marks.ts";
import { dayWords, weekdayWords } from "../../plan/model/day-words.ts";
import { holidayWords } from "../../plan/model/holiday-words.ts";
import { isSettled } from "../../plan/model/milestone-statuses.ts";
import { monthWeeks } from "../../plan/model/month-weeks.ts";
import { stepWords } from "../../plan/model/step-words.ts";
import { type Say, useSay } from "../../shell/language-context.ts";
import { ActionButton } from "../action-button.tsx";
import { printView } from "../actions/print-view.ts";
import { phaseColour } from "../fields/phase-colours.ts";
import { phaseOfStep } from "../fields/phase-of-step.ts";
import { StatusSelect } from "../fields/status-select.tsx";
import { usePlanner, usePlannerActions } from "../planner-context.ts";
import { monthOfYearWords } from "../year-words.ts";

const texts = {
  previousMonth: { zh: "上个月", en: "Previous month" },
  nextMonth: { zh: "下个月", en: "Next month" },
  dayOff: { zh: "休", en: "off" },
  worked: { zh: "班", en: "work" },
  monthEvents: { zh: "本月安排", en: "This month" },
  noEvents: { zh: "这个月没有安排。", en: "Nothing this month." },
  starts: { zh: "开始", en: "starts" },
} as const satisfies Record<string, Words>;

const WIDE = "@container (min-width: 560px)";

const useStyles = makeStyles({
  view: { containerType: "inline-size" },
  top: { display: "flex", alignItems: "center", columnGap: "4px" },
  title: { flex: "1 1 0", margin: 0, textAlign: "center", fontSize: tokens.fontSizeBase400 },
  table: { width: "100%", borderCollapse: "collapse", tableLayout: "fixed", margin: "6px 0" },
  weekday: {
    padding: "2px 4px",
    textAlign: "center",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    [WIDE]: { textAlign: "left" },
  },
  arrow: { minWidth: "36px" },
  cell: {
    height: "46px",
    padding: "2px",
    verticalAlign: "top",
    textAlign: "center",
    overflow: "hidden",
    borderTopWidth: "1px",
    borderTopStyle: "solid",
    borderTopColor: tokens.colorNeutralStroke2,
    printColorAdjust: "exact",
    [WIDE]: { height: "84px", textAlign: "left", padding: "4px" },
  },
  off: { backgroundColor: tokens.colorNeutralBackground3 },
  holiday: { backgroundColor: tokens.colorPaletteRedBackground1 },
  makeUp: { backgroundColor: tokens.colorBrandBackground2 },
  other: { color: tokens.colorNeutralForeground3 },
  today: {
    outline: `2px solid ${tokens.colorBrandStroke1}`,
    outlineOffset: "-2px",
  },
  number: { fontWeight: tokens.fontWeightSemibold },
  mark: {
    display: "block",
    fontSize: "10px",
    lineHeight: "13px",
    whiteSpace: "nowrap",
    [WIDE]: { fontSize: tokens.fontSizeBase200 },
  },
  dots: {
    display: "flex",
    justifyContent: "center",
    columnGap: "2px",
    [WIDE]: { display: "none" },
  },
  dot: { width: "7px", height: "7px", borderRadius: "50%" },
  chip: {
    display: "none",
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    overflow: "hidden",
    whiteSpace: "nowrap",
    textOverflow: "ellipsis",
    paddingLeft: "4px",
    marginTop: "2px",
    borderLeftWidth: "4px",
    borderLeftStyle: "solid",
    [WIDE]: { display: "block" },
  },
  heading: { margin: "12px 0 4px", fontSize: tokens.fontSizeBase300 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: {
    display: "grid",
    columnGap: "8px",
    alignItems: "center",
    padding: "4px 0",
  },
  withStatus: { gridTemplateColumns: "minmax(0, 1fr) 90px" },
  settled: { textDecorationLine: "line-through", color: tokens.colorNeutralForeground3 },
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

/** A month as a calendar, holidays and lunar dates marked, and below it what is due. */
export function MonthCalendar() {
  const { schedules, document, month } = usePlanner();
  const { showMonth } = usePlannerActions();
  const say = useSay();
  const styles = useStyles();
  const events = useMemo(() => dayEvents(schedules), [schedules]);
  const { year } = document;
  const weeks = monthWeeks(year, month);
  const title = say(monthOfYearWords(year, month));
  const due = weeks
    .flat()
    .filter((day) => civilDate(day).month === month)
    .flatMap((day) => (events.get(day) ?? []).map((event) => ({ day, event })))
    .filter(({ day, event }) => event.step !== "activity" || event.scheduled.start === day);
  return (
    <div className={styles.view}>
      <div className={styles.top}>
        <Button
          size="small"
          className={styles.arrow}
          aria-label={say(texts.previousMonth)}
          disabledFocusable={month === 1}
          onClick={() => showMonth(Math.max(1, month - 1))}
        >
          ‹
        </Button>
        <h2 className={styles.title} aria-live="polite">
          {title}
        </h2>
        <Button
          size="small"
          className={styles.arrow}
          aria-label={say(texts.nextMonth)}
          disabledFocusable={month === 12}
          onClick={() => showMonth(Math.min(12, month + 1))}
        >
          ›
        </Button>
        <ActionButton action={printView} />
      </div>
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col" className={styles.weekday}>
                {say(weekdayWords(day)).replace("周", "")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <DayCell key={day} day={day} month={month} events={events.get(day) ?? []} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <h3 className={styles.heading}>{say(texts.monthEvents)}</h3>
      {due.length === 0 && <p>{say(texts.noEvents)}</p>}
      <ul className={styles.list}>
        {due.map(({ day, event }) => (
          <DueItem
            key={`${day} ${event.scheduled.year} ${event.scheduled.activity.id} ${event.step}`}
            day={day}
            event={event}
          />
        ))}
      </ul>
    </div>
  );
}

interface DayCellProps {
  readonly day: CalendarDay;
  readonly month: number;
  readonly events: readonly DayEvent[];
}

function DayCell({ day, month, events }: DayCellProps) {
  const { book, today } = usePlanner();
  const say = useSay();
  const styles = useStyles();
  const { holiday, isWorkday, festivals, lunar } = dayMarks(day, book);
  const date = civilDate(day);
  const isOff = holiday?.type === "休";
  const isFirstOff = isOff && book.on((day - 1) as CalendarDay)?.name !== holiday.name;
  const [name = isFirstOff ? holiday.name : undefined] = festivals;
  const shownName = name === undefined ? say(lunar) : say(holidayWords(name)).replace(/节$/, "");
  return (
    <td
      className={mergeClasses(
        styles.cell,
        ...(date.month === month
          ? [!isWorkday && styles.off, isOff && styles.holiday, holiday?.type === "班" && styles.makeUp]
          : [styles.other]),
        day === today && styles.today,
      )}
      {...(day === today ? { "aria-current": "date" as const } : {})}
    >
      <span className={styles.number}>{date.day}</span>
      {holiday && ` ${say(isOff ? texts.dayOff : texts.worked)}`}
      <span className={styles.mark}>{shownName}</span>
      {events.length > 0 && (
        <>
          <span className={styles.dots} aria-hidden="true">
            {events.slice(0, 4).map(({ scheduled, step }) => (
              <span
                key={`${scheduled.activity.id} ${step}`}
                className={styles.dot}
                style={{ backgroundColor: phaseColour[phaseOfStep(step)] }}
              />
            ))}
          </span>
          {events.map((event) => (
            <span
              key={`${event.scheduled.activity.id} ${event.step}`}
              className={styles.chip}
              aria-hidden="true"
              style={{ borderLeftColor: phaseColour[phaseOfStep(event.step)] }}
            >
              {eventText(event, say)}
            </span>
          ))}
          <span className={styles.hidden}>{events.map((event) => eventText(event, say)).join("；")}</span>
        </>
      )}
    </td>
  );
}

const eventText = ({ scheduled, step }: DayEvent, say: Say) =>
  `${scheduled.activity.activity}${step === "activity" ? "" : ` ${say(stepWords(step))}`}`;

function DueItem({ day, event }: { readonly day: CalendarDay; readonly event: DayEvent }) {
  const { document } = usePlanner();
  const say = useSay();
  const { edit } = usePlannerActions();
  const styles = useStyles();
  const { scheduled, step, milestone } = event;
  const { activity, year } = scheduled;
  return (
    <li className={mergeClasses(styles.item, milestone && styles.withStatus)}>
      <div>
        {say(dayWords(day, document.year))}{" "}
        <span className={isSettled(milestone?.status) ? styles.settled : undefined}>
          {year === document.year ? (
            <Link as="button" inline onClick={() => edit(activity.id)}>
              {activity.activity}
            </Link>
          ) : (
            activity.activity
          )}{" "}
          {say(step === "activity" ? texts.starts : stepWords(step))}
        </span>
      </div>
      {milestone && <StatusSelect scheduled={scheduled} milestone={milestone} />}
    </li>
  );
}
