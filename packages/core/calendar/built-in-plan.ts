import { once } from "../cells/once.ts";
import { activityPlan, planFields } from "./activity-plan.ts";
import { type PlanRow, readPlan } from "./read-plan.ts";

const keys = Object.keys(planFields) as (keyof typeof planFields)[];

/** The plan that applies where no table is given. */
export const builtInPlan = once(
  () =>
    readPlan(
      [keys.map((key) => planFields[key].header), ...activityPlan.map((row) => keys.map((key) => row[key]))],
      "内置活动计划",
    ) as PlanRow[],
);
