import { cellAddress, readAreaAddress } from "@sevenstar/core/cells/cell-address";
import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";
import type { AreaStyle, WrittenCell, WrittenSheet, WrittenTable } from "../../sheet-host/sheet-host.ts";

const PIXELS_PER_CHARACTER = 7.5;
const POINTS_PER_PIXEL = 0.75;

/** The plan as an .xlsx: the table first, then the pages, as they are written into a workbook. */
export function planXlsx(table: WrittenTable, pages: readonly WrittenSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [tableSheet(table), ...pages.map(pageSheet)], activeSheet: 0 });
}

const value = (cell: WrittenCell): CellValue => (typeof cell === "object" ? null : cell);
const argb = (colour: string) => ({ rgb: colour.slice(1).toUpperCase() });

function tableSheet({ name, columns, rows }: WrittenTable): WriteSheet {
  const last = cellAddress(rows.length, columns.length - 1);
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, line] of rows.entries()) {
    for (const [column, cell] of line.entries()) {
      const { numberFormat, marks } = columns[column] ?? {};
      const mark = marks?.find(({ text }) => text === cell);
      const style: CellStyle = {
        ...(numberFormat ? { numFmt: numberFormat } : {}),
        ...(mark?.fill ? { fill: { type: "pattern", pattern: "solid", fgColor: argb(mark.fill) } } : {}),
        ...(mark?.colour ? { font: { color: argb(mark.colour) } } : {}),
      };
      if (Object.keys(style).length > 0) cells.set(`${row + 1},${column}`, { value: value(cell), style });
    }
  }
  return {
    name,
    rows: [columns.map(({ header }) => header), ...rows.map((row) => row.map(value))],
    cells,
    columns: columns.map(({ width, isHidden }) => ({
      ...(width === undefined ? {} : { width: width / PIXELS_PER_CHARACTER }),
      ...(isHidden ? { hidden: true } : {}),
    })),
    dataValidations: columns.flatMap(({ choices }, column) =>
      choices && rows.length > 0
        ? [
            {
              type: "list" as const,
              values: [...choices],
              allowBlank: true,
              range: `${cellAddress(1, column)}:${cellAddress(rows.length, column)}`,
            },
          ]
        : [],
    ),
    ...(rows.length > 0
      ? {
          tables: [
            {
              name,
              displayName: name,
              range: `A1:${last}`,
              columns: columns.map(({ header }) => ({ name: header })),
              style: "TableStyleMedium2",
            },
          ],
        }
      : {}),
    freezePane: { rows: 1, columns: 1 },
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

function pageSheet(page: WrittenSheet): WriteSheet {
  const { name, rows, areas = [], columnWidths = [], rowHeights = [] } = page;
  const cells = new Map<string, Partial<Cell>>();
  const merges: NonNullable<WriteSheet["merges"]> = [];
  for (const { area, style } of areas) {
    const [top, left, bottom, right] = corners(area);
    if (style.isMerged) merges.push({ startRow: top, startCol: left, endRow: bottom, endCol: right });
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const key = `${row},${column}`;
        const cell = value(rows[row]?.[column] ?? null);
        cells.set(key, { value: cell, style: merged(cells.get(key)?.style, cellStyle(style)) });
      }
    }
  }
  return {
    name,
    rows: rows.map((row) => row.map(value)),
    cells,
    merges,
    columns: columnWidths.map((width) => (width === null ? {} : { width: width / PIXELS_PER_CHARACTER })),
    rowDefs: new Map(
      rowHeights.flatMap((height, row) =>
        height === null ? [] : [[row, { height: height * POINTS_PER_PIXEL }]],
      ),
    ),
    ...(page.frozenRows || page.frozenColumns
      ? { freezePane: { rows: page.frozenRows ?? 0, columns: page.frozenColumns ?? 0 } }
      : {}),
    pageSetup: {
      orientation: page.isLandscape ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      paperSize: "a4",
    },
  };
}

function cellStyle(style: AreaStyle): CellStyle {
  const { fill, colour, isBold, fontSize, align, verticalAlign, isWrapped, numberFormat, border } = style;
  const line = border ? { style: "thin" as const, color: argb(border) } : undefined;
  const font = {
    ...(colour ? { color: argb(colour) } : {}),
    ...(isBold === undefined ? {} : { bold: isBold }),
    ...(fontSize === undefined ? {} : { size: fontSize }),
  };
  const alignment = {
    ...(align ? { horizontal: align } : {}),
    ...(verticalAlign ? { vertical: verticalAlign === "middle" ? ("center" as const) : verticalAlign } : {}),
    ...(isWrapped ? { wrapText: true } : {}),
  };
  return {
    ...(fill ? { fill: { type: "pattern", pattern: "solid", fgColor: argb(fill) } } : {}),
    ...(Object.keys(font).length > 0 ? { font } : {}),
    ...(Object.keys(alignment).length > 0 ? { alignment } : {}),
    ...(numberFormat ? { numFmt: numberFormat } : {}),
    ...(line ? { border: { top: line, right: line, bottom: line, left: line } } : {}),
  };
}

/** A style laid over another one. */
const merged = (below: CellStyle = {}, above: CellStyle): CellStyle => ({
  ...below,
  ...above,
  ...(below.font || above.font ? { font: { ...below.font, ...above.font } } : {}),
  ...(below.alignment || above.alignment ? { alignment: { ...below.alignment, ...above.alignment } } : {}),
});

/** Top, left, bottom and right of an area such as "A1:G2", counted from 0. */
function corners(area: string): [number, number, number, number] {
  const { top, left, bottom, right } = readAreaAddress(area) ?? { top: 0, left: 0, bottom: 0, right: 0 };
  return [top, left, bottom, right];
}
