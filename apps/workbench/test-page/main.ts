import type { WrittenCell } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { CellValueType, ICommandService, type IRange } from "@univerjs/core";
import {
  deserializeRangeWithSheet,
  FormulaExecuteStageType,
  IDefinedNamesService,
  type ISetFormulaCalculationNotificationMutation,
  RemoveDefinedNameCommand,
  ReorderRangeCommand,
  SetFormulaCalculationNotificationMutation,
  SetSelectionsOperation,
  SetWorksheetRowIsAutoHeightCommand,
} from "@univerjs/preset-sheets-core";
import { writeXlsx } from "hucre/xlsx";
import { addSheet } from "../src/files/add-sheet.ts";
import { addCustomXml } from "../src/files/custom-xml.ts";
import { readXlsx } from "../src/files/read-xlsx.ts";
import { addDocuments, workbookDocuments } from "../src/files/workbook-documents.ts";
import { workbookSheets } from "../src/files/workbook-sheets.ts";
import { readCell } from "../src/read-cell.ts";
import { markTables } from "../src/sheet-host/mark-tables.ts";
import { sortRows } from "../src/sheet-host/sort-rows.ts";
import type { SortOrder } from "../src/sort-orders.ts";
import { univerSheetHost } from "../src/univer-sheet-host.ts";
import { makeRoom } from "../univer/edit-sheet.ts";
import { expandTables } from "../univer/expand-tables.ts";
import { findTable } from "../univer/find-table.ts";
import { growSheets } from "../univer/grow-sheets.ts";
import { handsFormulaOn } from "../univer/hands-formula-on.ts";
import { isMerchantsChange } from "../univer/is-merchants-change.ts";
import { onMutation } from "../univer/on-mutation.ts";
import { readCells } from "../univer/read-cells.ts";
import { registerTables } from "../univer/register-tables.ts";
import { startUniver } from "../univer/start-univer.ts";
import { touchedRows } from "../univer/touched-rows.ts";
import { seamBefore, seamInPlace, watchCalculation } from "./univer-seam.ts";

const emptyWorkbook = () => ({
  id: `book-${Math.random()}`,
  sheetOrder: ["first"],
  sheets: { first: { id: "first", name: "Sheet1" } },
});
const grid = document.getElementById("grid") as HTMLElement;
const [before, calculated] = [seamBefore(), watchCalculation()];
/** The page with `?wide` has the ribbon, too. */
const isNarrow = !new URLSearchParams(location.search).has("wide");
const workbook = startUniver(grid, emptyWorkbook(), { isDark: false, isNarrow });
growSheets(workbook);
expandTables(workbook);
registerTables(workbook);
markTables(workbook);

function theBook() {
  const book = workbook.api.getActiveWorkbook();
  if (!book) throw new Error("no workbook");
  return book;
}

function theSheet(name: string) {
  const sheet = theBook().getSheetByName(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

function theTable(name: string) {
  const table = findTable(workbook, name);
  if (!table) throw new Error(`no table ${name}`);
  return table;
}

const rangeOf = (address: string): IRange => deserializeRangeWithSheet(address).range;
const execute = (id: string, params?: object) =>
  workbook.services.get(ICommandService).executeCommand(id, params);

/** The person before the workbench, as tooling/sheet-host/merchant.ts asks. */
const merchant = {
  sees(sheet: string, address: string) {
    const { startRow: row, startColumn: column } = rangeOf(address);
    const { value, formula } = readCell(workbook, theSheet(sheet).getSheetId(), row, column);
    const style = theBook()
      .getWorkbook()
      .getStyles()
      .getStyleByCell(theSheet(sheet).getSheet().getCellRaw(row, column));
    return { value, formula, numberFormat: style?.n?.pattern ?? null, fill: style?.bg?.rgb ?? null };
  },
  seesSheets: () =>
    theBook()
      .getSheets()
      .map((sheet) => sheet.getSheetName()),
  seesActiveSheet: () => theBook().getActiveSheet().getSheetName(),
  seesFrozenRows: (sheet: string) => theSheet(sheet).getFreeze().ySplit,
  seesHiddenColumn: (sheet: string, column: number) => !theSheet(sheet).getSheet().getColVisible(column),
  seesMark(sheet: string, address: string) {
    const { startRow, startColumn } = rangeOf(address);
    const style = theBook()
      .getWorkbook()
      .getStyles()
      .getStyleByCell(theSheet(sheet).getSheet().getCell(startRow, startColumn));
    return { fill: style?.bg?.rgb ?? null, colour: style?.cl?.rgb ?? null };
  },
  enters(sheet: string, address: string, content: WrittenCell) {
    const range = theSheet(sheet).getRange(address);
    if (content === null) range.clearContent();
    else if (typeof content === "object") range.setValue({ f: content.formula });
    else if (typeof content === "string")
      range.setValue({ v: content, t: CellValueType.STRING, f: null, si: null });
    else range.setValue({ v: Number(content), f: null, si: null });
  },
  entersAll(sheet: string, cells: readonly (readonly [address: string, content: WrittenCell])[]) {
    for (const [address, content] of cells) {
      makeRoom(workbook, theSheet(sheet), rangeOf(address));
      merchant.enters(sheet, address, content);
    }
  },
  seesAreas: (sheet: string, areas: readonly string[]) =>
    areas.map((area) => readCells(workbook, theSheet(sheet), rangeOf(area))),
  seesSize: (sheet: string) => ({
    rows: theSheet(sheet).getMaxRows(),
    columns: theSheet(sheet).getMaxColumns(),
  }),
  seesSentence(sheet: string, address: string) {
    const { startRow, startColumn } = rangeOf(address);
    return readCell(workbook, theSheet(sheet).getSheetId(), startRow, startColumn).sentence;
  },
  fills(sheet: string, area: string, text: string) {
    const range = rangeOf(area);
    makeRoom(workbook, theSheet(sheet), range);
    theSheet(sheet).getRange(range).setValue({ v: text, t: CellValueType.STRING });
  },
  namesRange: (name: string, reference: string) => void theBook().insertDefinedName(name, reference),
  hasFunctionThatThrows(name: string) {
    workbook.api.getFormula().registerFunction(name, () => {
      throw new Error("made to fail");
    });
  },
  async selects(sheet: string, areas: readonly string[]) {
    theBook().setActiveSheet(theSheet(sheet));
    await execute(SetSelectionsOperation.id, {
      unitId: theBook().getId(),
      subUnitId: theSheet(sheet).getSheetId(),
      selections: areas.map(rangeOf).map((range) => ({
        range,
        primary: {
          ...range,
          endRow: range.startRow,
          endColumn: range.startColumn,
          actualRow: range.startRow,
          actualColumn: range.startColumn,
          isMerged: false,
          isMergedMainCell: false,
        },
        style: null,
      })),
    });
  },
  addsSheet: (name: string) => void theBook().create(name, 100, 26),
  renamesSheet: (from: string, to: string) => void theSheet(from).setName(to),
  insertsRow: (sheet: string, at: number) => void theSheet(sheet).insertRowsBefore(at, 1),
  insertsColumn: (sheet: string, at: number) => void theSheet(sheet).insertColumnsBefore(at, 1),
  deletesRows: (sheet: string, at: number, count: number) => void theSheet(sheet).deleteRows(at, count),
  deletesColumn: (sheet: string, at: number) => void theSheet(sheet).deleteColumns(at, 1),
  turnsRowsAround(name: string) {
    const { sheet, range } = theTable(name);
    const body = { ...range, startRow: range.startRow + 1 };
    const order: Record<number, number> = {};
    for (let row = body.startRow; row <= body.endRow; row++) {
      order[row] = body.startRow + body.endRow - row;
    }
    return execute(ReorderRangeCommand.id, {
      unitId: theBook().getId(),
      subUnitId: sheet.getSheetId(),
      range: body,
      order,
    });
  },
  fitsRows: (sheet: string, first: number, count: number) =>
    execute(SetWorksheetRowIsAutoHeightCommand.id, {
      unitId: theBook().getId(),
      subUnitId: theSheet(sheet).getSheetId(),
      ranges: [{ startRow: first, endRow: first + count - 1, startColumn: 0, endColumn: 0 }],
    }),
  wraps: (sheet: string, area: string) => void theSheet(sheet).getRange(area).setWrap(true),
  /** Has the cells of an area share one formula, as Univer does for what is filled and pasted. */
  sharesFormula(sheet: string, area: string, text: string) {
    const { startRow, endRow, startColumn } = rangeOf(area);
    const rows = Array.from({ length: endRow - startRow + 1 }, (_, index) => [
      index === 0 ? { f: text, si: "shared" } : { si: "shared" },
    ]);
    theSheet(sheet).getRange(startRow, startColumn, rows.length, 1).setValues(rows);
  },
  sorts: (order: SortOrder) => sortRows(workbook, order),
  filters(name: string, column: number, text: string) {
    const { sheet, range } = theTable(name);
    for (let row = range.startRow + 1; row <= range.endRow; row++) {
      if (sheet.getSheet().getCellRaw(row, range.startColumn + column)?.v !== text) sheet.hideRows(row, 1);
    }
  },
  deletesName(name: string) {
    const unitId = theBook().getId();
    return execute(RemoveDefinedNameCommand.id, {
      unitId,
      ...workbook.services.get(IDefinedNamesService).getValueById(unitId, theTable(name).id),
    });
  },
  async deletesTable(name: string) {
    const { sheet, range } = theTable(name);
    await merchant.deletesName(name);
    sheet.getRange(range).clear();
  },
  deletesSheet: (name: string) => void theBook().deleteSheet(theSheet(name)),
  mergesCells: (sheet: string, area: string) =>
    void theSheet(sheet).getRange(area).merge({ isForceMerge: true }),
  undoes: () => theBook().undo(),
  redoes: () => theBook().redo(),
  /** Has the workbench fail at a command, once. */
  failsAt(command: string) {
    const failing = workbook.services.get(ICommandService).beforeCommandExecuted(({ id }) => {
      if (id !== command) return;
      failing.dispose();
      throw new Error("made to fail");
    });
  },
  /** Enters into a cell once: when the next formulas have been computed, and their results are in no cell yet. */
  entersOnceComputed(sheet: string, address: string, content: WrittenCell) {
    const entering = workbook.services.get(ICommandService).onCommandExecuted(({ id, params }) => {
      if (id !== SetFormulaCalculationNotificationMutation.id) return;
      const { stageInfo } = params as ISetFormulaCalculationNotificationMutation;
      if (stageInfo?.stage !== FormulaExecuteStageType.CALCULATION_COMPLETED) return;
      entering.dispose();
      merchant.enters(sheet, address, content);
    });
  },
  /** Damages what we keep in the workbook's snapshot. */
  setsCustom: (custom: Record<string, unknown>) => void theBook().setCustomMetadata(custom),
  seesCustom: () => theBook().save().custom,
};

/** Exports the workbook and imports the file into an empty one, as the buttons of the workbench do. */
async function throughFile(): Promise<Uint8Array> {
  const { sheets, activeSheet } = workbookSheets(workbook);
  const bytes = await addCustomXml(await writeXlsx({ sheets, activeSheet }), workbookDocuments(workbook));
  testPage.open();
  const file = await readXlsx(bytes);
  for (const sheet of file.sheets) addSheet(workbook, sheet, undefined);
  addDocuments(workbook, file.customXml);
  return bytes;
}

const watches: (() => void)[] = [];

/** A mutation of Univer's, and what the workbench takes it for. */
interface RecordedMutation {
  readonly id: string;
  readonly isMerchants: boolean;
  readonly handsFormulaOn: boolean;
  readonly touched: ReturnType<typeof touchedRows>;
}
const recorded: RecordedMutation[] = [];
onMutation(workbook, (mutation) => {
  recorded.push({
    id: mutation.id,
    isMerchants: isMerchantsChange(mutation),
    handsFormulaOn: handsFormulaOn(mutation),
    touched: touchedRows(mutation),
  });
});

const testPage = {
  host: univerSheetHost(workbook),
  merchant,
  /** Puts an empty workbook in the place of the one before. */
  open() {
    const before = theBook().getId();
    workbook.api.createWorkbook(emptyWorkbook());
    workbook.api.disposeUnit(before);
  },
  /** Starts a watch that calls a function of the test's; gives the number by which it is stopped. */
  async watch(name: string, tell: (watch: number) => void) {
    const number = watches.length;
    const watch = await testPage.host.watchTable(name, () => tell(number));
    if ("problem" in watch) return watch;
    watches.push(watch.stop);
    return number;
  },
  /** Everything of Univer's inside that we lean on, and whether it is there. */
  seam: () => [...before, ...calculated(), ...seamInPlace(workbook, document.body)],
  /** The mutations since this was asked last. */
  takeRecorded: () => recorded.splice(0),
  throughFile: async () => [...(await throughFile())],
  stop: (watch: number) => watches[watch]?.(),
};

declare global {
  interface Window {
    testPage: typeof testPage;
  }
}
window.testPage = testPage;
