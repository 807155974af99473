import { isHostError, plainValue } from "../functions/cell.ts";
import { badArgument, type Refusal } from "../functions/refusal.ts";
import { headerOf } from "./compile-check.ts";
import type { ListingAudit } from "./listing-audit.ts";

/** Why a row cannot be judged: the checks that met a text instead of a number or a yes/no word, or an error value. */
export function badListingRow(audit: ListingAudit, row: readonly unknown[]): Refusal {
  if (row.some((cell) => isHostError(plainValue(cell)))) return badArgument("这一行有错误值，请先改正。");
  const complaints = audit.sections
    .flat()
    .filter((check) => check.outcome(row) === "bad")
    .map((check) => `${check.fields.map(headerOf).join("、")}“${check.actual(row)}”`);
  return badArgument(`读不懂：${[...new Set(complaints)].join("；")}，请改成数字或“是”“否”。`);
}
