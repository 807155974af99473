import {
  layOutTable,
  type StandingTable,
  type TableLayout,
} from "@sevenstar/pane/sheet-host/lay-out-table.ts";
import { rowsBelow } from "@sevenstar/pane/sheet-host/rows-below.ts";
import type {
  Answer,
  SheetHost,
  SheetValue,
  WrittenColumn,
  WrittenTable,
} from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { tableProblem } from "@sevenstar/pane/sheet-host/written-problem.ts";
import { cellInput, readCells, sheetValue, writeCells } from "./excel-cells.ts";
import { type FoundTable, findTable, readBelow, readStanding } from "./find-excel-table.ts";
import { POINTS_PER_PIXEL } from "./points-per-pixel.ts";
import { writeInExcel } from "./run-in-excel.ts";

/** The longest text of a list of choices. */
const LONGEST_CHOICES = 255;

/** Writes a table where it stands, or onto its sheet. */
export const writeExcelTable: SheetHost["writeTable"] = async (table) => {
  const problem = tableProblem(table);
  if (problem) return { problem };
  return writeInExcel(async (context) => {
    const standing = await findTable(context, table.name);
    return standing ? updateTable(context, standing, table) : addTable(context, table);
  });
};

/** The rows below a table that a write takes into it. */
async function takenBelow(context: Excel.RequestContext, found: FoundTable, count: number) {
  const below = count > 0 ? await readBelow(context, found) : undefined;
  const rows = below && rowsBelow(below.values, below.firstRow).below?.rows.slice(0, count);
  if (!below || !rows) return { values: [], cells: [], remove: () => {} };
  const formulas = await readCells(context, below.area, below, "formulasR1C1");
  return {
    values: rows,
    cells: rows.map((row, at) => row.map((value, column) => standingCell(value, formulas[at]?.[column]))),
    remove: () =>
      below.area
        .getRow(0)
        .getResizedRange(rows.length - 1, 0)
        .delete("Up"),
  };
}

async function addTable(
  context: Excel.RequestContext,
  table: WrittenTable,
): Promise<Answer<{ readonly address: string }>> {
  const layout = layOutTable(table);
  if ("problem" in layout) return layout;
  const { workbook } = context;
  const standing = workbook.worksheets.getItemOrNullObject(table.sheet);
  const named = workbook.names.getItemOrNullObject(table.name);
  await context.sync();
  if (!named.isNullObject) {
    return { problem: `“${table.name}”已是工作簿里一个区域的名称，请先在“公式 → 名称管理器”里改名再试。` };
  }
  if (!standing.isNullObject) {
    const used = standing.getUsedRangeOrNullObject(true);
    await context.sync();
    if (!used.isNullObject) {
      return { problem: `“${table.sheet}”工作表里已有内容，没有覆盖；请给它改名，或清空后再试。` };
    }
  }
  const sheet = standing.isNullObject ? workbook.worksheets.add(table.sheet) : standing;
  try {
    const range = sheet.getRangeByIndexes(0, 0, layout.rowCount + 1, layout.headers.length);
    range.getRow(0).values = [layout.headers.map(cellInput)];
    const added = sheet.tables.add(range, true);
    added.name = table.name;
    sheet.freezePanes.freezeRows(1);
    range.load("address");
    await writeColumns(context, added, layout);
    await context.sync();
    return { address: range.address };
  } catch (error) {
    if (standing.isNullObject) sheet.delete();
    else sheet.getRange().clear();
    await context.sync();
    throw error;
  }
}

async function updateTable(
  context: Excel.RequestContext,
  found: FoundTable,
  written: WrittenTable,
): Promise<Answer<{ readonly address: string }>> {
  const { table, range } = found;
  const read = await readStanding(context, found);
  if ("problem" in read) return read;
  const body = table.getDataBodyRange();
  const size = { rowCount: range.rowCount - 1, columnCount: range.columnCount };
  const values = (await readCells(context, body, size, "values")).map((row) => row.map(sheetValue));
  const formulas = await readCells(context, body, size, "formulasR1C1");
  const cells = values.map((row, at) =>
    row.map((value, column) => standingCell(value, formulas[at]?.[column])),
  );
  const below = await takenBelow(context, found, written.takesBelow ?? 0);
  const standing: StandingTable = {
    headers: read.headers,
    firstRow: range.rowIndex + 2,
    values: [...values, ...below.values],
    cells: [...cells, ...below.cells],
  };
  const layout = layOutTable(written, standing);
  if ("problem" in layout) return layout;

  const showAgain = await showAllRows(context, table);
  below.remove();
  for (const header of layout.headers.slice(layout.headers.length - layout.addedColumns)) {
    table.columns.add(undefined, [[cellInput(header)], ...values.map(() => [""])]);
  }
  const more = layout.rowCount - values.length;
  if (more > 0) table.rows.add(undefined, lastRows(layout, more));
  if (more < 0) {
    const rest = body.getRow(layout.rowCount).getResizedRange(-more - 1, layout.addedColumns);
    rest.delete("Up");
  }
  await writeColumns(context, table, layout);
  await showAgain();
  const whole = table.getRange().getResizedRange(table.showTotals ? -1 : 0, 0);
  whole.load("address");
  await context.sync();
  return { address: whole.address };
}

const standingCell = (value: SheetValue, formula: unknown) =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value ? { movable: formula } : value;

/** New rows are added with what they will hold: Excel leaves empty ones out of the table (office-js#3191). */
function lastRows({ headers, columns, rowCount }: TableLayout, count: number) {
  const rows = Array.from({ length: count }, () => headers.map((): string | number | boolean => ""));
  for (const { place, cells, written } of columns) {
    if (!written) continue;
    for (const [index, row] of rows.entries())
      row[place] = cellInput(cells[rowCount - count + index] ?? null);
  }
  return rows;
}

/** Ends a filter, under which Excel writes into the wrong rows (office-js#224); gives the way to set it again. */
async function showAllRows(context: Excel.RequestContext, table: Excel.Table): Promise<() => Promise<void>> {
  const filter = table.autoFilter;
  filter.load("isDataFiltered, criteria");
  await context.sync();
  if (!filter.isDataFiltered) return async () => {};
  const { criteria } = filter;
  table.clearFilters();
  return async () => {
    await context.sync();
    for (const [column, criterion] of criteria.entries()) {
      if (criterion?.filterOn) table.columns.getItemAt(column).filter.apply(criterion);
    }
    await context.sync().catch(() => {
      // All rows then stay shown, which loses nothing.
    });
  };
}

async function writeColumns(
  context: Excel.RequestContext,
  table: Excel.Table,
  { headers, addedColumns, columns }: TableLayout,
): Promise<void> {
  for (const { place, cells, written } of columns) {
    const body = table.columns.getItemAt(place).getDataBodyRange();
    const content = written ? "formulas" : "formulasR1C1";
    await writeCells(
      context,
      body,
      cells.map((cell) => [cell]),
      content,
    );
    if (!written) continue;
    if (place >= headers.length - addedColumns) setLooks(body, written);
    setRules(body, written);
  }
  await context.sync();
}

function setLooks(body: Excel.Range, { width, isHidden }: WrittenColumn): void {
  if (width !== undefined) body.format.columnWidth = width * POINTS_PER_PIXEL;
  if (isHidden) body.columnHidden = true;
}

function setRules(body: Excel.Range, { numberFormat, marks, choices }: WrittenColumn): void {
  if (numberFormat !== undefined) body.numberFormat = numberFormat as unknown as string[][];
  if (marks) {
    body.conditionalFormats.clearAll();
    for (const { text, fill, colour } of marks) {
      const { cellValue } = body.conditionalFormats.add("CellValue");
      if (fill) cellValue.format.fill.color = fill;
      if (colour) cellValue.format.font.color = colour;
      const formula1 = `="${text.replaceAll('"', '""')}"`;
      cellValue.rule = { formula1, operator: "EqualTo" };
    }
  }
  const source = choices?.join(",") ?? "";
  const isListable = choices?.every((choice) => !choice.includes(",")) && source.length <= LONGEST_CHOICES;
  if (isListable && source !== "") {
    body.dataValidation.rule = { list: { inCellDropDown: true, source } };
    body.dataValidation.errorAlert = {
      showAlert: false,
      style: "Information",
      title: "",
      message: "",
    };
  }
}
