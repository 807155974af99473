import type { SheetHost, SheetValue, WrittenCell } from "@sevenstar/pane/sheet-host/sheet-host.ts";

/** A spreadsheet open for a test: the host under test, and what the person before it does and sees. */
export interface OpenSpreadsheet {
  readonly host: SheetHost;
  readonly merchant: Merchant;
}

interface SeenCell {
  readonly value: SheetValue;
  /** With its "=", where the cell holds one. */
  readonly formula: string | null;
  readonly numberFormat: string | null;
  /** The fill that was given to the cell itself, "#rrggbb". */
  readonly fill: string | null;
}

/** The person who works in the spreadsheet; sheets by name, cells by address, columns and rows from 0. */
export interface Merchant {
  sees(sheet: string, address: string): Promise<SeenCell>;
  seesSheets(): Promise<readonly string[]>;
  seesActiveSheet(): Promise<string>;
  seesFrozenRows(sheet: string): Promise<number>;
  seesHiddenColumn(sheet: string, column: number): Promise<boolean>;
  /** The fill and colour that a mark of a table gives a cell. */
  seesMark(
    sheet: string,
    address: string,
  ): Promise<{ readonly fill: string | null; readonly colour: string | null }>;
  enters(sheet: string, address: string, content: WrittenCell): Promise<void>;
  selects(sheet: string, areas: readonly string[]): Promise<void>;
  addsSheet(name: string): Promise<void>;
  renamesSheet(from: string, to: string): Promise<void>;
  insertsRow(sheet: string, at: number): Promise<void>;
  insertsColumn(sheet: string, at: number): Promise<void>;
  deletesColumn(sheet: string, at: number): Promise<void>;
  /** Puts the rows of a table into the opposite order. */
  turnsRowsAround(table: string): Promise<void>;
  /** Shows only the rows of a table that hold a text in one of its columns. */
  filters(table: string, column: number, text: string): Promise<void>;
  deletesTable(table: string): Promise<void>;
}
