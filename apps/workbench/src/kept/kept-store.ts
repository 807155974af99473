/** A workbook as the browser keeps it: everything but the cells, and the cells of each sheet in pieces of JSON. */
export interface KeptWorkbook {
  readonly book: string;
  readonly sheets: ReadonlyMap<string, readonly string[]>;
}

/** Which of the kept workbooks is open, and those that were put aside, the latest first. */
interface KeptState {
  readonly current: string | null;
  readonly aside: readonly string[];
}

const NOTHING: KeptState = { current: null, aside: [] };
const [STATE, BOOKS, SHEETS] = ["state", "books", "sheets"] as const;

/** The workbooks in the browser's storage; every method throws where the browser refuses. */
export class KeptStore {
  readonly #database: IDBDatabase;

  private constructor(database: IDBDatabase) {
    this.#database = database;
  }

  static async open(): Promise<KeptStore> {
    const opening = indexedDB.open("sevenstar-workbench", 1);
    opening.onupgradeneeded = () => {
      for (const name of [STATE, BOOKS, SHEETS]) opening.result.createObjectStore(name);
    };
    return new KeptStore(await answer(opening));
  }

  /** The open workbook, if one is kept, and whether others are put aside. */
  async read(): Promise<{ readonly kept: KeptWorkbook | undefined; readonly hasAside: boolean }> {
    const transaction = this.#database.transaction([STATE, BOOKS, SHEETS]);
    const { current, aside } = await stateIn(transaction);
    const hasAside = aside.length > 0;
    if (current === null) return { kept: undefined, hasAside };
    const sheets = transaction.objectStore(SHEETS);
    const [book, keys, pieces] = await Promise.all([
      answer<string>(transaction.objectStore(BOOKS).get(current)),
      answer(sheets.getAllKeys(sheetsOf(current))),
      answer<(readonly string[])[]>(sheets.getAll(sheetsOf(current))),
    ]);
    const idOf = (key: IDBValidKey) => (key as [string, string])[1];
    return {
      kept: { book, sheets: new Map(keys.map((key, index) => [idOf(key), pieces[index] ?? []])) },
      hasAside,
    };
  }

  /** Keeps the open workbook: the changed sheets anew, the others as they are, those not listed no more. */
  async write(book: string, changed: KeptWorkbook["sheets"], all: readonly string[]): Promise<void> {
    const transaction = this.#database.transaction([STATE, BOOKS, SHEETS], "readwrite");
    const state = await stateIn(transaction);
    const current = state.current ?? `${Date.now()}-${Math.random()}`;
    if (state.current === null) transaction.objectStore(STATE).put({ ...state, current }, STATE);
    transaction.objectStore(BOOKS).put(book, current);
    const sheets = transaction.objectStore(SHEETS);
    for (const key of await answer(sheets.getAllKeys(sheetsOf(current)))) {
      if (!all.includes((key as [string, string])[1])) sheets.delete(key);
    }
    for (const [id, pieces] of changed) sheets.put(pieces, [current, id]);
    await finished(transaction);
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
    transaction.objectStore(STATE).put(next(await stateIn(transaction)), STATE);
    await finished(transaction);
  }
}

/** The keys of a workbook's sheets. */
const sheetsOf = (book: string) => IDBKeyRange.bound([book], [book, []]);

const stateIn = async (transaction: IDBTransaction) =>
  (await answer<KeptState | undefined>(transaction.objectStore(STATE).get(STATE))) ?? NOTHING;

const answer = <Value>(request: IDBRequest<Value>) =>
  new Promise<Value>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const finished = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
