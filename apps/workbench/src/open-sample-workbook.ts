import { colourVerdicts } from "./colour-verdicts.ts";
import { offerSorting } from "./offer-sorting.ts";
import { offerReadOnlyHook } from "./read-only-hook.ts";
import { markTables } from "./sheet-host/mark-tables.ts";
import { registerTables } from "./sheet-host/register-tables.ts";
import { sampleWorkbook } from "./sheets/sample-workbook.ts";
import { type OpenWorkbook, startUniver } from "./start-univer.ts";
import { type WorkbookState, watchWorkbook } from "./watch-workbook.ts";

/** Opens the sample workbook and tells its state from then on. */
export function openSampleWorkbook(
  container: HTMLElement,
  look: { readonly isDark: boolean; readonly isNarrow: boolean },
  onChange: (state: WorkbookState) => void,
  onProblem: (problem: string | undefined) => void,
): OpenWorkbook {
  const workbook = startUniver(container, sampleWorkbook(look.isNarrow), look);
  colourVerdicts(workbook);
  registerTables(workbook);
  markTables(workbook);
  watchWorkbook(workbook, onChange);
  offerSorting(workbook, onProblem);
  offerReadOnlyHook(workbook);
  return workbook;
}
