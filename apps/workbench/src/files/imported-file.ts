import type { Words } from "@sevenstar/core/cells/words";

/** A value as a file holds it; dates are serial numbers. */
export type FileCell = string | number | boolean | null;

/** A sheet read from a file. */
export interface ImportedSheet {
  readonly name: string;
  /** Rows of equal length, without blank rows and columns at the end. */
  readonly rows: readonly (readonly FileCell[])[];
  readonly columnCount: number;
  /** Cells that hold a formula; what a formula fills is left out of the rows. */
  readonly formulas: readonly { readonly row: number; readonly column: number; readonly formula: string }[];
  /** Cells whose serial number is a date; with a time of day where `hasTime`. */
  readonly dates: readonly { readonly row: number; readonly column: number; readonly hasTime: boolean }[];
  /** Columns whose numbers are shares, shown as percentages. */
  readonly percentages?: readonly number[];
  /** Excel's tables on the sheet, such as 费率表 at A1:E4. */
  readonly tables: readonly { readonly name: string; readonly area: string }[];
}

/** A sheet read as the export that it is, and what that did to it. */
export interface TidiedSheet {
  /** Kind, columns and header row in a sentence. */
  readonly summary: Words;
  readonly steps: readonly Words[];
  readonly warnings: readonly Words[];
  readonly sheet: ImportedSheet;
}

/** What a file gave: its sheets, and how it was encoded where it is a text. */
export interface ImportedFile {
  readonly sheets: readonly ImportedSheet[];
  readonly encoding: string | null;
  /** The custom XML parts that go with the workbook. */
  readonly customXml: readonly string[];
}

/** A file's sheets, and for each what it becomes as the export that it is, where it is one. */
export interface RecognisedFile extends ImportedFile {
  readonly tidied: readonly (TidiedSheet | undefined)[];
}

/** A file that cannot be taken, with one sentence for the merchant. */
export class FileProblem extends Error {
  readonly words: Words;
  constructor(words: Words) {
    super(words.zh);
    this.words = words;
  }
}

export const emptyFile: Words = {
  zh: "文件是空的，没有可以导入的内容。",
  en: "The file is empty: there is nothing to import.",
};

export const brokenXlsx: Words = {
  zh: "这个 .xlsx 文件已损坏或不完整，打不开；请在 Excel 里打开并另存一份再导入。",
  en: "This .xlsx is damaged or incomplete: open it in Excel, save a copy and import that.",
};

/** More than this the browser's grid would not stay usable with. */
export const LIMITS = { bytes: 60_000_000, rows: 300_000, columns: 500, cells: 4_000_000 } as const;

/** Refuses a sheet that is too large for the grid. */
export function checkSize(rows: number, columns: number): void {
  if (rows > LIMITS.rows || columns > LIMITS.columns || rows * columns > LIMITS.cells) {
    const [most, cells] = [LIMITS.rows.toLocaleString("en"), LIMITS.cells.toLocaleString("en")];
    const size = rows.toLocaleString("en");
    throw new FileProblem({
      zh: `表太大（${size} 行 × ${columns} 列），最多 ${most} 行、${LIMITS.columns} 列、${cells} 个格子，请拆成几个文件再导入。`,
      en: `The table is too large (${size} rows × ${columns} columns); at most ${most} rows, ${LIMITS.columns} columns and ${cells} cells: split the file.`,
    });
  }
}
