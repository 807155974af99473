/**
 * What the pane asks of the spreadsheet it sits beside; the adapters are in apps/addin and apps/workbench.
 *
 * Nothing here throws for what a spreadsheet or a merchant does: every answer is a value or one sentence.
 * A write that can be known to fail is refused before anything is changed; one that breaks off in the workbench
 * is taken back. Writes are never told to `watchTable`.
 */
export interface SheetHost {
  /** Whether one undo (Ctrl+Z) takes a whole write back: in the workbench, and in Excel from ExcelApi 1.20. */
  readonly undoesWholeWrites: boolean;

  /**
   * Writes a formula (with its leading "=") into the selected cell.
   *
   * Gives the cell's address such as `商品体检!B2`; never overwrites.
   */
  insertFormula(formula: string): Promise<Answer<{ readonly address: string }>>;

  /**
   * Writes a table: where it already stands, wherever that is; else onto its sheet, which is made where missing.
   *
   * A table that exists grows and shrinks in place, so formulas that name it stay whole. Columns that the
   * merchant added keep their place, and their cells follow the row with the same `key`; columns that the
   * merchant moved stay moved; columns that are missing are added at the end. What looks are (widths, hidden
   * columns, header, frozen header) is set once, number formats, choices and marks at every write.
   * Refused: a new table on a sheet that already holds something, names that a spreadsheet does not take, a
   * table that `readTable` refuses.
   */
  writeTable(table: WrittenTable): Promise<Answer<{ readonly address: string }>>;

  /**
   * Reads a table by its name, wherever the merchant moved it; rows that a filter hides are read too, and up to
   * `MOST_BELOW` rows that were typed directly below it.
   *
   * Refused with what to do: no such table, no header row, a blank or repeated header, merged cells.
   */
  readTable(name: string): Promise<Answer<ReadTable>>;

  /**
   * Calls back after the merchant (or a co-author) has changed a table's values, rows, columns or headers, the
   * cells directly below it, or deleted it; once for many changes within `WATCH_PAUSE`. Gives the way to stop, which is called once.
   */
  watchTable(name: string, onChange: () => void): Promise<Answer<{ readonly stop: () => void }>>;

  /**
   * Reads the selected range, cut off where the sheet's content ends, so that whole columns may be selected.
   *
   * Refused: several ranges, more than `MOST_SELECTED` cells.
   */
  readSelection(): Promise<Answer<ReadRange>>;

  /**
   * Reads the selected range as it would be typed: formulas with their "=", other cells by their values, each with
   * its number format; cells that a formula of the range fills are empty, as the formula fills them again.
   *
   * Refused: several ranges, more than `MOST_TYPED` cells.
   */
  readSelectedCells(): Promise<Answer<ReadCells>>;

  /**
   * Fills a sheet from A1 with a page, such as a printable calendar; what this host wrote there before is
   * replaced, and the sheet itself stays, so that formulas that refer to it do too.
   *
   * Refused: a sheet of that name that this host did not write.
   */
  writeSheet(page: WrittenSheet): Promise<Answer<{ readonly address: string }>>;

  /**
   * Shows a sheet to the merchant, and selects a cell of it where one such as "B12" is given.
   *
   * Refused: no sheet of that name, or a hidden one.
   */
  showSheet(name: string, cell?: string): Promise<Answer<{ readonly sheet: string }>>;

  /**
   * Reads a small document that is kept inside the workbook; null where there is none under that key.
   *
   * Refused: a document that is damaged, kept twice with different content, or of a newer version.
   */
  readDocument(key: string): Promise<Answer<{ readonly document: JsonValue }>>;

  /**
   * Keeps a small document (at most `LONGEST_DOCUMENT` characters of JSON) inside the workbook; null deletes it.
   *
   * Refused: in the place of a document of a newer version.
   */
  writeDocument(key: string, document: JsonValue): Promise<Answer<{ readonly key: string }>>;
}

/** A value, or one sentence for the merchant: what is wrong and what to do. Ask by `"problem" in answer`. */
export type Answer<Value extends object> = Value | HostProblem;

export interface HostProblem {
  readonly problem: string;
  /** What was asked for is not there, be it deleted or never made. */
  readonly isMissing?: true;
  /** A newer version wrote what was asked for: nothing may be put in its place. */
  readonly isNewer?: true;
}

/** How long a table must have been left alone before its change is told, in milliseconds. */
export const WATCH_PAUSE = 500;

/** So many rows directly below a table are read with it. */
export const MOST_BELOW = 200;

/** More selected cells than this are not read. */
export const MOST_SELECTED = 500_000;

/** More selected cells than this are not read with their formulas and formats. */
export const MOST_TYPED = 50_000;

/** A longer document is refused; Excel for the web moves at most 5 MB a call. */
export const LONGEST_DOCUMENT = 1_000_000;

/** A cell's plain value: a date is Excel's serial number, an empty cell null, an error its text such as "#N/A". */
export type SheetValue = string | number | boolean | null;

/** What is put into a cell. Text stays text, also "=A1" and "001"; a formula says that it is one, with its "=". */
export type WrittenCell = SheetValue | { readonly formula: string };

export interface WrittenTable {
  /** The name that formulas use, such as 费率表 in 费率表[#All]: letters, digits and "_", none first a digit. */
  readonly name: string;
  /** The sheet for a table that does not exist yet, at most 31 characters. */
  readonly sheet: string;
  readonly columns: readonly WrittenColumn[];
  /** The header of the column whose values tell the rows apart; left out, rows are told apart by their place. */
  readonly key?: string;
  /** The data rows, each as long as `columns`; without any, one empty row stands under the header. */
  readonly rows: readonly (readonly WrittenCell[])[];
  /** How many of the rows directly below the standing table, as `readTable` gave them, become rows of it. */
  readonly takesBelow?: number;
  /** By key, the number of the row in the sheet that a new row continues, whose merchant's cells follow it. */
  readonly continues?: Readonly<Record<string, number>>;
}

export interface WrittenColumn {
  readonly header: string;
  /** Such as "yyyy-mm-dd", "0.0%" or "@"; left out, the cells keep theirs. */
  readonly numberFormat?: string;
  /** In pixels. */
  readonly width?: number;
  readonly isHidden?: boolean;
  /** Values offered in a list in the cell, others stay allowed; only where the host has such lists (Excel). */
  readonly choices?: readonly string[];
  /** How cells that hold exactly one of these texts stand out. */
  readonly marks?: readonly TextMark[];
}

/** Colours as "#rrggbb". */
export interface TextMark {
  readonly text: string;
  readonly fill?: string;
  readonly colour?: string;
}

export interface ReadTable {
  /** Where it stands now, with its header row: `活动计划!A1:P201`. */
  readonly address: string;
  readonly headers: readonly string[];
  /** The data rows in their present order, each as long as `headers`; rows that hold nothing are left out. */
  readonly rows: readonly (readonly SheetValue[])[];
  /** The number of each row in its sheet, to name it in a sentence. */
  readonly rowNumbers: readonly number[];
  /** The rows directly below the table that are not in it, up to the first empty one; left out where there are none. */
  readonly below?: Pick<ReadTable, "rows" | "rowNumbers">;
}

interface ReadRange {
  readonly address: string;
  readonly values: readonly (readonly SheetValue[])[];
}

export interface ReadCells {
  readonly address: string;
  readonly cells: readonly (readonly WrittenCell[])[];
  /** Such as "0.0%"; "General" for cells without one. */
  readonly numberFormats: readonly (readonly string[])[];
}

/** A page of cells with its looks; every area is an address within it such as "A1:G1". */
export interface WrittenSheet {
  readonly name: string;
  /** From A1 down, all rows equally long. */
  readonly rows: readonly (readonly WrittenCell[])[];
  /** Laid over each other in order; few large areas are quicker than many small ones. */
  readonly areas?: readonly { readonly area: string; readonly style: AreaStyle }[];
  /** In pixels, from column A; null keeps the host's own. */
  readonly columnWidths?: readonly (number | null)[];
  /** In pixels, from row 1; null keeps the host's own. */
  readonly rowHeights?: readonly (number | null)[];
  readonly frozenRows?: number;
  readonly frozenColumns?: number;
  /** How it is printed, on one page wide; only where the host prints (Excel). */
  readonly isLandscape?: boolean;
}

/** Colours as "#rrggbb"; what is left out stays as it is. */
export interface AreaStyle {
  readonly fill?: string;
  readonly colour?: string;
  readonly isBold?: boolean;
  /** In points. */
  readonly fontSize?: number;
  readonly align?: "left" | "center" | "right";
  readonly verticalAlign?: "top" | "middle" | "bottom";
  readonly isWrapped?: boolean;
  readonly numberFormat?: string;
  /** The colour of a thin line around and between the area's cells. */
  readonly border?: string;
  /** Joins the area to one cell. */
  readonly isMerged?: boolean;
}

export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };
