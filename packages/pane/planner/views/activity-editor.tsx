import { Button, Checkbox, Link, makeStyles, tokens } from "@fluentui/react-components";
import { knownIndustries, readIndustries } from "@sevenstar/core/calendar/industry";
import { type MilestoneKey, milestoneKeys } from "@sevenstar/core/calendar/read-plan";
import type { Words } from "@sevenstar/core/cells/words";
import { useId } from "react";
import { dayWords } from "../../plan/model/day-words.ts";
import { impossibleOrder } from "../../plan/model/impossible-order.ts";
import type { PlanActivity } from "../../plan/model/plan-document.ts";
import { milestoneOf, scheduleActivity } from "../../plan/model/plan-schedule.ts";
import { stepWords } from "../../plan/model/step-words.ts";
import { useSay } from "../../shell/language-context.ts";
import { DateRuleField } from "../fields/date-rule-field.tsx";
import { StatusSelect } from "../fields/status-select.tsx";
import { TextField } from "../fields/text-field.tsx";
import { usePlanner, usePlannerActions } from "../planner-context.ts";
import { plannerTexts } from "../planner-texts.ts";

const texts = {
  owner: { zh: "负责人", en: "Owner" },
  name: { zh: "活动名称", en: "Name" },
  nameMissing: { zh: "请填写活动名称。", en: "Enter a name." },
  days: { zh: "持续天数", en: "Days it lasts" },
  industries: { zh: "行业", en: "Industries" },
  ownIndustry: { zh: "其他行业（顿号隔开）", en: "Other industries (comma-separated)" },
  daysBefore: { zh: "开始前几天", en: "days before the start" },
  daysAfter: { zh: "结束后几天", en: "days after the end" },
  blankOffset: { zh: "不填就没有这一步", en: "leave blank to skip the step" },
  wholeNumber: {
    zh: "请填写 0 到 400 的整数，或留空。",
    en: "Enter a whole number from 0 to 400, or nothing.",
  },
  wholeDays: { zh: "请填写 1 到 366 的整数。", en: "Enter a whole number from 1 to 366." },
  noteField: { zh: "备注", en: "Notes" },
  source: { zh: "依据", en: "Source" },
  fixedDay: { zh: "手工指定", en: "set by hand" },
  backToRule: { zh: "恢复按规则计算", en: "Back to the rule" },
  steps: { zh: "时间安排", en: "Schedule" },
} as const satisfies Record<string, Words>;

const MOST_LEAD_DAYS = 400;
const MOST_DAYS = 366;

const useStyles = makeStyles({
  editor: { display: "flex", flexDirection: "column", rowGap: "10px", padding: "8px 0 12px" },
  steps: { margin: 0, padding: 0, listStyleType: "none" },
  heading: { margin: "0 0 4px", fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  step: { padding: "4px 0" },
  line: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) 92px", columnGap: "8px", alignItems: "end" },
  day: { paddingTop: "2px" },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  problem: { color: tokens.colorPaletteRedForeground1 },
  industries: { display: "flex", flexWrap: "wrap" },
});

interface ActivityEditorProps {
  readonly activity: PlanActivity;
  readonly onClose: () => void;
}

/** Everything about one activity; each change counts at once and can be undone. */
export function ActivityEditor({ activity, onClose }: ActivityEditorProps) {
  const { plan, book, document, members, warnings } = usePlanner();
  const say = useSay();
  const { run } = usePlannerActions();
  const styles = useStyles();
  const owners = useId();
  const change = (changes: Partial<PlanActivity>) =>
    run({ kind: "change-activity", year: plan.year, activity: { ...activity, ...changes } });
  const leadProblem = (key: MilestoneKey, value: string) => {
    if (value.trim() !== "" && !wholeWithin(value, 0, MOST_LEAD_DAYS)) return say(texts.wholeNumber);
    const problem = impossibleOrder({ ...activity, ...withLeadDays(activity, key, value) }, plan.year, book);
    // Whoever mends another field of an activity that cannot be is not kept from it.
    return problem && (key === "enrolFrom" || key === "enrolTo") ? say(problem) : undefined;
  };
  const odd = warnings.filter(
    ({ id, activities }) => id.startsWith("order ") && activities.includes(activity.id),
  );
  const scheduled = scheduleActivity(activity, plan.year, book);
  const isScheduled = scheduled !== undefined && "milestones" in scheduled;
  const known = new Set(members);
  for (const { activities } of document.plans)
    for (const { owner } of activities) if (owner) known.add(owner);
  return (
    <div className={styles.editor}>
      <TextField
        label={say(texts.name)}
        value={activity.activity}
        focusKey={activity.id}
        problemOf={(value) => (value.trim() === "" ? say(texts.nameMissing) : undefined)}
        onCommit={(value) => change({ activity: value.trim() })}
      />
      <DateRuleField activity={activity} />
      <div>
        {isScheduled && (
          <span>
            {plan.year}
            {say(plannerTexts.yearSuffix)}：{say(dayWords(scheduled.start, plan.year))}
          </span>
        )}
        {scheduled === undefined && <span className={styles.quiet}>{say(plannerTexts.elsewhere)}</span>}
        {scheduled && !isScheduled && <span className={styles.problem}>{scheduled.message}</span>}
        {activity.fixedDays.start !== undefined && (
          <BackToRule activity={activity} of="start" label={say(stepWords("start"))} />
        )}
      </div>
      <TextField
        label={say(texts.days)}
        value={String(activity.days)}
        isNumber
        problemOf={(value) => (wholeWithin(value, 1, MOST_DAYS) ? undefined : say(texts.wholeDays))}
        onCommit={(value) => change({ days: Number(value) })}
      />
      <Industries activity={activity} onTake={(industries) => change({ industries })} />
      <section>
        <h4 className={styles.heading}>{say(texts.steps)}</h4>
        <ul className={styles.steps}>
          {milestoneKeys.map((key) => {
            const milestone = isScheduled ? milestoneOf(scheduled, key) : undefined;
            const step = say(stepWords(key));
            return (
              <li key={key} className={styles.step}>
                <div className={styles.line}>
                  <TextField
                    label={`${step}（${say(key === "review" ? texts.daysAfter : texts.daysBefore)}）`}
                    value={leadDays(activity, key)}
                    isNumber
                    problemOf={(value) => leadProblem(key, value)}
                    onCommit={(value) => change(withLeadDays(activity, key, value))}
                  />
                  {milestone && isScheduled && <StatusSelect scheduled={scheduled} milestone={milestone} />}
                </div>
                <div className={styles.day}>
                  {milestone ? say(dayWords(milestone.day, plan.year)) : ""}
                  {milestone?.isFixed && <BackToRule activity={activity} of={key} label={step} />}
                </div>
                {milestone?.moved && <div className={styles.quiet}>{say(milestone.moved)}</div>}
              </li>
            );
          })}
        </ul>
        <div className={styles.quiet}>{say(texts.blankOffset)}</div>
        {odd.map(({ id, sentence }) => (
          <div key={id} role="status" className={styles.problem}>
            {say(sentence)}
          </div>
        ))}
      </section>
      <TextField
        label={say(texts.owner)}
        value={activity.owner}
        listId={owners}
        onCommit={(owner) => change({ owner: owner.trim() })}
      />
      <datalist id={owners}>
        {[...known].map((owner) => (
          <option key={owner} value={owner} />
        ))}
      </datalist>
      <TextField
        label={say(texts.noteField)}
        value={activity.note}
        isLong
        onCommit={(note) => change({ note })}
      />
      <TextField
        label={say(texts.source)}
        value={activity.source}
        isLong
        onCommit={(source) => change({ source })}
      />
      <div>
        <Button size="small" onClick={onClose}>
          {say(plannerTexts.closeEditor)}
        </Button>
      </div>
    </div>
  );
}

interface BackToRuleProps {
  readonly activity: PlanActivity;
  readonly of: "start" | MilestoneKey;
  readonly label: string;
}

/** Says that a day was set by hand and gives it back to its rule. */
function BackToRule({ activity, of, label }: BackToRuleProps) {
  const { plan } = usePlanner();
  const say = useSay();
  const { run } = usePlannerActions();
  const { [of]: _, ...fixedDays } = activity.fixedDays;
  return (
    <>
      {" "}
      {say(texts.fixedDay)}{" "}
      <Link
        as="button"
        inline
        aria-label={`${label} ${say(texts.backToRule)}`}
        onClick={() =>
          run({ kind: "change-activity", year: plan.year, activity: { ...activity, fixedDays } })
        }
      >
        {say(texts.backToRule)}
      </Link>
    </>
  );
}

const wholeWithin = (text: string, least: number, most: number) =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

/** A milestone's lead time as people say it: days before the start, the review's after the end. */
function leadDays({ offsets }: PlanActivity, key: MilestoneKey): string {
  const offset = offsets[key];
  if (offset === undefined) return "";
  return String(key === "review" ? offset : -offset || 0);
}

function withLeadDays(activity: PlanActivity, key: MilestoneKey, text: string): Partial<PlanActivity> {
  const { [key]: _, ...offsets } = activity.offsets;
  const { [key]: __, ...fixedDays } = activity.fixedDays;
  if (text.trim() === "") return { offsets, fixedDays };
  const days = Number(text);
  return { offsets: { ...offsets, [key]: key === "review" ? days : -days || 0 }, fixedDays };
}

interface IndustriesProps {
  readonly activity: PlanActivity;
  readonly onTake: (industries: readonly string[]) => void;
}

function Industries({ activity, onTake }: IndustriesProps) {
  const say = useSay();
  const styles = useStyles();
  const { industries } = activity;
  const own = industries.filter((industry) => !knownIndustries.includes(industry));
  return (
    <fieldset style={{ border: "none", margin: 0, padding: 0, minWidth: 0 }}>
      <legend className={styles.heading}>{say(texts.industries)}</legend>
      <div className={styles.industries}>
        {knownIndustries.map((industry) => (
          <Checkbox
            key={industry}
            size="medium"
            label={industry}
            checked={industries.includes(industry)}
            onChange={(_, { checked }) =>
              onTake(checked ? [...industries, industry] : industries.filter((each) => each !== industry))
            }
          />
        ))}
      </div>
      <TextField
        label={say(texts.ownIndustry)}
        value={own.join("、")}
        onCommit={(text) =>
          onTake([
            ...industries.filter((industry) => knownIndustries.includes(industry)),
            ...readIndustries(text),
          ])
        }
      />
    </fieldset>
  );
}
