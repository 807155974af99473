import type { MilestoneKey } from "@sevenstar/core/calendar/read-plan";
import type { Words } from "@sevenstar/core/cells/words";
import type {
  Assumptions,
  EntryRequirement,
  HolidayNotice,
  MilestoneStatus,
  PlanActivity,
  PlanDocument,
  ShopFigure,
  YearPlan,
} from "./plan-document.ts";

/** A change of the plan, as a value: it can be recorded, named, undone and done again. */
export type PlanCommand =
  | { readonly kind: "add-year"; readonly plan: YearPlan }
  | { readonly kind: "remove-year"; readonly year: number }
  | { readonly kind: "set-industries"; readonly year: number; readonly industries: readonly string[] }
  | {
      readonly kind: "add-activities";
      readonly year: number;
      readonly activities: readonly PlanActivity[];
      /** The place of the first one; at the end if left out. */
      readonly at?: number;
    }
  | { readonly kind: "change-activity"; readonly year: number; readonly activity: PlanActivity }
  | { readonly kind: "remove-activities"; readonly year: number; readonly ids: readonly string[] }
  | { readonly kind: "order-activities"; readonly year: number; readonly ids: readonly string[] }
  | {
      readonly kind: "set-status";
      readonly year: number;
      readonly id: string;
      readonly milestone: MilestoneKey;
      readonly status: MilestoneStatus;
    }
  | { readonly kind: "set-notice"; readonly notice: HolidayNotice }
  | { readonly kind: "remove-notice"; readonly year: number }
  | {
      readonly kind: "set-requirements";
      readonly shop: readonly ShopFigure[];
      readonly requirements: readonly EntryRequirement[];
    }
  | { readonly kind: "set-assumptions"; readonly assumptions: Assumptions }
  /** Several changes that are undone as one. */
  | { readonly kind: "together"; readonly words: Words; readonly commands: readonly PlanCommand[] };

const byYear = <Item extends { readonly year: number }>(items: readonly Item[], item: Item): Item[] =>
  [...items.filter(({ year }) => year !== item.year), item].sort((a, b) => a.year - b.year);

/** The document after a command; one that names a year or a row that is not there changes nothing. */
export function applyCommand(document: PlanDocument, command: PlanCommand): PlanDocument {
  switch (command.kind) {
    case "add-year":
      return { ...document, year: command.plan.year, plans: byYear(document.plans, command.plan) };
    case "remove-year":
      return { ...document, plans: document.plans.filter(({ year }) => year !== command.year) };
    case "set-notice":
      return { ...document, notices: byYear(document.notices, command.notice) };
    case "remove-notice":
      return { ...document, notices: document.notices.filter(({ year }) => year !== command.year) };
    case "set-requirements":
      return { ...document, shop: command.shop, requirements: command.requirements };
    case "set-assumptions":
      return { ...document, assumptions: command.assumptions };
    case "together":
      return command.commands.reduce(applyCommand, document);
    default: {
      const plans = document.plans.map((plan) =>
        plan.year === command.year ? changed(plan, command) : plan,
      );
      return { ...document, year: command.year, plans };
    }
  }
}

type PlanChange = Extract<
  PlanCommand,
  {
    readonly kind:
      | "set-industries"
      | "add-activities"
      | "change-activity"
      | "remove-activities"
      | "order-activities"
      | "set-status";
  }
>;

function changed(plan: YearPlan, command: PlanChange): YearPlan {
  const { activities } = plan;
  switch (command.kind) {
    case "set-industries":
      return { ...plan, industries: command.industries };
    case "add-activities":
      return {
        ...plan,
        activities: activities.toSpliced(command.at ?? activities.length, 0, ...command.activities),
      };
    case "change-activity":
      return {
        ...plan,
        activities: activities.map((row) =>
          row.id === command.activity.id ? withGrade(row, command.activity) : row,
        ),
      };
    case "remove-activities":
      return { ...plan, activities: activities.filter(({ id }) => !command.ids.includes(id)) };
    case "order-activities": {
      const place = (id: string) => (command.ids.includes(id) ? command.ids.indexOf(id) : activities.length);
      return { ...plan, activities: activities.toSorted((a, b) => place(a.id) - place(b.id)) };
    }
    case "set-status":
      return {
        ...plan,
        activities: activities.map((row) =>
          row.id === command.id
            ? { ...row, statuses: { ...row.statuses, [command.milestone]: command.status } }
            : row,
        ),
      };
  }
}

/** A date rule that was changed by hand no longer has the grade of the built-in one. */
function withGrade(before: PlanActivity, after: PlanActivity): PlanActivity {
  if (before.dateRule === after.dateRule || after.grade === undefined) return after;
  const { grade: _, ...rest } = after;
  return rest;
}
