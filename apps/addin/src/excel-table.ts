import { readCellAddress } from "@sevenstar/core/cells/cell-address";
import { layOutTable, type StandingTable, type TableLayout } from "@sevenstar/pane/lay-out-table.ts";
import { readTableGrid } from "@sevenstar/pane/read-table-grid.ts";
import { rowsBelow } from "@sevenstar/pane/rows-below.ts";
import {
  type Answer,
  MOST_BELOW,
  type ReadTable,
  type SheetHost,
  type SheetValue,
  WATCH_PAUSE,
  type WrittenColumn,
  type WrittenTable,
} from "@sevenstar/pane/sheet-host.ts";
import { tableProblem } from "@sevenstar/pane/written-problem.ts";
import { cellInput, readCells, sheetValue, writeCells } from "./excel-cells.ts";
import { runInExcel, writeInExcel } from "./run-in-excel.ts";

/** Excel's points in a pixel at 100 %. */
export const POINTS_PER_PIXEL = 0.75;
/** The longest text of a list of choices. */
const LONGEST_CHOICES = 255;

/** Tables as Excel's own, found by their name. */
export const excelTables: Pick<SheetHost, "writeTable" | "readTable" | "watchTable"> = {
  async writeTable(table) {
    const problem = tableProblem(table);
    if (problem) return { problem };
    return writeInExcel(async (context) => {
      const standing = await findTable(context, table.name);
      return standing ? updateTable(context, standing, table) : addTable(context, table);
    });
  },

  readTable: (name) =>
    runInExcel(async (context) => {
      const table = await findTable(context, name);
      if (!table) return missing(name);
      const read = await readStanding(context, table);
      if ("problem" in read) return read;
      const below = await readBelow(context, table);
      return below ? { ...read, ...rowsBelow(below.values, below.firstRow) } : read;
    }),

  watchTable: (name, onChange) =>
    runInExcel(async (context) => {
      const found = await findTable(context, name);
      if (!found) return missing(name);
      let timer: ReturnType<typeof setTimeout> | undefined;
      const soon = async () => {
        clearTimeout(timer);
        timer = setTimeout(onChange, WATCH_PAUSE);
      };
      const changed = found.table.onChanged.add(soon);
      const deleted = context.workbook.tables.onDeleted.add(async ({ tableId }) => {
        if (tableId === found.table.id) await soon();
      });
      const typed = found.range.worksheet.onChanged.add(async ({ address }) => {
        if (sharesColumns(address, found.range)) await soon();
      });
      await context.sync();
      const stop = () => {
        clearTimeout(timer);
        for (const handler of [changed, deleted, typed]) {
          Excel.run(handler.context, async (its) => {
            handler.remove();
            await its.sync();
          }).catch(() => {
            // The workbook is being closed: its handlers end with it.
          });
        }
      };
      return { stop };
    }),
};

const missing = (name: string) => ({
  problem: `工作簿里没有名为“${name}”的表，可能已被删除、改名或转换为普通区域；请撤消这一步，或重新生成这张表。`,
  isMissing: true as const,
});

/** Whether a change lies in a table's columns, so that it may stand below it. */
function sharesColumns(address: string, { columnIndex, columnCount }: Excel.Range): boolean {
  const [first, last = first] = address.split(":").map((each) => readCellAddress(each.replace(/^.*!/, "")));
  // Whole rows and columns have no cells to compare.
  if (!first || !last) return true;
  return first.column < columnIndex + columnCount && last.column >= columnIndex;
}

interface FoundTable {
  readonly table: Excel.Table;
  /** The header row and the data, without a row of totals. */
  readonly range: Excel.Range;
}

/** The table with everything loaded that reading and writing ask for. */
async function findTable(context: Excel.RequestContext, name: string): Promise<FoundTable | undefined> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load("id, name, showHeaders, showTotals");
  await context.sync();
  if (table.isNullObject) return undefined;
  const range = table.getRange().getResizedRange(table.showTotals ? -1 : 0, 0);
  range.load("address, rowIndex, rowCount, columnIndex, columnCount");
  await context.sync();
  return { table, range };
}

async function readStanding(
  context: Excel.RequestContext,
  { table, range }: FoundTable,
): Promise<Answer<ReadTable>> {
  if (!table.showHeaders) {
    return { problem: `“${table.name}”表的标题行被隐藏了，请在“表设计”里勾选“标题行”再试。` };
  }
  const grid = (await readCells(context, range, range, "values")).map((row) => row.map(sheetValue));
  return readTableGrid({ name: table.name, address: range.address, headerRow: range.rowIndex + 1 }, grid);
}

/** The cells below a table as far as something stands there; a row of totals ends the table for good. */
async function readBelow(context: Excel.RequestContext, { table, range }: FoundTable) {
  if (table.showTotals) return undefined;
  const used = range.worksheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex, rowCount");
  await context.sync();
  const end = range.rowIndex + range.rowCount;
  const rowCount = used.isNullObject ? 0 : Math.min(MOST_BELOW, used.rowIndex + used.rowCount - end);
  if (rowCount <= 0) return undefined;
  const { columnCount } = range;
  const area = range.getCell(range.rowCount, 0).getResizedRange(rowCount - 1, columnCount - 1);
  const values = (await readCells(context, area, { rowCount, columnCount }, "values")).map((row) =>
    row.map(sheetValue),
  );
  return { area, values, rowCount, columnCount, firstRow: end + 1 };
}

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
