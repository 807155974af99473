import { officeSheetHost } from "@sevenstar/addin/src/office-sheet-host.ts";
import type { SheetValue, WrittenCell } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { type Area, ExcelModel, type ModelSheet, overlaps } from "../excel-runtime/excel-model.ts";
import { areaOf, type ExcelStandIn, excelObjectModel } from "../excel-runtime/excel-object-model.ts";
import type { OpenSpreadsheet } from "./merchant.ts";

export interface OpenExcel extends OpenSpreadsheet {
  readonly book: ExcelModel;
  readonly standIn: ExcelStandIn;
}

/** Opens the add-in's host over the stand-in, which becomes the global `Excel`. */
export function openExcel(): OpenExcel {
  const book = new ExcelModel();
  const standIn = excelObjectModel(book);
  Object.assign(globalThis, { Excel: standIn.Excel });
  const sheetOf = (name: string): ModelSheet => {
    const sheet = book.sheet(name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  };
  const tableOf = (name: string) => {
    const found = book.table(name);
    if (!found) throw new Error(`no table ${name}`);
    return found;
  };
  const one = (address: string): Area => areaOf(address);
  const input = (content: WrittenCell): unknown => {
    if (content === null) return "";
    if (typeof content === "object") return content.formula;
    return typeof content === "string" ? `'${content}` : content;
  };
  return {
    book,
    standIn,
    host: officeSheetHost,
    merchant: {
      async sees(sheet, address) {
        const { row, column } = one(address);
        const cell = book.cell(sheetOf(sheet), row, column);
        return {
          value: (cell?.value ?? null) as SheetValue,
          formula: cell?.formula ?? null,
          numberFormat: cell?.numberFormat ?? null,
          fill: (cell?.looks["fill"] as string | undefined) ?? null,
        };
      },
      seesSheets: async () => book.sheets.map(({ name }) => name),
      seesActiveSheet: async () => book.active.name,
      seesFrozenRows: async (sheet) => sheetOf(sheet).frozen.rows,
      seesHiddenColumn: async (sheet, column) => sheetOf(sheet).hiddenColumns.has(column),
      async seesMark(sheet, address) {
        const area = one(address);
        const value = book.cell(sheetOf(sheet), area.row, area.column)?.value;
        const format = sheetOf(sheet).conditionalFormats.find(
          (each) =>
            overlaps(each.area, area) &&
            (each.rule as { formula1: string; operator: string }).operator === "EqualTo" &&
            (each.rule as { formula1: string }).formula1 === `="${String(value)}"`,
        );
        return { fill: format?.fill ?? null, colour: format?.colour ?? null };
      },
      async enters(sheet, address, content) {
        book.enter({ sheet: sheetOf(sheet), area: one(address) }, [[input(content)]], (text) => text);
      },
      async selects(sheet, areas) {
        book.active = sheetOf(sheet);
        book.selection = areas.map(areaOf);
      },
      async addsSheet(name) {
        book.addSheet(name);
      },
      async renamesSheet(from, to) {
        sheetOf(from).name = to;
      },
      insertsRow: async (sheet, at) => book.insert(sheetOf(sheet), "rows", at),
      insertsColumn: async (sheet, at) => book.insert(sheetOf(sheet), "columns", at),
      deletesColumn: async (sheet, at) => book.deleteColumn(sheetOf(sheet), at),
      async turnsRowsAround(name) {
        const { sheet, table } = tableOf(name);
        book.turnRowsAround(sheet, { ...table.area, row: table.area.row + 1, rows: table.area.rows - 1 });
      },
      async filters(name, column, text) {
        tableOf(name).table.filters[column] = { filterOn: "Values", values: [text] };
      },
      async deletesTable(name) {
        const { sheet, table } = tableOf(name);
        book.deleteTable(sheet, table);
      },
    },
  };
}
