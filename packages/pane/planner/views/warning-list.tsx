import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import { useId, useState } from "react";
import type { PlanWarning } from "../../plan/model/warnings/plan-warning.ts";
import { useSay } from "../../shell/language-context.ts";
import { usePlanner, usePlannerActions } from "../planner-context.ts";
import { plannerTexts } from "../planner-texts.ts";
import { settingsView } from "./settings-view.ts";

const texts = {
  warnings: { zh: "提醒", en: "Reminders" },
  showAllWarnings: { zh: "显示全部", en: "Show all" },
  fewerWarnings: { zh: "收起", en: "Show fewer" },
  urgent: { zh: "急", en: "Urgent" },
  warning: { zh: "注意", en: "Mind" },
  note: { zh: "提示", en: "Note" },
  enterNotice: { zh: "录入放假通知", en: "Enter the notice" },
  copyPlan: { zh: "复制计划", en: "Copy the plan" },
} as const satisfies Record<string, Words>;

/** So many are shown before somebody asks for all. */
const SHOWN = 3;

const useStyles = makeStyles({
  section: {
    margin: "8px 0",
    padding: "6px 10px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  top: { display: "flex", justifyContent: "space-between", alignItems: "center" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: { padding: "4px 0" },
  level: {
    display: "inline-block",
    marginRight: "6px",
    padding: "0 6px",
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  urgent: { backgroundColor: tokens.colorPaletteRedBackground2, color: tokens.colorPaletteRedForeground2 },
  warning: {
    backgroundColor: tokens.colorPaletteMarigoldBackground2,
    color: tokens.colorPaletteMarigoldForeground2,
  },
  note: { backgroundColor: tokens.colorNeutralBackground5, color: tokens.colorNeutralForeground2 },
});

interface WarningListProps {
  /** Only the number is shown until somebody asks for more. */
  readonly isBrief: boolean;
}

/** What a good operator would point out, the most urgent first. */
export function WarningList({ isBrief }: WarningListProps) {
  const { warnings } = usePlanner();
  const say = useSay();
  const styles = useStyles();
  const list = useId();
  const [showsAll, setShowsAll] = useState(false);
  if (warnings.length === 0) return null;
  const least = isBrief ? 0 : SHOWN;
  const shown = showsAll ? warnings : warnings.slice(0, least);
  return (
    <section className={styles.section} aria-labelledby="plan-warnings">
      <div className={styles.top}>
        <h2 id="plan-warnings" className={styles.heading}>
          {say(texts.warnings)} ({warnings.length})
        </h2>
        {warnings.length > least && (
          <Button
            size="small"
            appearance="subtle"
            aria-expanded={showsAll}
            aria-controls={list}
            onClick={() => setShowsAll(!showsAll)}
          >
            {say(showsAll ? texts.fewerWarnings : texts.showAllWarnings)}
          </Button>
        )}
      </div>
      <ul id={list} className={styles.list}>
        {shown.map((warning) => (
          <li key={warning.id} className={styles.item}>
            <span className={mergeClasses(styles.level, styles[warning.level])}>
              {say(texts[warning.level])}
            </span>
            {say(warning.sentence)} <Remedy warning={warning} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What can be done about a warning, or the activity that it speaks of. */
function Remedy({ warning: { remedy, activities, sentence } }: { readonly warning: PlanWarning }) {
  const { plan } = usePlanner();
  const say = useSay();
  const { edit, show } = usePlannerActions();
  if (remedy) {
    const words = remedy.kind === "enter-notice" ? texts.enterNotice : texts.copyPlan;
    return (
      <Link as="button" inline onClick={() => show(settingsView)}>
        {say(words)}
      </Link>
    );
  }
  const own = activities.find((id) => plan.activities.some((activity) => activity.id === id));
  if (!own) return null;
  return (
    <Link
      as="button"
      inline
      aria-label={`${say(plannerTexts.open)}: ${say(sentence)}`}
      onClick={() => edit(own)}
    >
      {say(plannerTexts.open)}
    </Link>
  );
}
