import { CommandType, ICommandService } from "@univerjs/core";
import { onCustomWritten } from "../sheet-host/workbook-custom.ts";
import type { OpenWorkbook } from "../start-univer.ts";
import { type Keeping, reasonOf } from "./keeping.ts";
import { bookForm, sheetForm } from "./kept-form.ts";
import type { KeptStore } from "./kept-store.ts";

/** How long the workbook must have been left alone before it is kept, in milliseconds. */
const PAUSE = 1_200;
/** What changes nothing that a person did: results, what is selected and shown, heights fitted to texts. */
const SILENT = /^formula\.(?!.*defined-name)|selection|operation|activ|auto-height/;

/** Keeps the workbook in the browser a moment after every change, in pieces between which typing goes on. */
export function keepWorkbook(
  workbook: OpenWorkbook,
  store: KeptStore,
  isKept: boolean,
  onChange: (keeping: Keeping) => void,
): void {
  const sheetIds = () =>
    workbook.api
      .getActiveWorkbook()
      ?.getSheets()
      .map((sheet) => sheet.getSheetId()) ?? [];
  /** The sheets that stand in the store as they are here. */
  const same = new Set<string>(isKept ? sheetIds() : []);
  let changes = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSaving = false;

  const save = async () => {
    if (isSaving) return;
    isSaving = true;
    const before = changes;
    try {
      const changed = new Map<string, string[]>();
      for (const id of sheetIds().filter((each) => !same.has(each))) {
        const pieces: string[] = [];
        for (const piece of sheetForm(workbook, id)) {
          pieces.push(piece);
          await idle();
          if (changes !== before) return;
        }
        changed.set(id, pieces);
      }
      await store.write(bookForm(workbook), changed, sheetIds());
      if (changes !== before) return;
      for (const id of changed.keys()) same.add(id);
      onChange({ state: "saved" });
    } catch (error) {
      console.warn(error);
      onChange({ state: "failed", problem: reasonOf(error), isUnsaved: true });
    } finally {
      isSaving = false;
      if (changes !== before) soon();
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), PAUSE);
  };
  const changed = (sheetId: string | undefined) => {
    changes += 1;
    if (sheetId !== undefined) same.delete(sheetId);
    onChange({ state: "saving" });
    soon();
  };
  workbook.services.get(ICommandService).onCommandExecuted(({ id, type, params }, options) => {
    if (type !== CommandType.MUTATION || SILENT.test(id) || options?.fromFormula) return;
    const { unitId, subUnitId } = (params ?? {}) as { unitId?: string; subUnitId?: string };
    // The editors of cells and formulas are units of their own.
    if (unitId === workbook.api.getActiveWorkbook()?.getId()) changed(subUnitId);
  });
  onCustomWritten(workbook, () => changed(undefined));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && changes > 0) void save();
  });
}

/** Waits until the page has nothing more urgent to do. */
const idle = () =>
  new Promise<void>((resolve) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => resolve(), { timeout: 300 });
    else setTimeout(resolve, 20);
  });
