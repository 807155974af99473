import { readAreaAddress } from "@sevenstar/core/cells/cell-address";
import { sheetNameProblem, tableNameProblem } from "./name-problem.ts";
import type { WrittenCell, WrittenSheet, WrittenTable } from "./sheet-host.ts";

/** A cell of Excel holds no more characters than this. */
const LONGEST_TEXT = 32_767;

/** More cells than this are not written at once; hosts would stop answering. */
const MOST_CELLS = 1_000_000;

/** Why a table cannot be written as it is asked, as a sentence; undefined where it can. */
export function tableProblem({ name, sheet, columns, key, rows }: WrittenTable): string | undefined {
  const named = tableNameProblem(name) ?? sheetNameProblem(sheet);
  if (named) return named;
  if (columns.length === 0) return `“${name}”表没有列，请至少给出一列。`;
  const seen = new Set<string>();
  for (const { header } of columns) {
    if (header.trim() === "") return `“${name}”表有一列没有标题，请写上标题。`;
    if (seen.has(folded(header))) return `“${name}”表有两列都叫“${header}”，请改名。`;
    seen.add(folded(header));
  }
  if (key !== undefined && !columns.some(({ header }) => header === key)) {
    return `“${name}”表没有“${key}”列，分不清各行，请加上这一列。`;
  }
  return rowsProblem(`“${name}”表`, rows, columns.length);
}

/** Why a page cannot be written as it is asked, as a sentence; undefined where it can. */
export function sheetProblem({ name, rows, areas = [] }: WrittenSheet): string | undefined {
  const problem = sheetNameProblem(name) ?? rowsProblem(`“${name}”工作表`, rows, rows[0]?.length ?? 0);
  if (problem) return problem;
  const wrong = areas.find(({ area }) => readAreaAddress(area) === undefined);
  return wrong && `“${name}”工作表里没有“${wrong.area}”这个区域，请写成 A1:G1 的样子。`;
}

/** The form in which Excel compares headers: it takes 名称 and 名称, Id and ID for the same. */
export const folded = (header: string): string => header.trim().toLowerCase();

function rowsProblem(
  what: string,
  rows: readonly (readonly WrittenCell[])[],
  width: number,
): string | undefined {
  if (rows.length * width > MOST_CELLS) {
    return `${what}有 ${rows.length} 行 × ${width} 列，超过 ${MOST_CELLS.toLocaleString("en")} 格，请分成几个表。`;
  }
  for (const [index, row] of rows.entries()) {
    const place = `${what}第 ${index + 1} 行`;
    if (row.length !== width) return `${place}有 ${row.length} 格，应有 ${width} 格，请补齐。`;
    for (const cell of row) {
      if (typeof cell === "number" && !Number.isFinite(cell)) return `${place}有不是数字的结果，请检查。`;
      if (typeof cell === "string" && cell.length > LONGEST_TEXT) {
        return `${place}有一格超过 ${LONGEST_TEXT.toLocaleString("en")} 个字，请改短。`;
      }
    }
  }
  return undefined;
}
