import { ExcelError, type Listener } from "./client-object.ts";
import { columnLetters } from "./formula-notation.ts";

/** A rectangle of cells of a sheet, counted from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A cell's content and looks; absent content is an empty cell. */
export interface ModelCell {
  value?: string | number | boolean;
  formula?: string;
  numberFormat?: string;
  looks: Record<string, unknown>;
}

export interface ModelTable {
  readonly id: string;
  name: string;
  area: Area;
  showHeaders: boolean;
  showTotals: boolean;
  /** The criterion of each column's filter. */
  filters: (Readonly<Record<string, unknown>> | undefined)[];
  readonly onChanged: Set<Listener>;
}

export interface ModelSheet {
  readonly id: string;
  name: string;
  readonly cells: Map<string, ModelCell>;
  tables: ModelTable[];
  readonly properties: Map<string, string>;
  readonly widths: Map<number, number>;
  readonly heights: Map<number, number>;
  readonly hiddenColumns: Set<number>;
  merges: Area[];
  /** What dynamic arrays fill, the formula's own cell first. */
  spills: Area[];
  conditionalFormats: { area: Area; rule: unknown; fill?: string; colour?: string }[];
  validations: { area: Area; rule: unknown }[];
  frozen: { rows: number; columns: number };
  orientation: string;
  visibility: string;
  isProtected: boolean;
  readonly onChanged: Set<Listener>;
}

/** A range as the model hands it on. */
export interface ModelRange {
  readonly sheet: ModelSheet;
  readonly area: Area;
}

const keyOf = (row: number, column: number) => `${row},${column}`;
const placeOf = (key: string) => key.split(",").map(Number) as [number, number];

export const overlaps = (a: Area, b: Area) =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

const covers = (a: Area, b: Area) =>
  a.row <= b.row &&
  a.column <= b.column &&
  a.row + a.rows >= b.row + b.rows &&
  a.column + a.columns >= b.column + b.columns;

/** The address of an area such as A1:G1. */
export function addressOf({ row, column, rows, columns }: Area): string {
  const first = `${columnLetters(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows}`;
}

/** A workbook as Excel keeps it, as far as the add-in asks for it; what goes wrong carries Excel's code. */
export class ExcelModel {
  sheets: ModelSheet[] = [];
  readonly names = new Map<string, string>();
  parts: { readonly id: string; xml: string }[] = [];
  active: ModelSheet;
  selection: readonly Area[] = [{ row: 0, column: 0, rows: 1, columns: 1 }];
  readonly onTableDeleted = new Set<Listener>();
  /** Whether the add-in hears events (runtime.enableEvents). */
  enableEvents = true;
  #made = 0;

  constructor() {
    this.active = this.addSheet("Sheet1");
  }

  addSheet(name: string): ModelSheet {
    if (this.sheet(name)) throw new ExcelError("ItemAlreadyExists");
    const sheet: ModelSheet = {
      id: `sheet-${++this.#made}`,
      name,
      cells: new Map(),
      tables: [],
      properties: new Map(),
      widths: new Map(),
      heights: new Map(),
      hiddenColumns: new Set(),
      merges: [],
      spills: [],
      conditionalFormats: [],
      validations: [],
      frozen: { rows: 0, columns: 0 },
      orientation: "Portrait",
      visibility: "Visible",
      isProtected: false,
      onChanged: new Set(),
    };
    this.sheets.push(sheet);
    return sheet;
  }

  sheet(name: string): ModelSheet | undefined {
    return this.sheets.find((sheet) => sheet.name === name);
  }

  deleteSheet(sheet: ModelSheet): void {
    for (const table of [...sheet.tables]) this.deleteTable(sheet, table);
    this.sheets = this.sheets.filter((each) => each !== sheet);
  }

  table(name: string): { sheet: ModelSheet; table: ModelTable } | undefined {
    for (const sheet of this.sheets) {
      const table = sheet.tables.find((each) => each.name.toLowerCase() === name.toLowerCase());
      if (table) return { sheet, table };
    }
    return undefined;
  }

  addTable({ sheet, area }: ModelRange): ModelTable {
    this.#checkProtection(sheet);
    if (sheet.tables.some((table) => overlaps(table.area, area))) throw new ExcelError("InvalidArgument");
    const id = `{${++this.#made}}`;
    const table: ModelTable = {
      id,
      name: `表${this.#made}`,
      area,
      showHeaders: true,
      showTotals: false,
      filters: [],
      onChanged: new Set(),
    };
    sheet.tables.push(table);
    return table;
  }

  /** Deletes a table with its cells; formulas that name it are broken. */
  deleteTable(sheet: ModelSheet, table: ModelTable): void {
    this.clear({ sheet, area: table.area });
    sheet.tables = sheet.tables.filter((each) => each !== table);
    for (const each of this.sheets) {
      for (const cell of each.cells.values()) {
        if (cell.formula?.includes(`${table.name}[`)) {
          cell.formula = cell.formula.replaceAll(new RegExp(`${table.name}\\[[^[\\]]*\\]`, "g"), "#REF!");
        }
      }
    }
    this.#tell(this.onTableDeleted, { tableId: table.id, tableName: table.name });
  }

  cell(sheet: ModelSheet, row: number, column: number): ModelCell | undefined {
    return sheet.cells.get(keyOf(row, column));
  }

  /** The smallest rectangle around all values. */
  used(sheet: ModelSheet): Area | null {
    const places = [...sheet.cells]
      .filter(([, { value }]) => value !== undefined)
      .map(([key]) => placeOf(key));
    if (places.length === 0) return null;
    const rows = places.map(([row]) => row);
    const columns = places.map(([, column]) => column);
    const [row, column] = [Math.min(...rows), Math.min(...columns)];
    return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
  }

  /** Enters what is assigned to cells, as Excel reads what is typed; null leaves a cell as it is. */
  enter(
    { sheet, area }: ModelRange,
    inputs: unknown,
    readFormula: (text: string, row: number, column: number) => string,
  ): void {
    const grid = inputs as unknown[][];
    if (grid.length !== area.rows || grid.some((line) => line.length !== area.columns)) {
      throw new ExcelError(
        "InvalidArgument",
        "The number of rows or columns in the input array doesn't match.",
      );
    }
    for (const table of sheet.tables) {
      if (overlaps(table.area, area) && table.filters.some(Boolean)) {
        throw new Error("Excel would write into the wrong rows while the table is filtered (office-js#224).");
      }
    }
    this.#checkProtection(sheet);
    for (const [r, line] of grid.entries()) {
      for (const [c, input] of line.entries()) {
        if (input === null) continue;
        const [row, column] = [area.row + r, area.column + c];
        const { value: _, formula: __, ...kept } = this.cell(sheet, row, column) ?? { looks: {} };
        const entered = enteredContent(input, kept.numberFormat, (text) => readFormula(text, row, column));
        sheet.cells.set(keyOf(row, column), { ...kept, ...entered });
      }
    }
    this.#changed(sheet, area);
  }

  format({ sheet, area }: ModelRange, change: (cell: ModelCell) => void): void {
    this.#checkProtection(sheet);
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const cell = this.cell(sheet, row, column) ?? { looks: {} };
        sheet.cells.set(keyOf(row, column), cell);
        change(cell);
      }
    }
  }

  clear({ sheet, area }: ModelRange): void {
    this.#checkProtection(sheet);
    for (const key of [...sheet.cells.keys()]) {
      const [row, column] = placeOf(key);
      if (covers(area, { row, column, rows: 1, columns: 1 })) sheet.cells.delete(key);
    }
  }

  merge({ sheet, area }: ModelRange): void {
    this.#checkProtection(sheet);
    if (sheet.tables.some((table) => overlaps(table.area, area))) throw new ExcelError("InvalidOperation");
    sheet.merges.push(area);
  }

  addRows(sheet: ModelSheet, table: ModelTable, values: readonly (readonly unknown[])[]): void {
    if (values.every((row) => row.every((value) => value === ""))) {
      throw new Error("Excel would leave rows without values out of the table (office-js#3191).");
    }
    const at = table.area.row + table.area.rows - (table.showTotals ? 1 : 0);
    const { column, columns } = table.area;
    this.#shift(sheet, { row: at, column, rows: values.length, columns }, "down", table);
    table.area = { ...table.area, rows: table.area.rows + values.length };
    this.enter({ sheet, area: { row: at, column, rows: values.length, columns } }, values, (text) => text);
  }

  addColumn(sheet: ModelSheet, table: ModelTable, values: readonly (readonly unknown[])[]): void {
    const { row, rows } = table.area;
    const column = table.area.column + table.area.columns;
    this.#shift(sheet, { row, column, rows, columns: 1 }, "right", table);
    table.area = { ...table.area, columns: table.area.columns + 1 };
    this.enter({ sheet, area: { row, column, rows, columns: 1 } }, values, (text) => text);
  }

  /** Deletes cells, those below move up; rows of a table go whole or not at all. */
  deleteUp({ sheet, area }: ModelRange): void {
    this.#checkProtection(sheet);
    const table = sheet.tables.find((each) => overlaps(each.area, area));
    if (table) {
      const isWholeRows = area.column === table.area.column && area.columns === table.area.columns;
      const isBody = area.row > table.area.row && covers(table.area, area);
      if (!isWholeRows || !isBody || table.filters.some(Boolean))
        throw new ExcelError("InsertDeleteConflict");
      table.area = { ...table.area, rows: table.area.rows - area.rows };
    }
    this.clear({ sheet, area });
    this.#shift(sheet, area, "up", table);
    this.#changed(sheet, area);
  }

  /** Inserts whole rows or columns, as a merchant does; a table that they go through grows. */
  insert(sheet: ModelSheet, what: "rows" | "columns", at: number): void {
    const axis = what === "rows" ? "row" : "column";
    const move = (area: Area): Area => {
      if (at <= area[axis]) return { ...area, [axis]: area[axis] + 1 };
      return at < area[axis] + area[what] ? { ...area, [what]: area[what] + 1 } : area;
    };
    const cells = [...sheet.cells];
    sheet.cells.clear();
    for (const [key, cell] of cells) {
      const [row, column] = placeOf(key);
      const { row: r, column: c } = move({ row, column, rows: 1, columns: 1 });
      sheet.cells.set(keyOf(r, c), cell);
    }
    for (const table of sheet.tables) {
      const before = table.area;
      table.area = move(before);
      if (what === "columns" && table.area.columns > before.columns) {
        sheet.cells.set(keyOf(before.row, at), { value: `列${at + 1}`, looks: {} });
      }
      this.#tell(table.onChanged, { tableId: table.id, changeType: "RowInserted" });
    }
  }

  /** Deletes a whole column, as a merchant does; a table that it goes through shrinks. */
  deleteColumn(sheet: ModelSheet, at: number): void {
    const cells = [...sheet.cells];
    sheet.cells.clear();
    for (const [key, cell] of cells) {
      const [row, column] = placeOf(key);
      if (column !== at) sheet.cells.set(keyOf(row, column > at ? column - 1 : column), cell);
    }
    for (const table of sheet.tables) {
      const { column, columns } = table.area;
      if (at < column) table.area = { ...table.area, column: column - 1 };
      else if (at < column + columns) table.area = { ...table.area, columns: columns - 1 };
      this.#tell(table.onChanged, { tableId: table.id, changeType: "ColumnDeleted" });
    }
  }

  /** Puts the rows of an area into the opposite order, as sorting may. */
  turnRowsAround(sheet: ModelSheet, area: Area): void {
    const taken = new Map<string, ModelCell>();
    for (const [key, cell] of sheet.cells) {
      const [row, column] = placeOf(key);
      if (!covers(area, { row, column, rows: 1, columns: 1 })) continue;
      taken.set(keyOf(2 * area.row + area.rows - 1 - row, column), cell);
      sheet.cells.delete(key);
    }
    for (const [key, cell] of taken) sheet.cells.set(key, cell);
  }

  #checkProtection(sheet: ModelSheet): void {
    if (sheet.isProtected) throw new ExcelError("AccessDenied");
  }

  /** Makes or closes room by moving what lies beyond; a table there moves whole or not at all. */
  #shift(sheet: ModelSheet, area: Area, to: "down" | "right" | "up", own?: ModelTable): void {
    const isDown = to !== "right";
    const by = isDown ? (to === "up" ? -area.rows : area.rows) : area.columns;
    const beyond: Area = isDown
      ? { ...area, row: to === "up" ? area.row + area.rows : area.row, rows: 2 ** 20 }
      : { ...area, columns: 2 ** 14 };
    const moved = (at: Area): Area =>
      isDown ? { ...at, row: at.row + by } : { ...at, column: at.column + by };
    for (const table of sheet.tables) {
      if (table === own || !overlaps(table.area, beyond)) continue;
      if (!covers(beyond, table.area)) throw new ExcelError("InsertDeleteConflict");
      table.area = moved(table.area);
    }
    const cells = [...sheet.cells].filter(([key]) => {
      const [row, column] = placeOf(key);
      return covers(beyond, { row, column, rows: 1, columns: 1 });
    });
    for (const [key] of cells) sheet.cells.delete(key);
    for (const [key, cell] of cells) {
      const [row, column] = placeOf(key);
      const { row: r, column: c } = moved({ row, column, rows: 1, columns: 1 });
      sheet.cells.set(keyOf(r, c), cell);
    }
  }

  #changed(sheet: ModelSheet, area: Area): void {
    this.#tell(sheet.onChanged, {
      worksheetId: sheet.id,
      changeType: "RangeEdited",
      address: addressOf(area),
    });
    for (const table of sheet.tables) {
      if (overlaps(table.area, area))
        this.#tell(table.onChanged, { tableId: table.id, changeType: "RangeEdited" });
    }
  }

  #tell(listeners: ReadonlySet<Listener>, event: unknown): void {
    if (!this.enableEvents) return;
    for (const listener of listeners) queueMicrotask(() => void listener(event));
  }
}

/** What a cell holds after an input, by Excel's reading of typed text. */
function enteredContent(
  input: unknown,
  numberFormat: string | undefined,
  readFormula: (text: string) => string,
): Pick<ModelCell, "value" | "formula"> {
  if (input === "") return {};
  if (typeof input !== "string") return { value: input as number | boolean };
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (numberFormat === "@") return { value: input };
  if (/^[=+-].*[A-Za-z(]/.test(input) || input.startsWith("="))
    return { value: 0, formula: readFormula(input) };
  if (/^(TRUE|FALSE)$/i.test(input)) return { value: input.toUpperCase() === "TRUE" };
  if (/^-?[\d,]+(\.\d+)?%?$/.test(input)) return { value: Number.parseFloat(input.replaceAll(",", "")) };
  if (/^\d{1,4}[-/]\d{1,2}([-/]\d{1,2})?$/.test(input)) return { value: 46_000 };
  return { value: input };
}
