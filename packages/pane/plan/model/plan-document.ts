import type { Holiday } from "@sevenstar/core/calendar/public-holidays";
import type { ByMilestone, MilestoneKey } from "@sevenstar/core/calendar/read-plan";
import type { CalendarDay } from "@sevenstar/core/cells/calendar-day";

/** How far a milestone is; one without a status is 未开始. */
export type MilestoneStatus = "未开始" | "进行中" | "已完成" | "放弃";

/** Where the date of a built-in activity comes from (facts.md §3). */
export type Grade = "seed" | "computed" | "fixed" | "source" | "assumption";

/** An activity as the plan keeps it: plain data, the fields of an `activity-plan` template and what a year adds. */
export interface PlanActivity {
  /** The row id of templates: 1 to 64 letters, digits, _ or -. */
  readonly id: string;
  readonly activity: string;
  /** As in a template: `03-28`, `农历 01-01`, `节气 立秋`, `2026-05-20`, `11月第4个周五`. */
  readonly dateRule: string;
  readonly days: number;
  readonly industries: readonly string[];
  /** Days from the start, the review's from the end; a milestone that is left out does not take place. */
  readonly offsets: Partial<ByMilestone<number>>;
  readonly isEnabled: boolean;
  readonly owner: string;
  readonly note: string;
  readonly source: string;
  /** Only on built-in activities whose date rule is untouched. */
  readonly grade?: Grade;
  /** Days set by hand for this year alone; they win over the rule and are never moved. */
  readonly fixedDays: FixedDays;
  readonly statuses: Partial<ByMilestone<MilestoneStatus>>;
}

/** The days of an activity that may be set by hand. */
export type FixedDays = Partial<Readonly<Record<"start" | MilestoneKey, CalendarDay>>>;

/** The plan of one year. */
export interface YearPlan {
  readonly year: number;
  /** Besides those of every industry (通用). */
  readonly industries: readonly string[];
  /** In the order in which the merchant keeps them. */
  readonly activities: readonly PlanActivity[];
}

/** The holidays of a year as the team entered them from the State Council's notice. */
export interface HolidayNotice {
  readonly year: number;
  readonly days: readonly Holiday[];
}

/** A figure of the shop, as ACTIVITYFIT takes it. */
export interface ShopFigure {
  readonly metric: string;
  readonly value: string;
}

/** What an activity asks of a shop, as ACTIVITYFIT takes it. */
export interface EntryRequirement {
  readonly activity: string;
  readonly metric: string;
  readonly operator: string;
  readonly value: string;
}

/** What the warnings assume of the factories, in days. */
export interface Assumptions {
  /** From the factories' closing to the Spring Festival. */
  readonly closedBefore: number;
  /** From the Spring Festival to their opening. */
  readonly closedAfter: number;
  /** From an order to its goods. */
  readonly production: number;
}

/** Everything that the planner keeps of one merchant. */
export interface PlanDocument {
  /** The year on show. */
  readonly year: number;
  /** By year. */
  readonly plans: readonly YearPlan[];
  /** By year. */
  readonly notices: readonly HolidayNotice[];
  readonly shop: readonly ShopFigure[];
  readonly requirements: readonly EntryRequirement[];
  readonly assumptions: Assumptions;
}

/** The plan of a year, if there is one. */
export const planOfYear = (document: PlanDocument, year: number): YearPlan | undefined =>
  document.plans.find((plan) => plan.year === year);
