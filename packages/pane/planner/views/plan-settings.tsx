import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { EVERY_INDUSTRY, knownIndustries } from "@sevenstar/core/calendar/industry";
import { FIRST_HOLIDAY_YEAR, LAST_HOLIDAY_YEAR } from "@sevenstar/core/calendar/public-holidays";
import type { Words } from "@sevenstar/core/cells/words";
import { useState } from "react";
import { isPlanYear } from "../../plan/model/holiday-book.ts";
import { type Assumptions, planOfYear } from "../../plan/model/plan-document.ts";
import { useSay } from "../../shell/language-context.ts";
import { TextField } from "../fields/text-field.tsx";
import { usePlanner, usePlannerActions } from "../planner-context.ts";
import { NoticeSection } from "./notice-section.tsx";
import { RequirementsSection } from "./requirements-section.tsx";

const texts = {
  industries: { zh: "自己的行业（可多选）", en: "Your industries" },
  industriesHint: {
    zh: "除了各行业都参加的官方大促，还排上这些行业的活动。",
    en: "Their activities are planned besides the promotions of every industry.",
  },
  copy: { zh: "复制到另一年", en: "Copy to another year" },
  copyHint: {
    zh: "每个日期按规则重算，状态从头开始；复制后列出哪些日期移动了。",
    en: "Every date is worked out anew and statuses begin again; what moved is listed.",
  },
  toYear: { zh: "复制到哪一年", en: "To which year" },
  copyNow: { zh: "复制", en: "Copy" },
  replaces: {
    zh: "这一年已有计划，复制会替换它，可以撤消。",
    en: "That year has a plan: it is replaced, which can be undone.",
  },
  wrongYear: {
    zh: `请填写 ${FIRST_HOLIDAY_YEAR}–${LAST_HOLIDAY_YEAR} 之间的另一年。`,
    en: `Enter another year from ${FIRST_HOLIDAY_YEAR} to ${LAST_HOLIDAY_YEAR}.`,
  },
  factories: { zh: "工厂春节停工（假设，可改）", en: "Factories at the Spring Festival (assumed)" },
  closedBefore: { zh: "春节前几天停工", en: "Closed so many days before" },
  closedAfter: { zh: "春节后几天复工", en: "Open so many days after" },
  production: { zh: "从下单到备好货几天", en: "Days from an order to its goods" },
  wholeDays: { zh: "请填写 0 到 120 的整数。", en: "Enter a whole number from 0 to 120." },
  remove: { zh: "删除这一年的计划", en: "Delete this year's plan" },
} as const satisfies Record<string, Words>;
const MOST_DAYS = 120;

const useStyles = makeStyles({
  heading: { margin: "12px 0 4px", fontSize: tokens.fontSizeBase400 },
  industries: { display: "flex", flexWrap: "wrap" },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  row: { display: "flex", alignItems: "flex-end", gap: "8px", padding: "4px 0" },
  fields: { display: "flex", flexDirection: "column", rowGap: "8px" },
  remove: { marginTop: "16px" },
});

/** What the plan is worked out from: industries, holidays, factories, requirements; and copying it to another year. */
export function PlanSettings() {
  const { document, plan } = usePlanner();
  const say = useSay();
  const { run } = usePlannerActions();
  const styles = useStyles();
  const { year, industries } = plan;
  const known = new Set([...knownIndustries, ...plan.activities.flatMap((activity) => activity.industries)]);
  known.delete(EVERY_INDUSTRY);
  return (
    <div>
      <section aria-labelledby="plan-industries">
        <h2 id="plan-industries" className={styles.heading}>
          {say(texts.industries)}
        </h2>
        <p className={styles.quiet}>{say(texts.industriesHint)}</p>
        <div className={styles.industries}>
          {[...known].map((industry) => (
            <Checkbox
              key={industry}
              label={industry}
              checked={industries.includes(industry)}
              onChange={(_, { checked }) =>
                run({
                  kind: "set-industries",
                  year,
                  industries: checked
                    ? [...industries, industry]
                    : industries.filter((each) => each !== industry),
                })
              }
            />
          ))}
        </div>
      </section>
      <NoticeSection />
      <CopySection />
      <RequirementsSection />
      <section aria-labelledby="plan-factories">
        <h2 id="plan-factories" className={styles.heading}>
          {say(texts.factories)}
        </h2>
        <div className={styles.fields}>
          {(["closedBefore", "closedAfter", "production"] as const satisfies (keyof Assumptions)[]).map(
            (key) => (
              <TextField
                key={key}
                label={say(texts[key])}
                value={String(document.assumptions[key])}
                isNumber
                problemOf={(value) =>
                  /^\d{1,3}$/.test(value.trim()) && Number(value) <= MOST_DAYS
                    ? undefined
                    : say(texts.wholeDays)
                }
                onCommit={(value) =>
                  run({
                    kind: "set-assumptions",
                    assumptions: { ...document.assumptions, [key]: Number(value) },
                  })
                }
              />
            ),
          )}
        </div>
      </section>
      <Button
        size="small"
        className={styles.remove}
        onClick={() =>
          run(
            { kind: "remove-year", year },
            { zh: `已删除 ${year} 年的计划。`, en: `The plan of ${year} was deleted.` },
          )
        }
      >
        {say(texts.remove)}（{year}）
      </Button>
    </div>
  );
}

function CopySection() {
  const { document, plan } = usePlanner();
  const { copyYear } = usePlannerActions();
  const say = useSay();
  const styles = useStyles();
  const [to, setTo] = useState(plan.year + 1);
  const isPossible = isPlanYear(to) && to !== plan.year;
  return (
    <section aria-labelledby="plan-copy">
      <h2 id="plan-copy" className={styles.heading}>
        {say(texts.copy)}
      </h2>
      <p className={styles.quiet}>{say(texts.copyHint)}</p>
      <div className={styles.row}>
        <TextField
          label={say(texts.toYear)}
          value={String(to)}
          isNumber
          problemOf={(value) =>
            isPlanYear(Number(value)) && Number(value) !== plan.year ? undefined : say(texts.wrongYear)
          }
          onCommit={(value) => setTo(Number(value))}
        />
        <Button
          size="small"
          disabledFocusable={!isPossible}
          onClick={() => isPossible && copyYear(plan.year, to)}
        >
          {say(texts.copyNow)} {plan.year} → {to}
        </Button>
      </div>
      {planOfYear(document, to) && to !== plan.year && <p className={styles.quiet}>{say(texts.replaces)}</p>}
    </section>
  );
}
