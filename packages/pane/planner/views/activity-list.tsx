import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { EVERY_INDUSTRY } from "@sevenstar/core/calendar/industry";
import type { Words } from "@sevenstar/core/cells/words";
import { useEffect, useRef } from "react";
import { builtInActivities } from "../../plan/model/built-in-activities.ts";
import type { PlanActivity } from "../../plan/model/plan-document.ts";
import { scheduleActivity } from "../../plan/model/plan-schedule.ts";
import { useSay } from "../../shell/language-context.ts";
import { ActionButton } from "../action-button.tsx";
import { addActivity } from "../actions/add-activity.ts";
import { usePlanner, usePlannerActions } from "../planner-context.ts";
import { ActivityRow } from "./activity-row.tsx";

const texts = {
  noneShown: { zh: "所选行业还没有活动。", en: "The chosen industries have no activities yet." },
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

/** Every activity of the year's plan, in the merchant's order: to be added, changed, copied, disabled, moved, deleted. */
export function ActivityList() {
  const { plan, book, edited } = usePlanner();
  const say = useSay();
  const { run } = usePlannerActions();
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
          onRemoved={() => view.current?.focus()}
        />
      ))}
    </ul>
  );
  return (
    <div ref={view} tabIndex={-1} className={styles.view}>
      <div className={styles.actions}>
        <ActionButton action={addActivity} appearance="primary" />
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
      {shown.length === 0 && others.length > 0 && <p>{say(texts.noneShown)}</p>}
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
