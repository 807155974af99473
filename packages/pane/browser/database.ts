/** How long the browser may take to open a database, in milliseconds; some never answer where storage is refused. */
const PATIENCE = 6_000;
/** How long another page may hold an older version of the database, in milliseconds. */
const OLD_PAGE_PATIENCE = 2_000;

/** Why a database is not open; `name` tells the reasons apart. */
function refusal(name: "MissingError" | "TimeoutError" | "BlockedError"): Error {
  return Object.assign(new Error(name), { name });
}

/** What a request of the database answers. */
export const answer = <Value>(request: IDBRequest<Value>) =>
  new Promise<Value>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Done once all of a transaction is kept. */
export const finished = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });

/**
 * Opens a database of this browser; rejects where the browser refuses by whatever way, also by never answering.
 *
 * `upgrade` brings the database from an older version, 0 for none, to the one asked for.
 */
export function openDatabase(
  name: string,
  version: number,
  upgrade: (transaction: IDBTransaction, from: number) => void,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (typeof indexedDB === "undefined" || !indexedDB) throw refusal("MissingError");
    const opening = indexedDB.open(name, version);
    let isGivenUp = false;
    const giveUp = (error: unknown) => {
      isGivenUp = true;
      reject(error);
    };
    let timer = setTimeout(() => giveUp(refusal("TimeoutError")), PATIENCE);
    opening.onblocked = () => {
      clearTimeout(timer);
      timer = setTimeout(() => giveUp(refusal("BlockedError")), OLD_PAGE_PATIENCE);
    };
    opening.onupgradeneeded = ({ oldVersion }) => {
      // An upgrade may take long where much is kept.
      clearTimeout(timer);
      if (opening.transaction) upgrade(opening.transaction, oldVersion);
    };
    opening.onerror = () => {
      clearTimeout(timer);
      giveUp(opening.error);
    };
    opening.onsuccess = () => {
      clearTimeout(timer);
      const database = opening.result;
      // A newer page must not wait for this one.
      database.onversionchange = () => database.close();
      if (isGivenUp) database.close();
      else resolve(database);
    };
  });
}
