import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { EVERY_INDUSTRY } from "@sevenstar/core/calendar/industry";
import { isoDate } from "@sevenstar/core/cells/calendar-day";
import type { Words } from "@sevenstar/core/cells/words";
import { useEffect, useRef } from "react";
import { blankActivity } from "../../plan/model/blank-activity.ts";
import { builtInActivities } from "../../plan/model/built-in-activities.ts";
import { newActivityDay } from "../../plan/model/new-activity-day.ts";
import type { PlanActivity } from "../../plan/model/plan-document.ts";
import { scheduleActivity } from "../../plan/model/plan-schedule.ts";
import { newRowId } from "../../plan/model/row-id.ts";
import { usePlanner, usePlannerActions } from "../planner-context.ts";
import { plannerTexts } from "../planner-texts.ts";
import { ActivityRow } from "./activity-row.tsx";

const texts = {
  addActivity: { zh: "添加活动", en: "Add an activity" },
  newActivity: { zh: "新活动", en: "New activity" },
  sortByDate: { zh: "按日期排列", en: "Sort by date" },
  otherIndustries: { zh: "其他行业的活动", en: "Activities of other industries" },
  restoreBuiltIn: { zh: "补回内置活动", en: "Restore built-in activities" },
} as const satisfies Record<string, Words>;

const useStyles = makeStyles({
  view: { ":focus": { outlineStyle: "none" } },
  actions: { display: "flex", flexWrap: "wrap", gap: "6px", padding: "4px 0" },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  others: { marginTop: "12px" },
  summary: { cursor: "pointer", padding: "4px 0", fontWeight: tokens.fontWeightSemibold },
});

interface ActivitiesViewProps {
  /** The month that was looked at last. */
  readonly month: number;
  /** The activity whose editor is open. */
  readonly edited: string | undefined;
  readonly onEdit: (id: string | undefined) => void;
}

/** Every activity of the year's plan, in the merchant's order: to be added, changed, copied, disabled, moved, deleted. */
export function ActivitiesView({ month, edited, onEdit }: ActivitiesViewProps) {
  const { plan, book, today } = usePlanner();
  const { say, run } = usePlannerActions();
  const styles = useStyles();
  const view = useRef<HTMLDivElement>(null);
  const isShown = (activity: PlanActivity) =>
    activity.industries.length === 0 ||
    activity.industries.some((each) => each === EVERY_INDUSTRY || plan.industries.includes(each));
  const shown = plan.activities.filter(isShown);
  const others = plan.activities.filter((activity) => !isShown(activity));
  const missing = builtInActivities.filter(
    ({ id }) => !plan.activities.some((activity) => activity.id === id),
  );

  useEffect(() => {
    if (edited === undefined) return;
    const field = view.current?.querySelector<HTMLElement>(`[data-focus="${edited}"]`);
    field?.focus({ preventScroll: true });
    field?.scrollIntoView?.({ block: "center" });
  }, [edited]);

  const add = () => {
    const id = newRowId();
    const dateRule = isoDate(newActivityDay(plan.year, month, today, book)).slice(5);
    const activity = { ...blankActivity(id, say(texts.newActivity)), dateRule };
    run({ kind: "add-activities", year: plan.year, activities: [activity], at: 0 });
    onEdit(id);
  };
  const sort = () => {
    const start = (activity: PlanActivity) => {
      const scheduled = scheduleActivity(activity, plan.year, book);
      return scheduled && "start" in scheduled ? scheduled.start : Number.MAX_SAFE_INTEGER;
    };
    const ids = plan.activities.toSorted((a, b) => start(a) - start(b)).map(({ id }) => id);
    run({ kind: "order-activities", year: plan.year, ids });
  };
  const rows = (activities: readonly PlanActivity[]) => (
    <ul className={styles.list}>
      {activities.map((activity, index) => (
        <ActivityRow
          key={activity.id}
          activity={activity}
          before={activities[index - 1]}
          after={activities[index + 1]}
          isOpen={activity.id === edited}
          onEdit={onEdit}
          onRemoved={() => view.current?.focus()}
        />
      ))}
    </ul>
  );
  return (
    <div ref={view} tabIndex={-1} className={styles.view}>
      <div className={styles.actions}>
        <Button size="small" appearance="primary" onClick={add}>
          {say(texts.addActivity)}
        </Button>
        <Button size="small" onClick={sort}>
          {say(texts.sortByDate)}
        </Button>
        {missing.length > 0 && (
          <Button
            size="small"
            onClick={() => run({ kind: "add-activities", year: plan.year, activities: missing })}
          >
            {say(texts.restoreBuiltIn)} ({missing.length})
          </Button>
        )}
      </div>
      {shown.length === 0 && <p>{say(plannerTexts.noActivities)}</p>}
      {rows(shown)}
      {others.length > 0 && (
        <details className={styles.others} open={others.some(({ id }) => id === edited)}>
          <summary className={styles.summary}>
            {say(texts.otherIndustries)} ({others.length})
          </summary>
          {rows(others)}
        </details>
      )}
    </div>
  );
}
