import type { TextMark } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import type { OpenWorkbook } from "../../univer/open-workbook.ts";

/** What we keep in the workbook beside its sheets; it goes with the workbook's snapshot. */
export interface WorkbookCustom {
  /** The texts of the documents by their key. */
  readonly documents?: Readonly<Record<string, string>>;
  /** What is known of each table by its name. */
  readonly tables?: Readonly<Record<string, TableCustom>>;
}

interface TableCustom {
  /** The headers last written, to notice that the header row is gone. */
  readonly headers: readonly string[];
  /** How texts stand out, by the header of their column. */
  readonly marks: Readonly<Record<string, readonly TextMark[]>>;
}

const KEY = "sevenstar";

/** Reads what we keep; a damaged snapshot counts as empty. */
export function readCustom(workbook: OpenWorkbook): WorkbookCustom {
  const kept = workbook.api.getActiveWorkbook()?.getCustomMetadata()?.[KEY] as WorkbookCustom | undefined;
  return typeof kept === "object" && kept !== null ? kept : {};
}

/** Puts what we keep into the workbook, beside what others keep there. */
export function writeCustom(workbook: OpenWorkbook, custom: WorkbookCustom): void {
  const book = workbook.api.getActiveWorkbook();
  book?.setCustomMetadata({ ...book.getCustomMetadata(), [KEY]: custom });
  for (const listen of listeners.get(workbook.api) ?? []) listen();
}

/** Univer tells of no change here by itself. */
const listeners = new WeakMap<object, Set<() => void>>();

/** Calls back whenever what we keep in the workbook was written. */
export function onCustomWritten(workbook: OpenWorkbook, listen: () => void): void {
  const all = listeners.get(workbook.api) ?? new Set();
  listeners.set(workbook.api, all.add(listen));
}
