import { colourVerdicts } from "./colour-verdicts.ts";
import { keepWorkbook } from "./kept/keep-workbook.ts";
import { type Keeping, reasonOf } from "./kept/keeping.ts";
import { workbookOf } from "./kept/kept-form.ts";
import { KeptStore } from "./kept/kept-store.ts";
import { ownsStore } from "./kept/owns-store.ts";
import { offerSorting } from "./offer-sorting.ts";
import { offerReadOnlyHook } from "./read-only-hook.ts";
import { markTables } from "./sheet-host/mark-tables.ts";
import { registerTables } from "./sheet-host/register-tables.ts";
import { sampleWorkbook } from "./sheets/sample-workbook.ts";
import { type OpenWorkbook, startUniver } from "./start-univer.ts";
import { guardSuggestions } from "./univer/guard-suggestions.ts";
import { keepBarFocus } from "./univer/keep-bar-focus.ts";
import { showDates } from "./univer/show-dates.ts";
import { takeEntries } from "./univer/take-entries.ts";
import { type WorkbookState, watchWorkbook } from "./watch-workbook.ts";

/** What the page is told of the workbook. */
export interface WorkbookListener {
  readonly onState: (state: WorkbookState) => void;
  /** Why a command of the grid was refused; undefined once one was carried out. */
  readonly onProblem: (problem: string | undefined) => void;
  readonly onKeeping: (keeping: Keeping) => void;
  readonly onStore: (store: KeptStore, found: { readonly hasAside: boolean }) => void;
}

/** Opens the workbook that the browser keeps, else the sample workbook, and keeps what becomes of it. */
export async function openWorkbook(
  container: HTMLElement,
  look: { readonly isDark: boolean; readonly isNarrow: boolean },
  listener: WorkbookListener,
): Promise<OpenWorkbook> {
  const { store, book } = await findKept(listener);
  const workbook = startUniver(container, book ?? sampleWorkbook(look.isNarrow), look);
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
  if (store) keepWorkbook(workbook, store, book !== undefined, listener.onKeeping);
  return workbook;
}

/** What is kept, and where to keep what becomes of it; no store where nothing may be kept or replaced. */
async function findKept({ onKeeping, onStore }: WorkbookListener) {
  try {
    const store = await KeptStore.open();
    const isOwner = await ownsStore();
    const { kept, hasAside } = await store.read();
    if (isOwner) onStore(store, { hasAside });
    const book = kept && workbookOf(kept);
    if (isOwner) {
      onKeeping({ state: book ? "saved" : "untouched" });
      return { store, book };
    }
    onKeeping({ state: "failed", problem: "另一个窗口开着这份表格", isUnsaved: true });
    return { book };
  } catch (error) {
    console.warn(error);
    onKeeping({ state: "failed", problem: reasonOf(error), isUnsaved: false });
    return {};
  }
}
