import { missingColumns } from "../cells/missing-columns.ts";
import { numberQuantity, type Quantity, textQuantity, yesNoQuantity } from "../cells/quantity.ts";
import { dataRow } from "../cells/read-field.ts";
import { Refusal } from "../cells/refusal.ts";
import { type RowReader, tableRows } from "../cells/row-reader.ts";
import { readTable } from "../cells/table.ts";
import { planFields } from "./activity-plan.ts";
import { type DateRule, readDateRule } from "./date-rule.ts";
import { EVERY_INDUSTRY, readIndustries } from "./industry.ts";

/** The days of preparation in table order: days from the start, the review's from the end. */
export const milestoneKeys = ["enrolFrom", "enrolTo", "stockReady", "warmUpFrom", "review"] as const;
export type MilestoneKey = (typeof milestoneKeys)[number];
export type ByMilestone<Value> = Readonly<Record<MilestoneKey, Value>>;

/** A row of an activity plan; what could not be read is a refusal in its place. */
export interface PlanRow {
  /** Its place among the data rows of a table, from 0; undefined outside a table. */
  readonly index: number | undefined;
  readonly activity: string | Refusal;
  readonly rule: DateRule | Refusal;
  readonly days: number | Refusal;
  readonly industries: readonly string[];
  /** Undefined where the plan leaves the milestone blank. */
  readonly offsets: ByMilestone<number | undefined | Refusal>;
  readonly isEnabled: boolean | Refusal;
  readonly source: string | Refusal;
}

const EVERY = [EVERY_INDUSTRY];
const daysQuantity = numberQuantity({ words: { zh: "天数", en: "days" }, min: 1, integer: true });
const offsetQuantity = numberQuantity({ words: { zh: "天数", en: "days" }, integer: true });
const ruleQuantity: Quantity<DateRule> = {
  words: { zh: "日期规则", en: "date rule" },
  zeroIsBlank: true,
  read: (value, argument) => readDateRule(value, () => argument),
};
const industriesOfRow: Quantity<readonly string[]> = {
  words: { zh: "行业", en: "industries" },
  zeroIsBlank: true,
  read: (value) => readIndustries(String(value)),
};

/** A value for each milestone. */
export const byMilestone = <Value>(valueFor: (key: MilestoneKey) => Value): ByMilestone<Value> => ({
  enrolFrom: valueFor("enrolFrom"),
  enrolTo: valueFor("enrolTo"),
  stockReady: valueFor("stockReady"),
  warmUpFrom: valueFor("warmUpFrom"),
  review: valueFor("review"),
});

/**
 * Reads a range with the columns of an activity-plan template. A bad cell is refused only where it is needed.
 *
 * Refused: no header known, or no column 日期规则.
 */
export function readPlan(range: readonly (readonly unknown[])[], argument: string): PlanRow[] | Refusal {
  const table = readTable(range, undefined, planFields, argument);
  if (table instanceof Refusal) return table;
  const missing = missingColumns(table, ["dateRule"], argument);
  if (missing) return missing;
  return tableRows(table, dataRow).map(([row, , index]) => ({ ...readPlanRow(row), index }));
}

/** What a row of a plan says. */
export function readPlanRow(row: RowReader<keyof typeof planFields>): Omit<PlanRow, "index"> {
  const industries = row.read("industries", industriesOfRow);
  return {
    activity: row.read("activity", textQuantity) ?? "",
    rule: row.required("dateRule", ruleQuantity),
    days: row.read("days", daysQuantity) ?? 1,
    industries: industries instanceof Refusal ? EVERY : (industries ?? EVERY),
    offsets: byMilestone((key) => row.read(key, offsetQuantity)),
    isEnabled: row.read("enabled", yesNoQuantity) ?? true,
    source: row.read("source", textQuantity) ?? "",
  };
}
