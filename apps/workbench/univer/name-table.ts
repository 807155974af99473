import { randomId } from "@sevenstar/pane/browser/random-id.ts";
import {
  IDefinedNamesService,
  InsertDefinedNameCommand,
  SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
  SetDefinedNameCommand,
} from "@univerjs/preset-sheets-core";
import { run } from "./edit-sheet.ts";
import { fixedReference, type PlacedTable, TABLE_COMMENT } from "./find-table.ts";
import type { OpenWorkbook } from "./open-workbook.ts";

/** Has a table's name stand for its range, so that it is a table of the workbook. */
export function nameTable(workbook: OpenWorkbook, { id, name, sheet, range }: PlacedTable): void {
  const unitId = workbook.api.getActiveWorkbook()?.getId() ?? "";
  const formulaOrRefString = fixedReference(sheet.getSheetName(), range);
  const standing = workbook.services.get(IDefinedNamesService).getValueById(unitId, id);
  if (standing?.formulaOrRefString === formulaOrRefString) return;
  run(workbook, standing ? SetDefinedNameCommand.id : InsertDefinedNameCommand.id, {
    id,
    unitId,
    name,
    formulaOrRefString,
    localSheetId: SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
    comment: TABLE_COMMENT,
  });
}

/** A number that no table has yet. */
export const newTableId = (): string => `table-${randomId()}`;
