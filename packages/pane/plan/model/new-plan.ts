import { builtInActivities } from "./built-in-activities.ts";
import type { Assumptions, PlanDocument, YearPlan } from "./plan-document.ts";

/** Factories close for two to four weeks; goods are done two to three weeks before (trade press 2024–2026). */
const assumptions: Assumptions = { closedBefore: 14, closedAfter: 14, production: 21 };

/** The plan of a year with the built-in activities. */
export const newYearPlan = (year: number, industries: readonly string[]): YearPlan => ({
  year,
  industries,
  activities: builtInActivities,
});

/** What a merchant begins with in a year. */
export const newPlan = (year: number): PlanDocument => ({
  year,
  plans: [newYearPlan(year, [])],
  notices: [],
  shop: [],
  requirements: [],
  assumptions,
});
