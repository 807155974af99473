import { Button, Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import { useId } from "react";
import { dayWords } from "../../plan/model/day-words.ts";
import type { Grade, PlanActivity } from "../../plan/model/plan-document.ts";
import { scheduleActivity } from "../../plan/model/plan-schedule.ts";
import { newRowId } from "../../plan/model/row-id.ts";
import { useSay } from "../../shell/language-context.ts";
import { usePlanner, usePlannerActions } from "../planner-context.ts";
import { plannerTexts } from "../planner-texts.ts";
import { ActivityEditor } from "./activity-editor.tsx";

const texts = {
  enabled: { zh: "启用", en: "Enabled" },
  edit: { zh: "编辑", en: "Edit" },
  duplicate: { zh: "复制", en: "Duplicate" },
  duplicateOf: { zh: "（副本）", en: " (copy)" },
  moveUp: { zh: "上移", en: "Move up" },
  moveDown: { zh: "下移", en: "Move down" },
  disabled: { zh: "已停用", en: "disabled" },
} as const satisfies Record<string, Words>;

/** Where the date of a built-in activity comes from. */
const grades: Readonly<Record<Grade, Words>> = {
  seed: { zh: "原书", en: "source book" },
  computed: { zh: "推算", en: "computed" },
  fixed: { zh: "固定日期", en: "fixed date" },
  source: { zh: "行业资料", en: "trade press" },
  assumption: { zh: "假设", en: "assumption" },
};
const own: Words = { zh: "自定", en: "own" };

const useStyles = makeStyles({
  item: {
    padding: "6px 0",
    borderBottomWidth: "1px",
    borderBottomStyle: "solid",
    borderBottomColor: tokens.colorNeutralStroke2,
  },
  head: { display: "flex", alignItems: "flex-start", columnGap: "4px" },
  words: { flex: "1 1 0", minWidth: 0, paddingTop: "6px" },
  name: { margin: 0, fontSize: tokens.fontSizeBase300 },
  off: { color: tokens.colorNeutralForeground3 },
  facts: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  problem: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "4px", paddingLeft: "36px" },
  small: { minWidth: "32px", paddingLeft: "8px", paddingRight: "8px" },
});

interface ActivityRowProps {
  readonly activity: PlanActivity;
  /** The neighbours in the list, to change places with. */
  readonly before: PlanActivity | undefined;
  readonly after: PlanActivity | undefined;
  readonly isOpen: boolean;
  /** Called when the row is gone, so that the focus is not lost with it. */
  readonly onRemoved: () => void;
}

/** One activity of the list: its date, where it comes from, what can be done with it; opened, its editor. */
export function ActivityRow({ activity, before, after, isOpen, onRemoved }: ActivityRowProps) {
  const { plan, book } = usePlanner();
  const say = useSay();
  const { run, edit } = usePlannerActions();
  const styles = useStyles();
  const editor = useId();
  const { year } = plan;
  const { id, isEnabled } = activity;
  const scheduled = scheduleActivity({ ...activity, isEnabled: true }, year, book);
  const isScheduled = scheduled !== undefined && "milestones" in scheduled;
  const facts = [
    isScheduled && say(dayWords(scheduled.start, year)),
    scheduled === undefined && `${activity.dateRule} ${say(plannerTexts.elsewhere)}`,
    activity.days > 1 && say({ zh: `${activity.days} 天`, en: `${activity.days} days` }),
    say(activity.grade ? grades[activity.grade] : own),
    activity.owner,
    !isEnabled && say(texts.disabled),
  ].filter(Boolean);
  const swap = (other: PlanActivity) => {
    const ids = plan.activities.map((each) => each.id);
    const [place, otherPlace] = [ids.indexOf(id), ids.indexOf(other.id)];
    run({ kind: "order-activities", year, ids: ids.with(place, other.id).with(otherPlace, id) });
  };
  const duplicate = () => {
    const copy = {
      ...activity,
      id: newRowId(),
      activity: `${activity.activity}${say(texts.duplicateOf)}`,
      statuses: {},
    };
    const at = plan.activities.findIndex((each) => each.id === id) + 1;
    run({ kind: "add-activities", year, activities: [copy], at });
    edit(copy.id);
  };
  const remove = () => {
    const told = { zh: `已删除“${activity.activity}”。`, en: `“${activity.activity}” was deleted.` };
    run({ kind: "remove-activities", year, ids: [id] }, told);
    onRemoved();
  };
  const button = (words: Words, onClick: () => void, text = say(words), isDisabled = false) => (
    <Button
      size="small"
      appearance="subtle"
      className={styles.small}
      aria-label={`${say(words)} ${activity.activity}`}
      disabledFocusable={isDisabled}
      onClick={onClick}
    >
      {text}
    </Button>
  );
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Checkbox
          checked={isEnabled}
          aria-label={`${say(texts.enabled)} ${activity.activity}`}
          onChange={(_, { checked }) =>
            run({ kind: "change-activity", year, activity: { ...activity, isEnabled: checked === true } })
          }
        />
        <div className={styles.words}>
          <h3 className={mergeClasses(styles.name, !isEnabled && styles.off)}>{activity.activity}</h3>
          <div className={styles.facts}>{facts.join(" · ")}</div>
          {scheduled && !isScheduled && <div className={styles.problem}>{scheduled.message}</div>}
          {activity.source && !isOpen && <div className={styles.facts}>{activity.source}</div>}
        </div>
      </div>
      <div className={styles.buttons}>
        <Button
          size="small"
          appearance="subtle"
          className={styles.small}
          aria-label={`${say(isOpen ? plannerTexts.closeEditor : texts.edit)} ${activity.activity}`}
          aria-expanded={isOpen}
          aria-controls={editor}
          onClick={() => edit(isOpen ? undefined : id)}
        >
          {say(isOpen ? plannerTexts.closeEditor : texts.edit)}
        </Button>
        {button(texts.duplicate, duplicate)}
        {button(texts.moveUp, () => before && swap(before), "↑", !before)}
        {button(texts.moveDown, () => after && swap(after), "↓", !after)}
        {button(plannerTexts.remove, remove)}
      </div>
      <div id={editor} hidden={!isOpen}>
        {isOpen && <ActivityEditor activity={activity} onClose={() => edit(undefined)} />}
      </div>
    </li>
  );
}
