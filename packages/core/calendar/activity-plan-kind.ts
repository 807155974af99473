import { defineTemplateKind } from "../cells/define-template-kind.ts";
import { activityPlan, planFields } from "./activity-plan.ts";
import { EVERY_INDUSTRY } from "./industry.ts";
import { readPlanRow } from "./read-plan.ts";

const starter = (industry: string, english: string) => ({
  words: { zh: `${industry}活动计划`, en: `Activity plan for ${english}` },
  rows: activityPlan.filter(({ industries }) => industries === industry || industries === EVERY_INDUSTRY),
});

/** The activities of a year and when each is prepared. */
export const activityPlanKind = defineTemplateKind({
  id: "activity-plan",
  name: { zh: "活动计划", en: "Activity plan" },
  tableName: "活动计划表",
  takenAs: "plan",
  columns: planFields,
  readRow: readPlanRow,
  starters: () => [starter("服装", "clothing"), starter("跨境", "cross-border trade")],
});
