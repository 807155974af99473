import { catalogue } from "@sevenstar/core/catalogue/catalogue";
import { cellAddress } from "@sevenstar/core/cells/cell-address";
import type { TextMark } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { folded } from "@sevenstar/pane/sheet-host/written-problem.ts";
import {
  CellValueType,
  type IBorderStyleData,
  type ICellData,
  type IRange,
  type IStyleData,
  type Nullable,
  type Worksheet,
} from "@univerjs/core";
import type { Cell, CellStyle, CellValue, ConditionalRule, TableDefinition, WriteSheet } from "hucre/xlsx";
import { arrayRanges } from "../../univer/array-ranges.ts";
import { type PlacedTable, placedTables } from "../../univer/find-table.ts";
import { formulaAt } from "../../univer/formula-at.ts";
import type { OpenWorkbook } from "../../univer/open-workbook.ts";
import { readCells } from "../../univer/read-cells.ts";
import { spilledCells } from "../../univer/spilled-cells.ts";
import { nextSolid } from "../formula/normal-formula.ts";
import { dateFormat } from "../formula/result-dates.ts";
import { MOST_FORMULA_LETTERS, scanFormula } from "../formula/scan-formula.ts";
import { readCustom } from "../sheet-host/workbook-custom.ts";

/** Excel stores a call of an add-in's function under this prefix and would not find the bare name again. */
const ADDIN_PREFIX = "_xldudf_";
const OURS: ReadonlySet<string> = new Set(catalogue.map(({ id }) => id));
const PIXELS_PER_CHARACTER = 7.5;
const POINTS_PER_PIXEL = 0.75;

/** The workbook's sheets as they are written into an .xlsx: values, formulas with their results, looks. */
export function workbookSheets(workbook: OpenWorkbook): { sheets: WriteSheet[]; activeSheet: number } {
  const book = workbook.api.getActiveWorkbook();
  const all = book?.getSheets() ?? [];
  const active = book?.getActiveSheet().getSheetId();
  const styles = book?.getWorkbook().getStyles();
  const tables = placedTables(workbook);

  const sheets = all.map((facade): WriteSheet => {
    const sheet = facade.getSheet();
    const id = facade.getSheetId();
    const ranges = arrayRanges(workbook, id);
    const rows: CellValue[][] = [];
    const cells = new Map<string, Partial<Cell>>();
    const looks = new Map<unknown, CellStyle | undefined>();
    const rowAt = (row: number) => {
      while (rows.length <= row) rows.push([]);
      return rows[row] ?? [];
    };
    const put = (row: number, column: number, value: CellValue) => {
      const line = rowAt(row);
      while (line.length <= column) line.push(null);
      line[column] = value;
    };
    for (const [row, line] of Object.entries(spilledCells(workbook, id) ?? {})) {
      for (const [column, cell] of Object.entries(line)) {
        put(Number(row), Number(column), cellValue(cell));
        const numFmt = dateFormat(cell, undefined);
        if (numFmt) cells.set(`${row},${column}`, { style: { numFmt } });
      }
    }
    sheet.getCellMatrix().forValue((row, column, cell) => {
      if (!cell) return;
      const value = cellValue(cell);
      if (value !== null) put(row, column, value);
      const override: Partial<Cell> = {};
      if (cell.s) {
        if (!looks.has(cell.s)) looks.set(cell.s, cellStyle(styles?.getStyleByCell(cell)));
        const style = looks.get(cell.s);
        if (style) override.style = { ...cells.get(`${row},${column}`)?.style, ...style };
      }
      const formula = formulaAt(workbook, id, row, column, cell);
      if (formula) {
        Object.assign(override, formulaOf(formula, ranges[row]?.[column]), { formulaResult: value });
        const numFmt = dateFormat(cell, formula);
        if (numFmt && !override.style?.numFmt) override.style = { ...override.style, numFmt };
      }
      if (override.style || override.formula) {
        cells.set(`${row},${column}`, override);
        if (rowAt(row).length <= column) put(row, column, value);
      }
    });
    const { xSplit, ySplit } = sheet.getFreeze();
    const own = tables.filter((table) => table.sheet.getSheetId() === id);
    return {
      name: facade.getSheetName(),
      rows,
      cells,
      columns: Array.from({ length: shownColumns(sheet, rows) }, (_, column) => ({
        width: sheet.getColumnWidth(column) / PIXELS_PER_CHARACTER,
        ...(sheet.getColVisible(column) ? {} : { hidden: true }),
      })),
      rowDefs: rowHeights(sheet),
      merges: sheet.getMergeData().map(({ startRow, startColumn, endRow, endColumn }) => ({
        startRow,
        startCol: startColumn,
        endRow,
        endCol: endColumn,
      })),
      tables: own.flatMap((table) => tableDefinition(workbook, table)),
      conditionalRules: own.flatMap((table) => markRules(workbook, table)),
      ...(xSplit > 0 || ySplit > 0 ? { freezePane: { rows: ySplit, columns: xSplit } } : {}),
      hidden: sheet.isSheetHidden() === 1,
    };
  });
  return {
    sheets,
    activeSheet: Math.max(
      0,
      all.findIndex((sheet) => sheet.getSheetId() === active),
    ),
  };
}

/** How many columns hold something or were given a width; a sheet may have grown far beyond them. */
function shownColumns(sheet: Worksheet, rows: readonly (readonly CellValue[])[]): number {
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const set = Object.keys(sheet.getConfig().columnData).map((column) => Number(column) + 1);
  return Math.min(sheet.getMaxColumns(), Math.max(widest, ...set));
}

function cellValue(cell: Nullable<ICellData>): CellValue {
  const value = cell?.v;
  if (value === undefined || value === null || value === "") return null;
  return cell?.t === CellValueType.BOOLEAN ? Boolean(Number(value)) : value;
}

const areaOf = ({ startRow, startColumn, endRow, endColumn }: IRange) =>
  `${cellAddress(startRow, startColumn)}:${cellAddress(endRow, endColumn)}`;

/** The table as Excel's own; none where the headers are such that Excel would not open the file. */
function tableDefinition(workbook: OpenWorkbook, { name, sheet, range }: PlacedTable): TableDefinition[] {
  const headers = readCells(workbook, sheet, { ...range, endRow: range.startRow })[0] ?? [];
  const names = headers.map((header) => (typeof header === "string" ? header.trim() : ""));
  const isTaken = names.includes("") || new Set(names.map(folded)).size < names.length;
  if (isTaken || range.endRow === range.startRow) return [];
  return [
    { name, displayName: name, range: areaOf(range), columns: names.map((header) => ({ name: header })) },
  ];
}

function markRules(workbook: OpenWorkbook, { name, sheet, range }: PlacedTable): ConditionalRule[] {
  const marks = readCustom(workbook).tables?.[name]?.marks ?? {};
  const headers = readCells(workbook, sheet, { ...range, endRow: range.startRow })[0] ?? [];
  return headers.flatMap((header, index) => {
    const column = range.startColumn + index;
    const area = areaOf({ ...range, startRow: range.startRow + 1, startColumn: column, endColumn: column });
    const its = marks[String(header)];
    if (!Array.isArray(its)) return [];
    return its.map(({ text, fill, colour }: TextMark, at): ConditionalRule => {
      const [background, letters] = [argb(fill), argb(colour)];
      return {
        type: "cellIs",
        operator: "equal",
        priority: index * 100 + at + 1,
        formula: `"${text.replaceAll('"', '""')}"`,
        range: area,
        style: {
          ...(background
            ? { fill: { type: "pattern", pattern: "solid", bgColor: { rgb: background } } }
            : {}),
          ...(letters ? { font: { color: { rgb: letters } } } : {}),
        },
      };
    });
  });
}

/** The heights that rows were given. */
function rowHeights(sheet: Worksheet): NonNullable<WriteSheet["rowDefs"]> {
  const heights: NonNullable<WriteSheet["rowDefs"]> = new Map();
  for (const [row, data] of Object.entries(sheet.getConfig().rowData)) {
    if (data?.h && data.h !== sheet.getConfig().defaultRowHeight) {
      heights.set(Number(row), { height: data.h * POINTS_PER_PIXEL });
    }
  }
  return heights;
}

interface FilledRange {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

/** A formula without its sign of equality, our functions under the names that Excel stores, whatever their case. */
function withPrefixes(formula: string): string {
  if (formula.length > MOST_FORMULA_LETTERS) return formula.slice(1);
  return scanFormula(formula)
    .map(({ kind, typed }, index, pieces) => {
      const isOurs = kind === "word" && OURS.has(typed.toUpperCase());
      return isOurs && nextSolid(pieces, index)?.written === "("
        ? `${ADDIN_PREFIX}${typed.toUpperCase()}`
        : typed;
    })
    .join("");
}

function formulaOf(formula: string, filled: FilledRange | null | undefined): Partial<Cell> {
  const text = withPrefixes(formula);
  if (!filled) return { formula: text };
  const { startRow, startColumn, endRow, endColumn } = filled;
  return {
    formula: text,
    formulaType: "array",
    formulaRef: `${cellAddress(startRow, startColumn)}:${cellAddress(endRow, endColumn)}`,
    formulaDynamic: true,
  };
}

type Alignment = NonNullable<CellStyle["alignment"]>;

const HORIZONTAL: readonly Alignment["horizontal"][] = [undefined, "left", "center", "right"];
const VERTICAL: readonly Alignment["vertical"][] = [undefined, "top", "center", "bottom"];

function cellStyle(style: Nullable<IStyleData>): CellStyle | undefined {
  if (!style) return undefined;
  const made: CellStyle = {};
  const colour = argb(style.cl?.rgb);
  if (style.bl || style.it || style.fs || colour) {
    made.font = {
      ...(style.bl ? { bold: true } : {}),
      ...(style.it ? { italic: true } : {}),
      ...(style.fs ? { size: style.fs } : {}),
      ...(colour ? { color: { rgb: colour } } : {}),
    };
  }
  const background = argb(style.bg?.rgb);
  if (background) made.fill = { type: "pattern", pattern: "solid", fgColor: { rgb: background } };
  const horizontal = HORIZONTAL[style.ht ?? 0];
  const vertical = VERTICAL[style.vt ?? 0];
  if (horizontal || vertical || style.tb === 3) {
    made.alignment = {
      ...(horizontal ? { horizontal } : {}),
      ...(vertical ? { vertical } : {}),
      ...(style.tb === 3 ? { wrapText: true } : {}),
    };
  }
  if (style.n?.pattern) made.numFmt = style.n.pattern;
  const line = (side: Nullable<IBorderStyleData>): { style: "thin"; color?: { rgb: string } } | undefined => {
    const rgb = argb(side?.cl?.rgb);
    return side ? { style: "thin", ...(rgb ? { color: { rgb } } : {}) } : undefined;
  };
  const [top, bottom, left, right] = [
    line(style.bd?.t),
    line(style.bd?.b),
    line(style.bd?.l),
    line(style.bd?.r),
  ];
  if (top || bottom || left || right) {
    made.border = {
      ...(top ? { top } : {}),
      ...(bottom ? { bottom } : {}),
      ...(left ? { left } : {}),
      ...(right ? { right } : {}),
    };
  }
  return made;
}

/** A colour as .xlsx writes it; what is not written as #rrggbb is left out. */
function argb(colour: Nullable<string>): string | undefined {
  const hex = /^#([0-9a-f]{6})$/i.exec(colour ?? "")?.[1];
  return hex ? hex.toUpperCase() : undefined;
}
