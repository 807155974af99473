import type { RowError } from "./rows.ts";

/** Why rows were not saved, in one sentence: the first bad cell and how many there are; undefined where all is well. */
export function rowsProblem(errors: readonly RowError[]): string | undefined {
  const first = errors[0];
  if (!first) return undefined;
  const place = `第 ${first.row} 行${first.column ? `“${first.column}”` : ""}`;
  return `内容没有保存：${place}${first.message}，共 ${errors.length} 处，请改正。`;
}
