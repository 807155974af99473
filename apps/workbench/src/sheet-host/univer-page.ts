import type { AreaStyle, SheetHost, WrittenSheet } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { sheetProblem } from "@sevenstar/pane/sheet-host/written-problem.ts";
import { BorderStyleTypes, type ICellData, type IStyleData, WrapStrategy } from "@univerjs/core";
import { cellData } from "../../univer/cell-data.ts";
import { addEmptySheet, makeRoom, setCells } from "../../univer/edit-sheet.ts";
import { address, type OpenSheet } from "../../univer/find-table.ts";
import { mergeCells, unmergeCells } from "../../univer/merge-cells.ts";
import { oneStep } from "../../univer/one-step.ts";
import type { OpenWorkbook } from "../../univer/open-workbook.ts";
import { rangeOf } from "../../univer/range-of.ts";

/** Marks the sheets that we may write over. */
const OURS = { sevenstarPage: true };
const ACROSS = { left: 1, center: 2, right: 3 } as const;
const DOWN = { top: 1, middle: 2, bottom: 3 } as const;

/** Fills a sheet of our own with a page of cells and looks. */
export const writeUniverPage =
  (workbook: OpenWorkbook): SheetHost["writeSheet"] =>
  async (page) => {
    const problem = sheetProblem(page);
    if (problem) return { problem };
    return oneStep(workbook, () => {
      const book = workbook.api.getActiveWorkbook();
      const standing = book?.getSheetByName(page.name);
      if (standing && !standing.getCustomMetadata()?.["sevenstarPage"]) {
        return {
          problem: `工作簿里已有一张“${page.name}”工作表，不是七星表格写的，没有覆盖；请先给它改名再试。`,
        };
      }
      const size = { rows: page.rows.length, columns: page.rows[0]?.length ?? 0 };
      const sheet = standing ?? addEmptySheet(workbook, page.name, size, OURS);
      const range = {
        startRow: 0,
        startColumn: 0,
        endRow: Math.max(0, size.rows - 1),
        endColumn: Math.max(0, size.columns - 1),
      };
      makeRoom(workbook, sheet, range);
      if (standing) clearSheet(workbook, sheet);
      setCells(workbook, sheet, pageCells(page));
      setSizes(sheet, page);
      const merged = (page.areas ?? []).flatMap(({ area, style }) => (style.isMerged ? [rangeOf(area)] : []));
      mergeCells(workbook, sheet, merged);
      return { address: address(sheet.getSheetName(), range) };
    });
  };

function clearSheet(workbook: OpenWorkbook, sheet: OpenSheet): void {
  unmergeCells(workbook, sheet);
  const cells: Record<number, Record<number, ICellData>> = {};
  sheet
    .getSheet()
    .getCellMatrix()
    .forValue((row, column) => {
      const line = cells[row] ?? {};
      cells[row] = line;
      line[column] = { ...cellData(null), s: null };
    });
  if (Object.keys(cells).length > 0) setCells(workbook, sheet, cells);
}

/** The cells with the looks of every area that they lie in, the later over the earlier. */
function pageCells({ rows, areas = [] }: WrittenSheet): Record<number, Record<number, ICellData>> {
  const cells: Record<number, Record<number, ICellData>> = Object.fromEntries(
    rows.map((row, index) => [
      index,
      Object.fromEntries(row.map((cell, column) => [column, cellData(cell)])),
    ]),
  );
  for (const { area, style } of areas) {
    const { startRow, endRow, startColumn, endColumn } = rangeOf(area);
    const look = styleData(style);
    for (let row = startRow; row <= endRow; row++) {
      const line = cells[row] ?? {};
      cells[row] = line;
      for (let column = startColumn; column <= endColumn; column++) {
        const cell = line[column] ?? {};
        line[column] = { ...cell, s: { ...(cell.s as IStyleData | undefined), ...look } };
      }
    }
  }
  return cells;
}

function styleData(style: AreaStyle): IStyleData {
  const line = style.border && { s: BorderStyleTypes.THIN, cl: { rgb: style.border } };
  return {
    ...(style.fill ? { bg: { rgb: style.fill } } : {}),
    ...(style.colour ? { cl: { rgb: style.colour } } : {}),
    ...(style.isBold === undefined ? {} : { bl: style.isBold ? 1 : 0 }),
    ...(style.fontSize ? { fs: style.fontSize } : {}),
    ...(style.align ? { ht: ACROSS[style.align] } : {}),
    ...(style.verticalAlign ? { vt: DOWN[style.verticalAlign] } : {}),
    ...(style.isWrapped === undefined
      ? {}
      : { tb: style.isWrapped ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW }),
    ...(style.numberFormat ? { n: { pattern: style.numberFormat } } : {}),
    ...(line ? { bd: { t: line, b: line, l: line, r: line } } : {}),
  };
}

function setSizes(sheet: OpenSheet, { columnWidths = [], rowHeights = [], ...page }: WrittenSheet): void {
  for (const [column, width] of columnWidths.entries())
    if (width !== null) sheet.setColumnWidth(column, width);
  for (const [row, height] of rowHeights.entries()) if (height !== null) sheet.setRowHeight(row, height);
  const { frozenRows = 0, frozenColumns = 0 } = page;
  const frozen = sheet.getFreeze();
  if (frozen.ySplit === frozenRows && frozen.xSplit === frozenColumns) return;
  sheet.setFreeze({
    startRow: frozenRows || -1,
    startColumn: frozenColumns || -1,
    ySplit: frozenRows,
    xSplit: frozenColumns,
  });
}
