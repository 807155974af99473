import type { KeyValueStorage } from "@sevenstar/core/template/sync-ports";

/** The session stands where the workbench's sign-in by link keeps it, so that both are signed in together. */
const SESSION = "sevenstar.session";
const STORE = "copies";

const asked = <Value>(request: IDBRequest<Value>) =>
  new Promise<Value>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const committed = (transaction: IDBTransaction) =>
  new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

/** The browser's durable storage for the sync client: IndexedDB, written through before a change is done. */
export function browserStorage(): KeyValueStorage {
  const opening = indexedDB.open("sevenstar", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = asked(opening);
  const write = async (change: (store: IDBObjectStore) => void) => {
    const transaction = (await database).transaction(STORE, "readwrite", { durability: "strict" });
    change(transaction.objectStore(STORE));
    await committed(transaction);
  };
  return {
    async get(key) {
      if (key === SESSION) return localStorage.getItem(key) ?? undefined;
      const store = (await database).transaction(STORE).objectStore(STORE);
      return (await asked(store.get(key))) as string | undefined;
    },
    async set(key, value) {
      if (key === SESSION) localStorage.setItem(key, value);
      else await write((store) => store.put(value, key));
    },
    async delete(key) {
      if (key === SESSION) localStorage.removeItem(key);
      else await write((store) => store.delete(key));
    },
    async keys(prefix) {
      const store = (await database).transaction(STORE).objectStore(STORE);
      const keys = await asked(store.getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`)));
      const session = SESSION.startsWith(prefix) && localStorage.getItem(SESSION) !== null ? [SESSION] : [];
      return [...keys.map(String), ...session];
    },
  };
}
