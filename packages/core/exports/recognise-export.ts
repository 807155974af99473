import { plainValue } from "../cells/cell.ts";
import { matchHeaders } from "../cells/header.ts";
import type { Words } from "../cells/words.ts";
import { type ExportKind, type ExportKindId, exportKinds } from "./export-kinds.ts";

/** A column of a sheet that its kind of export knows. */
export interface RecognisedColumn {
  /** Counted from 0. */
  readonly column: number;
  /** As the sheet writes it. */
  readonly header: string;
  /** The field's key and usual header. */
  readonly key: string;
  readonly name: string;
}

/** What a sheet is, and what reading it will do. */
export interface RecognisedExport {
  readonly kind: ExportKindId;
  readonly name: Words;
  /** The row of the headers, counted from 0. */
  readonly headerRow: number;
  /** The columns that are known, from left to right; of several for one field the one that functions read. */
  readonly columns: readonly RecognisedColumn[];
  /** What `readExport` will do with the rows, one sentence each. */
  readonly steps: readonly Words[];
  /** Kind, number of columns and header row in one sentence. */
  readonly summary: Words;
}

const remarksStep: Words = {
  zh: "去掉空行、重复的表头和 # 开头的说明行",
  en: "blank rows, repeated headers and remarks that begin with # are dropped",
};

/** A header row stands among the first rows, below a title and a few notes. */
const SEARCHED_ROWS = 30;

/** Recognises which of the known exports a sheet is, by the row that names most columns of one; undefined if none. */
export function recogniseExport(rows: readonly (readonly unknown[])[]): RecognisedExport | undefined {
  let best: { kind: ExportKindId; headerRow: number; columns: ReadonlyMap<string, number> } | undefined;
  for (const [headerRow, row] of rows.slice(0, SEARCHED_ROWS).entries()) {
    const headers = row.map(plainValue);
    for (const kind of Object.keys(exportKinds) as ExportKindId[]) {
      const columns = matchHeaders<string>(headers, exportKinds[kind].fields);
      if (columns.size > (best?.columns.size ?? 0) && hasNeeds(exportKinds[kind], columns)) {
        best = { kind, headerRow, columns };
      }
    }
  }
  return best && recognised(best.kind, best.headerRow, best.columns, rows[best.headerRow] ?? []);
}

/** Whether a header row has what a kind needs, in a column of its own for each need. */
function hasNeeds({ needs }: ExportKind, columns: ReadonlyMap<string, number>): boolean {
  return columns.size >= needs.length && needs.every((keys) => keys.some((key) => columns.has(key)));
}

function recognised(
  kind: ExportKindId,
  headerRow: number,
  found: ReadonlyMap<string, number>,
  row: readonly unknown[],
): RecognisedExport {
  const { name, fields, steps }: ExportKind = exportKinds[kind];
  const columns = [...found]
    .map(([key, column]) => ({
      column,
      header: String(plainValue(row[column])).trim(),
      key,
      name: fields[key]?.header ?? key,
    }))
    .sort((a, b) => a.column - b.column);
  const count = columns.length;
  const above: Words = {
    zh: `去掉表头上面的 ${headerRow} 行`,
    en: `the ${headerRow} rows above the header are dropped`,
  };
  return {
    kind,
    name,
    headerRow,
    columns,
    steps: [...(headerRow > 0 ? [above] : []), ...steps, remarksStep],
    summary: {
      zh: `${name.zh}：认出 ${count} 列，表头在第 ${headerRow + 1} 行`,
      en: `${name.en}: ${count} columns recognised, header in row ${headerRow + 1}`,
    },
  };
}
