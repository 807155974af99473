import { answer, finished, openDatabase } from "@sevenstar/pane/browser/database.ts";
import { randomId } from "@sevenstar/pane/browser/random-id.ts";
import { fromFormerForm } from "./former-form.ts";
import type { KeptWorkbook } from "./kept-form.ts";

/** What has changed of a workbook since it was kept last. */
export interface KeptChanges {
  /** Everything but the sheets, where it differs. */
  readonly book: string | undefined;
  /** The heads that differ, by sheet. */
  readonly heads: ReadonlyMap<string, string>;
  /** The pieces that differ, undefined where nothing stands there any more; where all are given, others go. */
  readonly pieces: ReadonlyMap<
    string,
    { readonly areAll: boolean; readonly texts: ReadonlyMap<number, string | undefined> }
  >;
  /** Sheets that are there no more. */
  readonly removed: readonly string[];
}

/** Which of the kept workbooks is open, and those that were put aside, the latest first. */
interface KeptState {
  readonly current: string | null;
  readonly aside: readonly string[];
  /** Grows with each change, so that a window notices what another has written. */
  readonly revision?: number;
}

const NOTHING: KeptState = { current: null, aside: [] };
const [STATE, BOOKS, HEADS, PIECES] = ["state", "books", "heads", "pieces"] as const;
/** Where version 1 kept the cells. */
const FORMER_SHEETS = "sheets";

/** Another window has changed what is kept, so that nothing was written. */
class ChangedElsewhere extends Error {
  override readonly name = "ChangedElsewhere";
}

/** The workbooks in the browser's IndexedDB; every method throws where the browser refuses. */
export class AutosaveStore {
  readonly #database: IDBDatabase;
  /** What is kept as this window knows it. */
  #known = 0;
  #beginsAnew = false;

  private constructor(database: IDBDatabase) {
    this.#database = database;
  }

  static async open(): Promise<AutosaveStore> {
    return new AutosaveStore(await openDatabase("sevenstar-workbench", 2, upgrade));
  }

  /** The open workbook, if one is kept, and whether others are put aside. */
  async read(): Promise<{ readonly kept: KeptWorkbook | undefined; readonly hasAside: boolean }> {
    const transaction = this.#database.transaction([STATE, BOOKS, HEADS, PIECES]);
    const { current, aside, revision = 0 } = await stateIn(transaction);
    this.#known = revision;
    const hasAside = aside.length > 0;
    if (current === null) return { kept: undefined, hasAside };
    const heads = transaction.objectStore(HEADS);
    const pieces = transaction.objectStore(PIECES);
    const [book, headKeys, headTexts, pieceKeys, pieceTexts] = await Promise.all([
      answer<string>(transaction.objectStore(BOOKS).get(current)),
      answer(heads.getAllKeys(within(current))),
      answer<string[]>(heads.getAll(within(current))),
      answer(pieces.getAllKeys(within(current))),
      answer<string[]>(pieces.getAll(within(current))),
    ]);
    const kept = {
      book,
      heads: new Map<string, string>(),
      pieces: new Map<string, Map<number, string>>(),
    };
    for (const [index, key] of headKeys.entries()) {
      const [, sheet] = key as [string, string];
      kept.heads.set(sheet, headTexts[index] ?? "");
    }
    for (const [index, key] of pieceKeys.entries()) {
      const [, sheet, piece] = key as [string, string, number];
      const texts = kept.pieces.get(sheet) ?? new Map<number, string>();
      kept.pieces.set(sheet, texts.set(piece, pieceTexts[index] ?? ""));
    }
    return { kept, hasAside };
  }

  /** Whether nothing was changed since this window read or wrote last, and whether others are put aside. */
  async standing(): Promise<{ readonly isAsKnown: boolean; readonly hasAside: boolean }> {
    const { aside, revision = 0 } = await stateIn(this.#database.transaction(STATE));
    return { isAsKnown: revision === this.#known, hasAside: aside.length > 0 };
  }

  /** Has the next writing, which must be of everything, put aside what is kept now. */
  beginAnew(): void {
    this.#beginsAnew = true;
  }

  /** Keeps the changes of the open workbook, all or none; throws ChangedElsewhere where another window wrote. */
  async write({ book, heads, pieces, removed }: KeptChanges): Promise<void> {
    const transaction = this.#database.transaction([STATE, BOOKS, HEADS, PIECES], "readwrite", {
      durability: "strict",
    });
    const state = await stateIn(transaction);
    const revision = state.revision ?? 0;
    if (revision !== this.#known && !this.#beginsAnew) {
      transaction.abort();
      throw new ChangedElsewhere();
    }
    const isNew = this.#beginsAnew || state.current === null;
    const current = isNew ? `${Date.now()}-${randomId()}` : (state.current ?? "");
    const aside = isNew && state.current !== null ? [state.current, ...state.aside] : state.aside;
    transaction.objectStore(STATE).put({ current, aside, revision: revision + 1 }, STATE);
    if (book !== undefined) transaction.objectStore(BOOKS).put(book, current);
    const headStore = transaction.objectStore(HEADS);
    const pieceStore = transaction.objectStore(PIECES);
    for (const sheet of removed) {
      headStore.delete([current, sheet]);
      pieceStore.delete(within(current, sheet));
    }
    for (const [sheet, text] of heads) headStore.put(text, [current, sheet]);
    for (const [sheet, { areAll, texts }] of pieces) {
      if (areAll) pieceStore.delete(within(current, sheet));
      for (const [piece, text] of texts) {
        if (text !== undefined) pieceStore.put(text, [current, sheet, piece]);
        else if (!areAll) pieceStore.delete([current, sheet, piece]);
      }
    }
    await finished(transaction);
    this.#known = revision + 1;
    this.#beginsAnew = false;
  }

  /** Puts the open workbook aside, so that the next opening shows the samples. */
  putAside = () =>
    this.#change(({ current, aside }) => ({
      current: null,
      aside: current === null ? aside : [current, ...aside],
    }));

  /** Opens the workbook that was put aside last; the open one goes to the end of those put aside. */
  takeBack = () =>
    this.#change(({ current, aside: [latest = null, ...others] }) => ({
      current: latest,
      aside: current === null ? others : [...others, current],
    }));

  async #change(next: (state: KeptState) => KeptState): Promise<void> {
    const transaction = this.#database.transaction(STATE, "readwrite");
    const state = await stateIn(transaction);
    const revision = (state.revision ?? 0) + 1;
    transaction.objectStore(STATE).put({ ...next(state), revision }, STATE);
    await finished(transaction);
    this.#known = revision;
  }
}

/** The keys of a workbook's parts, or of those of one of its sheets. */
const within = (...key: readonly string[]) => IDBKeyRange.bound(key, [...key, []]);

const stateIn = async (transaction: IDBTransaction) =>
  (await answer<KeptState | undefined>(transaction.objectStore(STATE).get(STATE))) ?? NOTHING;

/** Makes the stores, and brings what version 1 kept into today's form; what is damaged stays to be told of. */
function upgrade(transaction: IDBTransaction, from: number): void {
  const { db } = transaction;
  for (const name of from === 0 ? [STATE, BOOKS, HEADS, PIECES] : [HEADS, PIECES]) {
    db.createObjectStore(name);
  }
  if (from !== 1) return;
  const books = transaction.objectStore(BOOKS);
  const former = transaction.objectStore(FORMER_SHEETS);
  books.openCursor().onsuccess = function (this: IDBRequest<IDBCursorWithValue | null>) {
    const cursor = this.result;
    if (!cursor) {
      db.deleteObjectStore(FORMER_SHEETS);
      return;
    }
    const id = String(cursor.key);
    const keys = former.getAllKeys(within(id));
    const texts = former.getAll(within(id));
    texts.onsuccess = () => {
      const sheets = new Map(
        keys.result.map((key, index) => [(key as [string, string])[1], texts.result[index] as string[]]),
      );
      try {
        const kept = fromFormerForm(String(cursor.value), sheets);
        books.put(kept.book, id);
        for (const [sheet, text] of kept.heads) transaction.objectStore(HEADS).put(text, [id, sheet]);
        for (const [sheet, pieces] of kept.pieces) {
          for (const [piece, text] of pieces) {
            transaction.objectStore(PIECES).put(text, [id, sheet, piece]);
          }
        }
      } catch {
        // Opening it says that it is damaged; what stands there is left.
        for (const [sheet, pieces] of sheets) {
          transaction.objectStore(HEADS).put("", [id, sheet]);
          for (const [piece, text] of pieces.entries()) {
            transaction.objectStore(PIECES).put(text, [id, sheet, piece]);
          }
        }
      }
      cursor.continue();
    };
  };
}
