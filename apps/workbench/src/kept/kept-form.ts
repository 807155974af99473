import type { ICellData, IWorkbookData } from "@univerjs/core";
import { IResourceManagerService, type Nullable, UniverInstanceType } from "@univerjs/core";
import type { OpenWorkbook } from "../start-univer.ts";
import type { KeptWorkbook } from "./kept-store.ts";

/** How many rows one piece holds: few enough that typing does not wait for it. */
const ROWS = 500;

type Cells = Readonly<Record<string, Readonly<Record<string, Nullable<ICellData>>>>>;

/** Everything of a workbook but its cells, as JSON. */
export function bookForm({ api, services }: OpenWorkbook): string {
  const book = api.getActiveWorkbook();
  const snapshot = book?.getWorkbook().getSnapshot();
  if (!book || !snapshot) throw new Error("没有打开的工作簿");
  const sheets = Object.fromEntries(
    book.getSheets().map((sheet) => [sheet.getSheetId(), { ...sheet.getSheet().getConfig(), cellData: {} }]),
  );
  const resources = services
    .get(IResourceManagerService)
    .getResourcesByType(book.getId(), UniverInstanceType.UNIVER_SHEET);
  return JSON.stringify({ ...snapshot, sheets, resources });
}

/** The cells of a sheet in pieces of JSON, made one by one as they are asked for. */
export function* sheetForm({ api }: OpenWorkbook, sheetId: string): Generator<string> {
  const cells = api.getActiveWorkbook()?.getSheetBySheetId(sheetId)?.getSheet().getCellMatrix().getMatrix();
  const rows = Object.entries((cells ?? {}) as Cells);
  for (let from = 0; from < rows.length; from += ROWS) {
    yield JSON.stringify(
      Object.fromEntries(
        rows
          .slice(from, from + ROWS)
          .map(([row, line]) => [
            row,
            Object.fromEntries(
              Object.entries(line ?? {}).map(([column, cell]) => [column, withoutResult(cell)]),
            ),
          ]),
      ),
    );
  }
}

/** A formula is kept without its result, so that it is computed when the workbook is opened. */
function withoutResult(cell: Nullable<ICellData>): Nullable<ICellData> {
  if (!cell?.f && !cell?.si) return cell;
  const { v: _, t: __, custom: ___, ...formula } = cell;
  return formula;
}

/** The workbook that is kept in that form. */
export function workbookOf({ book, sheets }: KeptWorkbook): Partial<IWorkbookData> {
  const data = JSON.parse(book) as IWorkbookData;
  for (const [id, sheet] of Object.entries(data.sheets)) {
    sheet.cellData = Object.assign({}, ...(sheets.get(id) ?? []).map((piece) => JSON.parse(piece)));
  }
  return data;
}
