import { Field, Input, makeStyles, Select } from "@fluentui/react-components";
import { festivals } from "@sevenstar/core/calendar/festivals";
import { civilDate } from "@sevenstar/core/cells/calendar-day";
import type { Words } from "@sevenstar/core/cells/words";
import {
  type DateRuleParts,
  dateRuleParts,
  dateRuleText,
  startingParts,
} from "../../plan/model/date-rule-parts.ts";
import { monthWords } from "../../plan/model/day-words.ts";
import type { PlanActivity } from "../../plan/model/plan-document.ts";
import { scheduleActivity } from "../../plan/model/plan-schedule.ts";
import { useSay } from "../../shell/language-context.ts";
import { usePlanner, usePlannerActions } from "../planner-context.ts";

const useStyles = makeStyles({
  parts: { display: "flex", flexWrap: "wrap", gap: "6px" },
  kind: { flex: "2 1 130px" },
  part: { flex: "1 1 76px" },
});

const kinds: Readonly<Record<DateRuleParts["kind"], Words>> = {
  yearly: { zh: "每年公历某日", en: "Date of every year" },
  lunar: { zh: "每年农历某日", en: "Lunar date" },
  festival: { zh: "节日、节气", en: "Festival or solar term" },
  weekday: { zh: "第几个周几", en: "Nth weekday" },
  once: { zh: "只在某一天", en: "A single date" },
};
const texts = {
  dateRule: { zh: "日期怎么定", en: "How the date is set" },
  month: { zh: "月", en: "Month" },
  day: { zh: "日", en: "Day" },
  lunarMonth: { zh: "农历月", en: "Lunar month" },
  lunarDay: { zh: "农历日", en: "Lunar day" },
  festival: { zh: "节日、节气", en: "Festival" },
  which: { zh: "第几个", en: "Which" },
  weekday: { zh: "周几", en: "Weekday" },
  date: { zh: "日期", en: "Date" },
  other: { zh: "（现在写的是：", en: "(now: " },
} as const;
const weekdays: readonly Words[] = [
  { zh: "周一", en: "Mon" },
  { zh: "周二", en: "Tue" },
  { zh: "周三", en: "Wed" },
  { zh: "周四", en: "Thu" },
  { zh: "周五", en: "Fri" },
  { zh: "周六", en: "Sat" },
  { zh: "周日", en: "Sun" },
];
const dayOfMonth = (day: number): Words => ({ zh: `${day}日`, en: String(day) });
const nth = (count: number): Words => ({ zh: `第${count}个`, en: `#${count}` });

const count = (most: number) => Array.from({ length: most }, (_, index) => index + 1);

/** How an activity's date is set: the kind of rule and its parts. */
export function DateRuleField({ activity }: { readonly activity: PlanActivity }) {
  const { plan, book } = usePlanner();
  const say = useSay();
  const { run } = usePlannerActions();
  const styles = useStyles();
  const parts = dateRuleParts(activity.dateRule);
  const { start: _, ...fixedDays } = activity.fixedDays;
  const take = (next: DateRuleParts) => {
    const changed = { ...activity, dateRule: dateRuleText(next), fixedDays };
    run({ kind: "change-activity", year: plan.year, activity: changed });
  };
  const takeKind = (kind: DateRuleParts["kind"]) => {
    const scheduled = scheduleActivity({ ...activity, fixedDays }, plan.year, book);
    const start = scheduled && "start" in scheduled ? civilDate(scheduled.start) : { month: 1, day: 1 };
    take(startingParts(kind, start.month, start.day, plan.year));
  };
  const select = (
    label: Words,
    value: number | string,
    options: readonly (readonly [value: number | string, text: string])[],
    onTake: (value: string) => void,
  ) => (
    <Select
      className={styles.part}
      size="small"
      aria-label={say(label)}
      value={String(value)}
      onChange={(_, data) => onTake(data.value)}
    >
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </Select>
  );
  const months = count(12).map((month) => [month, say(monthWords(month))] as const);
  const days = (most: number) => count(most).map((day) => [day, say(dayOfMonth(day))] as const);
  return (
    <Field label={say(texts.dateRule)} size="small">
      <div className={styles.parts}>
        <Select
          className={styles.kind}
          size="small"
          aria-label={say(texts.dateRule)}
          value={parts?.kind ?? ""}
          onChange={(_, { value }) => value && takeKind(value as DateRuleParts["kind"])}
        >
          {!parts && (
            <option value="">
              {say(texts.other)}
              {activity.dateRule}）
            </option>
          )}
          {Object.entries(kinds).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {say(words)}
            </option>
          ))}
        </Select>
        {(parts?.kind === "yearly" || parts?.kind === "lunar") && (
          <>
            {select(parts.kind === "lunar" ? texts.lunarMonth : texts.month, parts.month, months, (month) =>
              take({ ...parts, month: Number(month) }),
            )}
            {select(
              parts.kind === "lunar" ? texts.lunarDay : texts.day,
              parts.day,
              days(parts.kind === "lunar" ? 30 : 31),
              (day) => take({ ...parts, day: Number(day) }),
            )}
          </>
        )}
        {parts?.kind === "festival" &&
          select(
            texts.festival,
            parts.name,
            festivals.map(({ name, words }) => [name, say({ zh: name, en: words.en })]),
            (name) => take({ ...parts, name }),
          )}
        {parts?.kind === "weekday" && (
          <>
            {select(texts.month, parts.month, months, (month) => take({ ...parts, month: Number(month) }))}
            {select(
              texts.which,
              parts.which,
              count(5).map((which) => [which, say(nth(which))]),
              (which) => take({ ...parts, which: Number(which) }),
            )}
            {select(
              texts.weekday,
              parts.weekday,
              weekdays.map((weekday, index) => [index, say(weekday)]),
              (weekday) => take({ ...parts, weekday: Number(weekday) }),
            )}
          </>
        )}
        {parts?.kind === "once" && (
          <Input
            className={styles.part}
            size="small"
            type="date"
            aria-label={say(texts.date)}
            value={parts.date}
            onChange={(_, { value }) => value && take({ ...parts, date: value })}
          />
        )}
      </div>
    </Field>
  );
}
