import { deadline } from "./warnings/deadline.ts";
import { entryRequirements } from "./warnings/entry-requirements.ts";
import { estimatedHolidays } from "./warnings/estimated-holidays.ts";
import { makeUpWorkday } from "./warnings/make-up-workday.ts";
import { nextYear } from "./warnings/next-year.ts";
import { overlap } from "./warnings/overlap.ts";
import type { PlanWarning, WarningContext, WarningRule } from "./warnings/plan-warning.ts";
import { springFestivalEnrolment } from "./warnings/spring-festival-enrolment.ts";
import { stockBeforeClosure } from "./warnings/stock-before-closure.ts";
import { wrongOrder } from "./warnings/wrong-order.ts";

const rules: readonly WarningRule[] = [
  wrongOrder,
  deadline,
  stockBeforeClosure,
  springFestivalEnrolment,
  overlap,
  entryRequirements,
  nextYear,
  estimatedHolidays,
  makeUpWorkday,
];

const LEVELS: readonly PlanWarning["level"][] = ["urgent", "warning", "note"];

/** Everything that a good operator would point out, the urgent first; what is past is left out. */
export function planWarnings(context: WarningContext): PlanWarning[] {
  const found = rules.flatMap((rule) => rule(context));
  return found.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}
