import { IDefinedNamesService } from "@univerjs/preset-sheets-core";
import type { OpenWorkbook } from "./open-workbook.ts";

/** What a name of the workbook stands for, with its comment; undefined where nothing has the name. */
export function namedRange(
  { api, services }: OpenWorkbook,
  name: string,
): { readonly id: string; readonly comment?: string; readonly formulaOrRefString: string } | undefined {
  return (
    services.get(IDefinedNamesService).getValueByName(api.getActiveWorkbook()?.getId() ?? "", name) ??
    undefined
  );
}
