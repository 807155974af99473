import { shortened } from "../cells/quantity.ts";
import type { Words } from "../cells/words.ts";

/** Why cells of a column could not be taken as what the column holds. */
export type ExportProblem = "damaged" | "zeroed" | "noNumber" | "noTime" | "error";

/** A cell of a clean table, both counted from 0; row 0 is the header. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** What is wrong in a column of an export, and in which cells. */
export interface ExportWarning {
  readonly words: Words;
  readonly cells: readonly CellPlace[];
}

const causes: Readonly<Record<ExportProblem, Words>> = {
  damaged: {
    zh: "的编号已损坏：被存成了数字，末几位已经丢失。请从 1688 重新导出，不要用 Excel 打开保存，直接导入原文件",
    en: "holds damaged ids: they were saved as numbers and have lost their last digits. Export again from 1688 and import that file without opening and saving it in Excel",
  },
  zeroed: {
    zh: "的编号末几位都是 0，可能被存成过数字，末几位已经丢失。请与 1688 上的编号核对，有错就重新导出",
    en: "holds ids whose last digits are all 0: they may have been saved as numbers. Compare them with those on 1688, and export again if they differ",
  },
  noNumber: {
    zh: "不是数字，保留原样，请改正",
    en: "holds no number; it is kept as it is, please correct it",
  },
  noTime: {
    zh: "不是时间，保留原样，请改成如 2024-07-11 09:48:43 的写法",
    en: "holds no time; it is kept as it is, please write it like 2024-07-11 09:48:43",
  },
  error: { zh: "是错误值，已留空，请补上", en: "holds an error value; it is left blank, please fill it in" },
};

/** More rows than this a sentence does not name. */
const NAMED_ROWS = 8;

/** The warning for the cells of a column that share a problem; `value` is what the first of them holds. */
export function exportWarning(
  problem: ExportProblem,
  header: string,
  value: string,
  cells: readonly CellPlace[],
): ExportWarning {
  const named = cells.slice(0, NAMED_ROWS).map(({ row }) => row + 1);
  const isMore = cells.length > NAMED_ROWS;
  const { zh, en } = causes[problem];
  const sample = shortened(value);
  return {
    cells,
    words: {
      zh: `“${header}”第 ${named.join("、")}${isMore ? ` 等 ${cells.length}` : ""} 行（如“${sample}”）${zh}。`,
      en: `Column “${header}”, row ${named.join(", ")}${isMore ? ` and others, ${cells.length} in all` : ""} (such as “${sample}”) ${en}.`,
    },
  };
}
