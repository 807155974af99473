import { CommandType, ICommandService } from "@univerjs/core";
import { SetWorksheetActiveOperation } from "@univerjs/preset-sheets-core";
import type { OpenWorkbook } from "./open-workbook.ts";

/** Calls back when something was changed, computed, selected or shown, and whether other cells may be seen. */
export function onViewChanged(
  { services }: OpenWorkbook,
  listen: (hasOtherCells: boolean) => void,
): () => void {
  const listening = services.get(ICommandService).onCommandExecuted(({ id, type }) => {
    if (type === CommandType.COMMAND) return;
    listen(type === CommandType.MUTATION || id === SetWorksheetActiveOperation.id);
  });
  return () => listening.dispose();
}
