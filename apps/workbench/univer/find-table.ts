import { AbsoluteRefType, type IRange } from "@univerjs/core";
import {
  deserializeRangeWithSheet,
  IDefinedNamesService,
  serializeRangeWithSheet,
} from "@univerjs/preset-sheets-core";
import type { OpenWorkbook } from "./open-workbook.ts";

type OpenBook = NonNullable<ReturnType<OpenWorkbook["api"]["getActiveWorkbook"]>>;
export type OpenSheet = ReturnType<OpenBook["getActiveSheet"]>;

/** Where a table stands, its header row first. */
export interface PlacedTable {
  readonly id: string;
  readonly name: string;
  readonly sheet: OpenSheet;
  readonly range: IRange;
}

/** The comment by which the workbook's defined names show that they are tables of ours. */
export const TABLE_COMMENT = "七星表格的表";

/**
 * The workbook's tables. Univer has none of Excel's in its open packages: a table is a defined name, which
 * Univer keeps on its cells when sheets are renamed and rows and columns come and go.
 */
export function placedTables(workbook: OpenWorkbook): PlacedTable[] {
  const book = workbook.api.getActiveWorkbook();
  if (!book) return [];
  const names = workbook.services.get(IDefinedNamesService).getDefinedNameMap(book.getId()) ?? {};
  return Object.values(names).flatMap(({ id, name, comment, formulaOrRefString }): PlacedTable[] => {
    if (comment !== TABLE_COMMENT || formulaOrRefString.includes("#REF!")) return [];
    const { sheetName, range } = deserializeRangeWithSheet(formulaOrRefString);
    const sheet = book.getSheetByName(sheetName);
    const isWhole = [range.startRow, range.endRow, range.startColumn, range.endColumn].every(
      Number.isInteger,
    );
    return sheet && isWhole ? [{ id, name, sheet, range }] : [];
  });
}

/** The table of that name, whatever its case. */
export const findTable = (workbook: OpenWorkbook, name: string): PlacedTable | undefined =>
  placedTables(workbook).find((table) => table.name.toLowerCase() === name.toLowerCase());

/** A range as a defined name refers to it: 活动计划!$A$1:$E$4. */
export const fixedReference = (sheetName: string, range: IRange): string =>
  serializeRangeWithSheet(sheetName, {
    ...range,
    startAbsoluteRefType: AbsoluteRefType.ALL,
    endAbsoluteRefType: AbsoluteRefType.ALL,
  });

/** A range as people read it: 活动计划!A1:E4. */
export function address(sheetName: string, { startRow, endRow, startColumn, endColumn }: IRange): string {
  return serializeRangeWithSheet(sheetName, { startRow, endRow, startColumn, endColumn });
}
