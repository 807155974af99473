import { ExcelError, type Kind, RequestContext } from "./client-object.ts";
import {
  type Area,
  addressOf,
  type ExcelModel,
  type ModelCell,
  type ModelRange,
  type ModelSheet,
  type ModelTable,
  overlaps,
} from "./excel-model.ts";
import { columnNumber, fromR1C1, toR1C1 } from "./formula-notation.ts";

/** More than this is refused in one call, as by Excel for the web. */
const LARGEST_REQUEST = 5_000_000;

/** What the stand-in gives as the global `Excel`, and how the workbook can be made to refuse. */
export interface ExcelStandIn {
  readonly Excel: { run(...given: readonly unknown[]): Promise<unknown> };
  /** While the merchant types into a cell, Excel refuses everything. */
  isEditingCell: boolean;
}

/** Opens a workbook to the add-in, by the documented part of the object model that the add-in uses. */
export function excelObjectModel(book: ExcelModel): ExcelStandIn {
  const standIn: ExcelStandIn = {
    isEditingCell: false,
    Excel: {
      async run(...given) {
        if (standIn.isEditingCell) throw new ExcelError("InvalidOperationInCellEditMode");
        const task = given.at(-1) as (context: RequestContext) => Promise<unknown>;
        const context =
          given[0] instanceof RequestContext
            ? given[0]
            : new RequestContext(
                [workbook(book) as Kind<never>, book],
                [runtime as Kind<never>, book],
                (size) => {
                  if (size > LARGEST_REQUEST) throw new ExcelError("RequestPayloadSizeLimitExceeded");
                },
              );
        const answer = await task(context);
        await context.sync();
        return answer;
      },
    },
  };
  return standIn;
}

const runtime: Kind<ExcelModel> = {
  name: "Runtime",
  scalars: {
    enableEvents: {
      get: (book) => book.enableEvents,
      set: (book, value: boolean) => {
        book.enableEvents = value;
      },
    },
  },
};

const workbook = (book: ExcelModel): Kind<ExcelModel> => {
  const rangeKind = range(book) as Kind<never>;
  const sheetKind = worksheet(book, rangeKind) as Kind<never>;
  const tableKind = table(book, rangeKind) as Kind<never>;
  const ofSheet = () => sheetKind;
  const ofRange = () => rangeKind;
  const ofTable = () => tableKind;

  const worksheets: Kind<ExcelModel> = {
    name: "WorksheetCollection",
    getters: {
      add: { kind: ofSheet, find: (its, name: string) => its.addSheet(checkedSheetName(name)) },
      getItemOrNullObject: { kind: ofSheet, find: (its, name: string) => its.sheet(name) },
    },
  };
  const tables: Kind<ExcelModel> = {
    name: "TableCollection",
    getters: { getItemOrNullObject: { kind: ofTable, find: (its, name: string) => its.table(name) } },
    events: { onDeleted: (its) => its.onTableDeleted },
  };
  const names: Kind<ExcelModel> = {
    name: "NamedItemCollection",
    getters: {
      getItemOrNullObject: {
        kind: () => ({ name: "NamedItem" }) as Kind<never>,
        find: (its, name: string) => its.names.get(name),
      },
    },
  };
  const part: Kind<{ id: string; xml: string }> = {
    name: "CustomXmlPart",
    scalars: { id: { get: (its) => its.id } },
    results: { getXml: (its) => its.xml },
    actions: {
      delete: (its) => {
        book.parts = book.parts.filter((each) => each !== its);
      },
    },
  };
  const scoped: Kind<string> = {
    name: "CustomXmlPartScopedCollection",
    items: {
      kind: () => part as Kind<never>,
      find: (namespace) => book.parts.filter(({ xml }) => xml.includes(`xmlns="${namespace}"`)),
    },
  };
  const customXmlParts: Kind<ExcelModel> = {
    name: "CustomXmlPartCollection",
    getters: {
      getByNamespace: { kind: () => scoped as Kind<never>, find: (_, namespace: string) => namespace },
      add: {
        kind: () => part as Kind<never>,
        find(its, xml: string) {
          const added = { id: `{part-${its.parts.length}-${xml.length}}`, xml };
          its.parts.push(added);
          return added;
        },
      },
    },
  };
  const same = (kind: Kind<ExcelModel>) => ({
    kind: () => kind as Kind<never>,
    find: (its: ExcelModel) => its,
  });
  const selected = (its: ExcelModel): ModelRange => {
    const [area, ...others] = its.selection;
    if (!area || others.length > 0) throw new ExcelError("InvalidSelection");
    return { sheet: its.active, area };
  };
  return {
    name: "Workbook",
    objects: {
      worksheets: same(worksheets),
      tables: same(tables),
      names: same(names),
      customXmlParts: same(customXmlParts),
    },
    getters: {
      getSelectedRange: { kind: ofRange, find: selected },
      getActiveCell: {
        kind: ofRange,
        find(its) {
          const { sheet, area } = selected(its);
          return { sheet, area: { ...area, rows: 1, columns: 1 } };
        },
      },
    },
  };
};

const worksheet = (book: ExcelModel, rangeKind: Kind<never>): Kind<ModelSheet> => {
  const ofRange = () => rangeKind;
  const whole: Area = { row: 0, column: 0, rows: 2 ** 20, columns: 2 ** 14 };
  const freezePanes: Kind<ModelSheet> = {
    name: "WorksheetFreezePanes",
    actions: {
      freezeRows: (sheet, rows: number) => {
        sheet.frozen = { rows, columns: 0 };
      },
      freezeColumns: (sheet, columns: number) => {
        sheet.frozen = { rows: 0, columns };
      },
      freezeAt: (sheet, { area }: ModelRange) => {
        sheet.frozen = { rows: area.rows, columns: area.columns };
      },
      unfreeze: (sheet) => {
        sheet.frozen = { rows: 0, columns: 0 };
      },
    },
  };
  const customProperties: Kind<ModelSheet> = {
    name: "WorksheetCustomPropertyCollection",
    getters: {
      add: {
        kind: () => ({ name: "WorksheetCustomProperty" }) as Kind<never>,
        find: (sheet, key: string, value: string) => sheet.properties.set(key, value),
      },
      getItemOrNullObject: {
        kind: () => ({ name: "WorksheetCustomProperty" }) as Kind<never>,
        find: (sheet, key: string) => sheet.properties.get(key),
      },
    },
  };
  const pageLayout: Kind<ModelSheet> = {
    name: "PageLayout",
    scalars: {
      orientation: {
        get: (sheet) => sheet.orientation,
        set: (sheet, value: string) => {
          sheet.orientation = value;
        },
      },
      zoom: { get: () => ({}), set: () => {} },
    },
  };
  const tables: Kind<ModelSheet> = {
    name: "TableCollection",
    getters: {
      add: {
        kind: () => table(book, rangeKind) as Kind<never>,
        find: (sheet, given: ModelRange) => ({ sheet, table: book.addTable(given) }),
      },
    },
  };
  const same = (kind: Kind<ModelSheet>) => ({
    kind: () => kind as Kind<never>,
    find: (its: ModelSheet) => its,
  });
  return {
    name: "Worksheet",
    scalars: { name: { get: (sheet) => sheet.name }, visibility: { get: (sheet) => sheet.visibility } },
    objects: {
      freezePanes: same(freezePanes),
      customProperties: same(customProperties),
      pageLayout: same(pageLayout),
      tables: same(tables),
    },
    getters: {
      getRange: {
        kind: ofRange,
        find: (sheet, address?: string) => ({ sheet, area: address === undefined ? whole : areaOf(address) }),
      },
      getRangeByIndexes: {
        kind: ofRange,
        find: (sheet, row: number, column: number, rows: number, columns: number) => ({
          sheet,
          area: { row, column, rows, columns },
        }),
      },
      getUsedRangeOrNullObject: {
        kind: ofRange,
        find(sheet) {
          const area = book.used(sheet);
          return area && { sheet, area };
        },
      },
    },
    actions: {
      activate: (sheet) => {
        book.active = sheet;
      },
      delete: (sheet) => book.deleteSheet(sheet),
    },
    events: { onChanged: (sheet) => sheet.onChanged },
  };
};

interface FoundTable {
  readonly sheet: ModelSheet;
  readonly table: ModelTable;
}

const table = (book: ExcelModel, rangeKind: Kind<never>): Kind<FoundTable> => {
  const ofRange = () => rangeKind;
  const body = ({ sheet, table: { area, showTotals } }: FoundTable): ModelRange => ({
    sheet,
    area: { ...area, row: area.row + 1, rows: area.rows - (showTotals ? 2 : 1) },
  });
  const filter: Kind<FoundTable & { column: number }> = {
    name: "Filter",
    actions: {
      apply: (its, criterion: Readonly<Record<string, unknown>>) => {
        its.table.filters[its.column] = criterion;
      },
    },
  };
  const column: Kind<FoundTable & { column: number }> = {
    name: "TableColumn",
    objects: { filter: { kind: () => filter as Kind<never>, find: (its) => its } },
    getters: {
      getDataBodyRange: {
        kind: ofRange,
        find(its) {
          const { sheet, area } = body(its);
          return { sheet, area: { ...area, column: area.column + its.column, columns: 1 } };
        },
      },
    },
  };
  const columns: Kind<FoundTable> = {
    name: "TableColumnCollection",
    getters: {
      getItemAt: {
        kind: () => column as Kind<never>,
        find(its, index: number) {
          if (index >= its.table.area.columns) throw new ExcelError("InvalidArgument");
          return { ...its, column: index };
        },
      },
    },
    actions: {
      add: (its, _index: unknown, values: unknown[][]) => book.addColumn(its.sheet, its.table, values),
    },
  };
  const rows: Kind<FoundTable> = {
    name: "TableRowCollection",
    actions: {
      add: (its, _index: unknown, values: unknown[][]) => book.addRows(its.sheet, its.table, values),
    },
  };
  const autoFilter: Kind<FoundTable> = {
    name: "AutoFilter",
    scalars: {
      isDataFiltered: { get: (its) => its.table.filters.some(Boolean) },
      criteria: {
        get: (its) =>
          Array.from({ length: its.table.area.columns }, (_, at) => its.table.filters[at] ?? null),
      },
    },
  };
  const same = (kind: Kind<FoundTable>) => ({
    kind: () => kind as Kind<never>,
    find: (its: FoundTable) => its,
  });
  return {
    name: "Table",
    scalars: {
      id: { get: (its) => its.table.id },
      name: {
        get: (its) => its.table.name,
        set: (its, value: string) => {
          if (book.table(value) || book.names.has(value) || !/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(value)) {
            throw new ExcelError("InvalidArgument");
          }
          its.table.name = value;
        },
      },
      showHeaders: { get: (its) => its.table.showHeaders },
      showTotals: { get: (its) => its.table.showTotals },
    },
    objects: { columns: same(columns), rows: same(rows), autoFilter: same(autoFilter) },
    getters: {
      getRange: { kind: ofRange, find: (its) => ({ sheet: its.sheet, area: its.table.area }) },
      getDataBodyRange: { kind: ofRange, find: body },
    },
    actions: {
      clearFilters: (its) => {
        its.table.filters = [];
      },
    },
    events: { onChanged: (its) => its.table.onChanged },
  };
};

const range = (book: ExcelModel): Kind<ModelRange> => {
  const ofRange = () => kind as Kind<never>;
  const grid = (
    its: ModelRange,
    read: (cell: ModelCell | undefined, row: number, column: number) => unknown,
  ) =>
    Array.from({ length: its.area.rows }, (_, r) =>
      Array.from({ length: its.area.columns }, (_, c) => {
        const [row, column] = [its.area.row + r, its.area.column + c];
        return read(book.cell(its.sheet, row, column), row, column);
      }),
    );
  const contentOf = (cell: ModelCell | undefined) => cell?.value ?? "";
  const look = (name: string) => ({
    get: (its: ModelRange) => book.cell(its.sheet, its.area.row, its.area.column)?.looks[name] ?? null,
    set: (its: ModelRange, value: unknown) =>
      book.format(its, (cell) => {
        cell.looks[name] = value;
      }),
  });
  const same = <Model>(of: Kind<Model>) => ({ kind: () => of as Kind<never>, find: (its: Model) => its });
  const fill: Kind<ModelRange> = { name: "RangeFill", scalars: { color: look("fill") } };
  const font: Kind<ModelRange> = {
    name: "RangeFont",
    scalars: { color: look("colour"), bold: look("bold"), size: look("size") },
  };
  const border: Kind<ModelRange & { edge: string }> = {
    name: "RangeBorder",
    scalars: {
      style: { get: () => null, set: (its, value: unknown) => look(`${its.edge} style`).set(its, value) },
      color: { get: () => null, set: (its, value: unknown) => look(`${its.edge} colour`).set(its, value) },
    },
  };
  const borders: Kind<ModelRange> = {
    name: "RangeBorderCollection",
    getters: {
      getItem: { kind: () => border as Kind<never>, find: (its, edge: string) => ({ ...its, edge }) },
    },
  };
  const size = (key: "widths" | "heights", from: "column" | "row", count: "columns" | "rows") => ({
    get: (its: ModelRange) => its.sheet[key].get(its.area[from]) ?? null,
    set: (its: ModelRange, value: number) => {
      for (let at = its.area[from]; at < its.area[from] + its.area[count]; at++)
        its.sheet[key].set(at, value);
    },
  });
  const format: Kind<ModelRange> = {
    name: "RangeFormat",
    scalars: {
      columnWidth: size("widths", "column", "columns"),
      rowHeight: size("heights", "row", "rows"),
      wrapText: look("wrap"),
      horizontalAlignment: look("horizontal"),
      verticalAlignment: look("vertical"),
    },
    objects: { fill: same(fill), font: same(font), borders: same(borders) },
  };
  type Conditional = ModelSheet["conditionalFormats"][number];
  const conditionalColour = (key: "fill" | "colour"): Kind<Conditional> => ({
    name: "ConditionalRangeFormat",
    scalars: {
      color: {
        get: (its) => its[key] ?? null,
        set: (its, value: string) => {
          its[key] = value;
        },
      },
    },
  });
  const conditionalLooks: Kind<Conditional> = {
    name: "ConditionalRangeFormat",
    objects: { fill: same(conditionalColour("fill")), font: same(conditionalColour("colour")) },
  };
  const cellValue: Kind<Conditional> = {
    name: "CellValueConditionalFormat",
    scalars: {
      rule: {
        get: (its) => its.rule,
        set: (its, value: unknown) => {
          its.rule = value;
        },
      },
    },
    objects: { format: same(conditionalLooks) },
  };
  const conditionalFormat: Kind<Conditional> = {
    name: "ConditionalFormat",
    objects: { cellValue: same(cellValue) },
  };
  const conditionalFormats: Kind<ModelRange> = {
    name: "ConditionalFormatCollection",
    getters: {
      add: {
        kind: () => conditionalFormat as Kind<never>,
        find({ sheet, area }, type: string) {
          if (type !== "CellValue") throw new ExcelError("InvalidArgument");
          const added = { area, rule: null };
          sheet.conditionalFormats.push(added);
          return added;
        },
      },
    },
    actions: {
      clearAll: ({ sheet, area }) => {
        sheet.conditionalFormats = sheet.conditionalFormats.filter((each) => !within(each.area, area));
      },
    },
  };
  const dataValidation: Kind<ModelRange> = {
    name: "DataValidation",
    scalars: {
      rule: {
        get: () => null,
        set: ({ sheet, area }, rule: unknown) => {
          sheet.validations = [
            ...sheet.validations.filter((each) => !within(each.area, area)),
            { area, rule },
          ];
        },
      },
      errorAlert: { get: () => null, set: () => {} },
    },
  };
  const kind: Kind<ModelRange> = {
    name: "Range",
    scalars: {
      address: { get: ({ sheet, area }) => `${sheetPrefix(sheet.name)}${addressOf(area)}` },
      rowIndex: { get: ({ area }) => area.row },
      columnIndex: { get: ({ area }) => area.column },
      rowCount: { get: ({ area }) => area.rows },
      columnCount: { get: ({ area }) => area.columns },
      values: {
        get: (its) => grid(its, contentOf),
        set: (its, input: unknown) => book.enter(its, input, (text) => text),
      },
      formulas: {
        get: (its) => grid(its, (cell) => cell?.formula ?? contentOf(cell)),
        set: (its, input: unknown) => book.enter(its, input, (text) => text),
      },
      formulasR1C1: {
        get: (its) =>
          grid(its, (cell, row, column) =>
            cell?.formula ? toR1C1(cell.formula, row, column) : contentOf(cell),
          ),
        set: (its, input: unknown) => book.enter(its, input, fromR1C1),
      },
      numberFormat: {
        get: (its) => grid(its, (cell) => cell?.numberFormat ?? "General"),
        set: (its, value: unknown) => {
          if (typeof value !== "string")
            throw new Error("The stand-in takes one number format for a whole range.");
          book.format(its, (cell) => {
            cell.numberFormat = value;
          });
        },
      },
      hasSpill: {
        get: ({ sheet, area }) => (sheet.spills.some((spill) => overlaps(spill, area)) ? null : false),
      },
      columnHidden: {
        get: (its) => its.sheet.hiddenColumns.has(its.area.column),
        set: (its, value: boolean) => {
          for (let at = its.area.column; at < its.area.column + its.area.columns; at++) {
            if (value) its.sheet.hiddenColumns.add(at);
            else its.sheet.hiddenColumns.delete(at);
          }
        },
      },
    },
    objects: {
      worksheet: {
        kind: () => worksheet(book, kind as Kind<never>) as Kind<never>,
        find: (its) => its.sheet,
      },
      format: same(format),
      conditionalFormats: same(conditionalFormats),
      dataValidation: same(dataValidation),
    },
    getters: {
      getSpillingToRangeOrNullObject: {
        kind: ofRange,
        find({ sheet, area: { row, column } }) {
          const area = sheet.spills.find((spill) => spill.row === row && spill.column === column);
          return area && { sheet, area };
        },
      },
      getCell: {
        kind: ofRange,
        find: ({ sheet, area }, row: number, column: number) => ({
          sheet,
          area: { row: area.row + row, column: area.column + column, rows: 1, columns: 1 },
        }),
      },
      getRow: {
        kind: ofRange,
        find: ({ sheet, area }, row: number) => ({ sheet, area: { ...area, row: area.row + row, rows: 1 } }),
      },
      getResizedRange: {
        kind: ofRange,
        find({ sheet, area }, rows: number, columns: number) {
          const resized = { ...area, rows: area.rows + rows, columns: area.columns + columns };
          if (resized.rows < 1 || resized.columns < 1) throw new ExcelError("InvalidArgument");
          return { sheet, area: resized };
        },
      },
    },
    actions: {
      clear: (its) => book.clear(its),
      select: ({ sheet, area }) => {
        book.active = sheet;
        book.selection = [area];
      },
      merge: (its) => book.merge(its),
      unmerge: ({ sheet, area }) => {
        sheet.merges = sheet.merges.filter((each) => !within(each, area));
      },
      delete: (its, shift: string) => {
        if (shift !== "Up") throw new ExcelError("InvalidArgument");
        book.deleteUp(its);
      },
    },
  };
  return kind;
};

const within = (inner: Area, outer: Area) =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;

const sheetPrefix = (name: string) =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? `${name}!` : `'${name.replaceAll("'", "''")}'!`;

/** The area of an address such as A1:G1. */
export function areaOf(address: string): Area {
  const [first, last = first] = address.split(":").map((part) => {
    const [, letters = "", digits = ""] = /^\$?([A-Z]+)\$?(\d+)$/.exec(part) ?? [];
    if (!letters) throw new ExcelError("InvalidArgument", `${address} is no address.`);
    return { row: Number(digits) - 1, column: columnNumber(letters) - 1 };
  });
  if (!first || !last) throw new ExcelError("InvalidArgument");
  return { ...first, rows: last.row - first.row + 1, columns: last.column - first.column + 1 };
}

function checkedSheetName(name: string): string {
  if (name === "" || name.length > 31 || /[[\]:*?/\\]/.test(name)) throw new ExcelError("InvalidArgument");
  return name;
}
