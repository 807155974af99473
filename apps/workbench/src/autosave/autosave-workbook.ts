import { handsFormulaOn } from "../../univer/hands-formula-on.ts";
import { isMerchantsChange } from "../../univer/is-merchants-change.ts";
import { onMutation } from "../../univer/on-mutation.ts";
import type { OpenWorkbook } from "../../univer/open-workbook.ts";
import { touchedRows } from "../../univer/touched-rows.ts";
import { workbookSnapshot } from "../../univer/workbook-snapshot.ts";
import { onCustomWritten } from "../sheet-host/workbook-custom.ts";
import type { AutosaveStore, KeptChanges } from "./autosave-store.ts";
import { DirtyParts } from "./dirty-parts.ts";
import { isUnsaved, type Keeping, reasonOf } from "./keeping.ts";
import { bookForm, headForm, pieceForm, piecesIn, type SheetRows } from "./kept-form.ts";
import type { WorkbookLock } from "./workbook-lock.ts";

/** How long after the first change that is not kept yet it is kept, in milliseconds; later changes do not put it off. */
const WAIT = 600;
/** How long after a failure it is tried again, in milliseconds. */
const TRY_AGAIN = 10_000;
/** How many pieces are made without a pause between. */
const AT_ONCE = 8;
/** How long the page may be busy with pieces before it does something else, in milliseconds. */
const SLICE = 12;

/** Where a workbook is kept, and as what. */
export interface KeepingPlace {
  readonly store: AutosaveStore;
  /** Whether the workbook is what the store keeps. */
  readonly isKept: boolean;
  readonly lock: WorkbookLock;
}

/** What the page is told. */
export interface KeepingListener {
  readonly onKeeping: (keeping: Keeping) => void;
  readonly onStore: (store: AutosaveStore, found: { readonly hasAside: boolean }) => void;
}

/**
 * Keeps the workbook in the browser soon after every change; steady changes never put it off.
 *
 * What is written is the workbook of one moment, of which only the parts that changed. Without a place, and while
 * another window keeps the workbook, changes are counted only; closing the page asks before they are lost.
 */
export function autosaveWorkbook(
  workbook: OpenWorkbook,
  place: KeepingPlace | undefined,
  started: Keeping,
  listener: KeepingListener,
): void {
  let keeping = started;
  const tell = (next: Keeping) => {
    keeping = next;
    listener.onKeeping(next);
  };
  tell(started);
  const keeper = place && new WorkbookKeeper(workbook, place, listener, tell);
  const changed = (note: (dirty: DirtyParts) => void) => {
    if (keeper) keeper.change(note);
    else if (keeping.state === "failed" && !keeping.isUnsaved) tell({ ...keeping, isUnsaved: true });
  };
  onMutation(workbook, (mutation) => {
    if (isMerchantsChange(mutation)) changed((dirty) => dirty.addTouched(touchedRows(mutation)));
    else if (handsFormulaOn(mutation)) keeper?.follow((dirty) => dirty.addTouched(touchedRows(mutation)));
  });
  onCustomWritten(workbook, () => changed((dirty) => dirty.touch()));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keeper?.saveNow();
  });
  addEventListener("beforeunload", (event) => {
    if (!isUnsaved(keeping)) return;
    keeper?.saveNow();
    event.preventDefault();
  });
}

class WorkbookKeeper {
  readonly #workbook: OpenWorkbook;
  readonly #store: AutosaveStore;
  readonly #lock: WorkbookLock;
  readonly #isKept: boolean;
  readonly #listener: KeepingListener;
  readonly #tell: (keeping: Keeping) => void;
  /** `stale`: this window shows what another has changed since. */
  #mode: "elsewhere" | "keeping" | "stale";
  #isApart = false;
  #dirty = new DirtyParts();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSaving = false;
  #hasFailed = false;
  #book: string | undefined;
  readonly #heads = new Map<string, string>();
  /** The sheets that are kept. */
  readonly #keptSheets = new Set<string>();

  constructor(
    workbook: OpenWorkbook,
    { store, isKept, lock }: KeepingPlace,
    listener: KeepingListener,
    tell: (keeping: Keeping) => void,
  ) {
    this.#workbook = workbook;
    this.#store = store;
    this.#lock = lock;
    this.#isKept = isKept;
    this.#listener = listener;
    this.#tell = tell;
    this.#mode = lock.isHeld ? "keeping" : "elsewhere";
    if (isKept) {
      this.#book = this.#bookNow();
      for (const [id, head] of this.#headsNow()) {
        this.#heads.set(id, head);
        this.#keptSheets.add(id);
      }
    }
    if (!lock.isHeld) lock.whenHeld(() => void this.#takeOver());
  }

  change(note: (dirty: DirtyParts) => void): void {
    note(this.#dirty);
    if (this.#mode === "stale") {
      this.#mode = "elsewhere";
      this.#lock.request();
      this.#lock.whenHeld(() => void this.#takeOver());
    }
    if (this.#mode === "elsewhere") {
      this.#tell({ state: "elsewhere", isUnsaved: true });
      return;
    }
    this.#tell({ state: "saving" });
    if (this.#hasFailed) clearTimeout(this.#timer);
    if (this.#hasFailed) this.#timer = undefined;
    this.#hasFailed = false;
    this.#soon(WAIT);
  }

  /** Notes what follows from a change that is not kept yet. */
  follow(note: (dirty: DirtyParts) => void): void {
    if (!this.#dirty.isEmpty) note(this.#dirty);
  }

  saveNow(): void {
    if (this.#mode === "keeping" && !this.#dirty.isEmpty) void this.#save();
  }

  /** No other window keeps the workbook: goes on from what was kept, or apart from it, so that nothing is lost. */
  async #takeOver(): Promise<void> {
    try {
      const { isAsKnown, hasAside } = await this.#store.standing();
      if (!isAsKnown && this.#dirty.isEmpty) {
        // A window that shows what is kept may keep it.
        this.#mode = "stale";
        this.#lock.release();
        this.#tell({ state: "stale" });
        return;
      }
      this.#mode = "keeping";
      if (!isAsKnown) this.#beginApart();
      this.#listener.onStore(this.#store, { hasAside: hasAside || this.#isApart });
      if (this.#dirty.isEmpty) this.#tell({ state: this.#isKept ? "saved" : "untouched" });
      else {
        this.#tell({ state: "saving" });
        void this.#save();
      }
    } catch (error) {
      this.#tell({ state: "failed", problem: reasonOf(error), isUnsaved: !this.#dirty.isEmpty });
    }
  }

  /** Keeps this window's workbook as a new one; the other window's is put aside. */
  #beginApart(): void {
    this.#isApart = true;
    this.#store.beginAnew();
    this.#book = undefined;
    this.#heads.clear();
    this.#keptSheets.clear();
  }

  #soon(wait: number): void {
    if (this.#isSaving) return;
    this.#timer ??= setTimeout(() => void this.#save(), wait);
  }

  async #save(): Promise<void> {
    if (this.#isSaving) return;
    this.#isSaving = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    let taken = new DirtyParts();
    try {
      const changes = await this.#gather((parts) => {
        taken = parts;
      });
      await this.#store.write(changes);
      if (changes.book !== undefined) this.#book = changes.book;
      for (const [id, head] of changes.heads) this.#heads.set(id, head);
      for (const id of changes.removed) {
        this.#heads.delete(id);
        this.#keptSheets.delete(id);
      }
      for (const id of changes.pieces.keys()) this.#keptSheets.add(id);
      this.#isSaving = false;
      if (this.#dirty.isEmpty) this.#tell({ state: "saved", isApart: this.#isApart });
      else this.#soon(WAIT);
    } catch (error) {
      console.warn(error);
      this.#isSaving = false;
      this.#hasFailed = true;
      this.#dirty.addAll(taken);
      this.#tell({ state: "failed", problem: reasonOf(error), isUnsaved: true });
      this.#soon(TRY_AGAIN);
    }
  }

  /**
   * What differs from what is kept, as it is at one moment: many pieces are made one after the other, between which
   * the page goes on, and those that changed meanwhile are made again.
   */
  async #gather(onTaken: (parts: DirtyParts) => void): Promise<KeptChanges> {
    const taken = new DirtyParts();
    onTaken(taken);
    const pieces = new Map<string, { areAll: boolean; texts: Map<number, string | undefined> }>();
    for (;;) {
      const round = this.#takeDirty(pieces);
      taken.addAll(round);
      const left = this.#piecesOf(round, pieces);
      let sliceEnd = performance.now() + SLICE;
      for (const [index, { sheet, piece, rows }] of left.entries()) {
        if (left.length > AT_ONCE && index > 0 && performance.now() > sliceEnd) {
          await idle();
          sliceEnd = performance.now() + SLICE;
        }
        pieces.get(sheet)?.texts.set(piece, pieceForm(rows, piece));
      }
      if (this.#dirty.isEmpty) break;
    }
    const now = this.#headsNow();
    const book = this.#bookNow();
    return {
      book: book === this.#book ? undefined : book,
      heads: new Map([...now].filter(([id, head]) => this.#heads.get(id) !== head)),
      pieces: new Map([...pieces].filter(([id]) => now.has(id))),
      removed: [...this.#keptSheets].filter((id) => !now.has(id)),
    };
  }

  /** What changed since this was asked last, with the sheets that are not kept yet. */
  #takeDirty(made: ReadonlyMap<string, unknown>): DirtyParts {
    const round = this.#dirty;
    this.#dirty = new DirtyParts();
    for (const id of this.#sheetIds()) {
      if (!this.#keptSheets.has(id) && !made.has(id)) round.addWhole(id);
    }
    return round;
  }

  /** The pieces to be made; `pieces` is prepared for them. */
  #piecesOf(
    round: DirtyParts,
    pieces: Map<string, { areAll: boolean; texts: Map<number, string | undefined> }>,
  ): { readonly sheet: string; readonly piece: number; readonly rows: SheetRows }[] {
    return [...round.sheets].flatMap(([sheet, numbers]) => {
      const rows = this.#rowsOf(sheet);
      if (!rows) return [];
      const known = pieces.get(sheet) ?? { areAll: false, texts: new Map() };
      if (numbers === "whole") {
        known.areAll = true;
        known.texts.clear();
      }
      pieces.set(sheet, known);
      return [...(numbers === "whole" ? piecesIn(rows) : numbers)].map((piece) => ({ sheet, piece, rows }));
    });
  }

  #sheetIds(): readonly string[] {
    const sheets = this.#workbook.api.getActiveWorkbook()?.getSheets() ?? [];
    return sheets.map((sheet) => sheet.getSheetId());
  }

  #rowsOf(sheetId: string): SheetRows | undefined {
    const sheet = this.#workbook.api.getActiveWorkbook()?.getSheetBySheetId(sheetId)?.getSheet();
    return (
      sheet &&
      ({ cells: sheet.getCellMatrix().getMatrix(), rows: sheet.getConfig().rowData ?? {} } as SheetRows)
    );
  }

  #headsNow(): Map<string, string> {
    const sheets = this.#workbook.api.getActiveWorkbook()?.getSheets() ?? [];
    return new Map(sheets.map((sheet) => [sheet.getSheetId(), headForm(sheet.getSheet().getConfig())]));
  }

  #bookNow(): string {
    return bookForm(workbookSnapshot(this.#workbook));
  }
}

/** Waits until the page has nothing more urgent to do, not for long. */
const idle = () =>
  new Promise<void>((resolve) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => resolve(), { timeout: 50 });
    else setTimeout(resolve, 10);
  });
