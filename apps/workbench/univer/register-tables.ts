import { CommandType, DisposableCollection, ICommandService } from "@univerjs/core";
import {
  ISuperTableService,
  RemoveSuperTableMutation,
  SetSuperTableMutation,
} from "@univerjs/preset-sheets-core";
import { placedTables } from "./find-table.ts";
import type { OpenWorkbook } from "./open-workbook.ts";
import { readCells } from "./read-cells.ts";

/** Lets formulas name the workbook's tables and their columns: 费率表[#All], 费率表[费率]. */
export function registerTables(workbook: OpenWorkbook): DisposableCollection {
  const commands = workbook.services.get(ICommandService);
  const registered = new Map<string, string>();
  const register = () => {
    const unitId = workbook.api.getActiveWorkbook()?.getId();
    if (!unitId) return;
    const present = placedTables(workbook);
    for (const { name, sheet, range } of present) {
      const sheetId = sheet.getSheetId();
      const headers = readCells(workbook, sheet, { ...range, endRow: range.startRow })[0] ?? [];
      const state = JSON.stringify([sheetId, range, headers]);
      if (registered.get(name) === state && workbook.services.get(ISuperTableService).getTable(unitId, name))
        continue;
      registered.set(name, state);
      const titleMap = new Titles(headers.map((header, column) => [String(header ?? ""), column]));
      const reference = { sheetId, range, titleMap };
      commands.syncExecuteCommand(SetSuperTableMutation.id, { unitId, tableName: name, reference }, LOCAL);
    }
    for (const name of registered.keys()) {
      if (present.some((table) => table.name === name)) continue;
      registered.delete(name);
      commands.syncExecuteCommand(RemoveSuperTableMutation.id, { unitId, tableName: name }, LOCAL);
    }
  };
  register();
  const kept = new DisposableCollection();
  kept.add(
    commands.onCommandExecuted(({ id, type }) => {
      const isOwn = id === SetSuperTableMutation.id || id === RemoveSuperTableMutation.id;
      if (type === CommandType.MUTATION && !isOwn) register();
    }),
  );
  return kept;
}

/** Columns by their header. Univer takes an unknown one for the column before the table, unless there is none. */
class Titles extends Map<string, number> {
  override get(header: string): number {
    return super.get(header) ?? NOWHERE;
  }
}

const NOWHERE = -100_000;
const LOCAL = { onlyLocal: true };
