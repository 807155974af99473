import type { IWorkbookData } from "@univerjs/core";
import { expandTables } from "../univer/expand-tables.ts";
import { growSheets } from "../univer/grow-sheets.ts";
import { guardSuggestions } from "../univer/guard-suggestions.ts";
import { keepBarFocus } from "../univer/keep-bar-focus.ts";
import type { OpenWorkbook } from "../univer/open-workbook.ts";
import { registerTables } from "../univer/register-tables.ts";
import { startUniver } from "../univer/start-univer.ts";
import { takeEntries } from "../univer/take-entries.ts";
import { AutosaveStore } from "./autosave/autosave-store.ts";
import { autosaveWorkbook, type KeepingListener, type KeepingPlace } from "./autosave/autosave-workbook.ts";
import { type Keeping, reasonOf } from "./autosave/keeping.ts";
import { workbookOf } from "./autosave/kept-form.ts";
import { WorkbookLock } from "./autosave/workbook-lock.ts";
import { colourVerdicts } from "./colour-verdicts.ts";
import { offerSorting } from "./offer-sorting.ts";
import { offerReadOnlyHook } from "./read-only-hook.ts";
import { markTables } from "./sheet-host/mark-tables.ts";
import { sampleWorkbook } from "./sheets/sample-workbook.ts";
import { showDates } from "./show-dates.ts";
import { type WorkbookState, watchWorkbook } from "./watch-workbook.ts";

/** What the page is told of the workbook. */
export interface WorkbookListener extends KeepingListener {
  readonly onState: (state: WorkbookState) => void;
  /** Why a command of the grid was refused; undefined once one was carried out. */
  readonly onProblem: (problem: string | undefined) => void;
}

/** Opens the workbook that the browser keeps, else the sample workbook, and keeps what becomes of it. */
export async function openWorkbook(
  container: HTMLElement,
  look: { readonly isDark: boolean; readonly isNarrow: boolean },
  listener: WorkbookListener,
): Promise<OpenWorkbook> {
  const { place, started, book } = await findKept(listener);
  const workbook = startUniver(container, book ?? sampleWorkbook(look.isNarrow), look);
  growSheets(workbook);
  expandTables(workbook);
  colourVerdicts(workbook);
  registerTables(workbook);
  markTables(workbook);
  watchWorkbook(workbook, listener.onState);
  offerSorting(workbook, listener.onProblem);
  guardSuggestions(workbook);
  keepBarFocus(workbook);
  showDates(workbook);
  takeEntries(workbook, listener.onProblem);
  offerReadOnlyHook(workbook);
  autosaveWorkbook(workbook, place, started, listener);
  return workbook;
}

/** What is kept, and where to keep what becomes of it; no place where nothing may be kept or replaced. */
async function findKept({ onStore }: WorkbookListener): Promise<{
  readonly place?: KeepingPlace;
  readonly started: Keeping;
  readonly book?: Partial<IWorkbookData> | undefined;
}> {
  try {
    const store = await AutosaveStore.open();
    const lock = new WorkbookLock();
    await lock.begin();
    const { kept, hasAside } = await store.read();
    if (lock.isHeld) onStore(store, { hasAside });
    const book = kept && workbookOf(kept);
    const isKept = book !== undefined;
    const started: Keeping = lock.isHeld
      ? { state: isKept ? "saved" : "untouched" }
      : { state: "elsewhere", isUnsaved: false };
    return { place: { store, isKept, lock }, started, book };
  } catch (error) {
    console.warn(error);
    return { started: { state: "failed", problem: reasonOf(error), isUnsaved: false } };
  }
}
