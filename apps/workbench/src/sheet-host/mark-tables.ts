import type { TextMark } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { plainCell } from "../../univer/cell-data.ts";
import { placedTables } from "../../univer/find-table.ts";
import type { OpenWorkbook } from "../../univer/open-workbook.ts";
import { showCells } from "../../univer/show-cells.ts";
import { readCustom, type WorkbookCustom } from "./workbook-custom.ts";

/** Shows the marked texts of tables in their colours, without changing the cells. */
export function markTables(workbook: OpenWorkbook): void {
  showCells(workbook, {
    id: "sevenstar-marks",
    priority: 2,
    show(cell, { sheetId, row, column }) {
      if (typeof cell.v !== "string" || cell.v === "") return undefined;
      const mark = findMark(workbook, sheetId, row, column, cell.v);
      if (!mark) return undefined;
      const own = workbook.api.getActiveWorkbook()?.getWorkbook().getStyles().getStyleByCell(cell);
      return {
        ...cell,
        s: {
          ...own,
          ...(mark.fill ? { bg: { rgb: mark.fill } } : {}),
          ...(mark.colour ? { cl: { rgb: mark.colour } } : {}),
        },
      };
    },
  });
}

const textsOf = new WeakMap<object, ReadonlySet<string>>();

/** The texts that any table marks; most cells are told by it that they are not. */
function markedTexts(tables: NonNullable<WorkbookCustom["tables"]>): ReadonlySet<string> {
  const known = textsOf.get(tables);
  if (known) return known;
  const marks = Object.values(tables).flatMap((table) => Object.values(table?.marks ?? {}).flat());
  const texts = new Set(marks.map((mark) => mark?.text));
  textsOf.set(tables, texts);
  return texts;
}

function findMark(workbook: OpenWorkbook, sheetId: string, row: number, column: number, text: string) {
  const { tables } = readCustom(workbook);
  if (!tables || !markedTexts(tables).has(text)) return undefined;
  for (const { name, sheet, range } of placedTables(workbook)) {
    if (sheet.getSheetId() !== sheetId || row <= range.startRow || row > range.endRow) continue;
    if (column < range.startColumn || column > range.endColumn) continue;
    const header = plainCell(sheet.getSheet().getCellRaw(range.startRow, column));
    const marks = tables[name]?.marks?.[String(header)];
    return Array.isArray(marks) ? marks.find((mark: TextMark) => mark.text === text) : undefined;
  }
  return undefined;
}
