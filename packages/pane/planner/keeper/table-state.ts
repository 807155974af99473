import type { HolidayBook } from "../../plan/model/holiday-book.ts";
import { type PlanDocument, planOfYear, type YearPlan } from "../../plan/model/plan-document.ts";
import type { ReadBack, readBack } from "../../plan/table/read-back.ts";
import type { WrittenPlan } from "../../plan/table/written-plan.ts";
import type { Answer, ReadTable } from "../../sheet-host/sheet-host.ts";

/** What the workbook's table says beside the plan. */
export type TableState =
  | { readonly kind: "looking" }
  /** It was never written into this workbook. */
  | { readonly kind: "unwritten" }
  /** It was written and is gone, or it cannot be read; the host's sentence says which. */
  | { readonly kind: "unreadable"; readonly problem: string }
  /** `found` is compared with the plan of `year`, the one that was written last. */
  | { readonly kind: "read"; readonly year: number; readonly found: ReadBack };

/** The plan that a table is compared with. */
export interface TablePlan {
  readonly document: PlanDocument;
  readonly written: WrittenPlan | undefined;
  readonly book: HolidayBook;
}

/** What a table that was read says beside the plan. */
export function tableState(
  plan: TablePlan,
  answer: Answer<ReadTable>,
  compare: typeof readBack,
): Exclude<TableState, { kind: "looking" }> {
  const { written, book } = plan;
  if ("problem" in answer) {
    return answer.isMissing && !written
      ? { kind: "unwritten" }
      : { kind: "unreadable", problem: answer.problem };
  }
  const compared = comparedPlan(plan);
  if (!compared) return { kind: "unreadable", problem: noPlan };
  const found = compare(compared, written, answer, book);
  return "problem" in found
    ? { kind: "unreadable", problem: found.problem }
    : { kind: "read", year: compared.year, found };
}

/** The plan that stands in the table: of the year that was written last, else of the year on show. */
export const comparedPlan = ({ document, written }: TablePlan): YearPlan | undefined =>
  (written && planOfYear(document, written.year)) ?? planOfYear(document, document.year);

/** Whether the table says nothing that the plan does not. */
export const isUntouched = ({ edits, conflicts, faults }: ReadBack): boolean =>
  edits.length === 0 && conflicts.length === 0 && faults.length === 0;

const noPlan = "这一年还没有计划，没有和表格比较。";
