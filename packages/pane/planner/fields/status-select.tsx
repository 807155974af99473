import { Select } from "@fluentui/react-components";
import type { Words } from "@sevenstar/core/cells/words";
import { memo } from "react";
import { milestoneStatuses } from "../../plan/model/milestone-statuses.ts";
import type { MilestoneStatus } from "../../plan/model/plan-document.ts";
import type { ScheduledActivity, ScheduledMilestone } from "../../plan/model/plan-schedule.ts";
import { stepWords } from "../../plan/model/step-words.ts";
import { useSay } from "../../shell/language-context.ts";
import { usePlannerActions } from "../planner-context.ts";

const texts = {
  status: { zh: "状态", en: "Status" },
} as const satisfies Record<string, Words>;

interface StatusSelectProps {
  readonly scheduled: ScheduledActivity;
  readonly milestone: ScheduledMilestone;
}

/** The status of a milestone, to be chosen. */
export const StatusSelect = memo(function StatusSelect({ scheduled, milestone }: StatusSelectProps) {
  const say = useSay();
  const { run } = usePlannerActions();
  const { activity, year } = scheduled;
  return (
    <Select
      size="small"
      value={milestone.status}
      aria-label={`${activity.activity} ${say(stepWords(milestone.key))} ${say(texts.status)}`}
      onChange={(_, { value }) =>
        run({
          kind: "set-status",
          year,
          id: activity.id,
          milestone: milestone.key,
          status: value as MilestoneStatus,
        })
      }
    >
      {Object.entries(milestoneStatuses).map(([status, words]) => (
        <option key={status} value={status}>
          {say(words)}
        </option>
      ))}
    </Select>
  );
});
