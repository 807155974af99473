import { badArgument, type Refusal } from "../cells/refusal.ts";
import type { SpreadsheetFunction } from "./define-function.ts";

/**
 * Why a call has too few or too many arguments, by how many stand in its brackets; Excel itself refuses such a
 * formula before it calls a function, other hosts ask here.
 */
export function argumentCountProblem(
  { id, parameters }: SpreadsheetFunction,
  count: number,
): Refusal | undefined {
  const most = parameters.length;
  if (count > most) return badArgument(`${id} 最多 ${most} 个参数，请去掉多余的。`);
  const missing = parameters.flatMap(({ title, name, optional }, index) =>
    index < count || optional ? [] : [`第 ${index + 1} 个参数“${title}”（${name}）`],
  );
  return missing.length > 0 ? badArgument(`${id} 缺少${missing.join("、")}，请补上。`) : undefined;
}
