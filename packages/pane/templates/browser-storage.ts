import type { KeyValueStorage } from "@sevenstar/core/template/client/sync-ports";
import { answer, finished, openDatabase } from "../browser/database.ts";
import { localStore } from "../browser/local-store.ts";

/** The session stands where the workbench's sign-in by link keeps it, so that both are signed in together. */
const SESSION = "sevenstar.session";
const STORE = "copies";
const PROBE = "sevenstar.probe";
/** How long the browser may take for the probe, in milliseconds. */
const PATIENCE = 8_000;

/** The browser's durable storage for the sync client: IndexedDB, written through before a change is done. */
export function browserStorage(): KeyValueStorage {
  const database = openDatabase("sevenstar", 1, ({ db }) => db.createObjectStore(STORE));
  // Whoever asks is told.
  database.catch(() => {});
  const write = async (change: (store: IDBObjectStore) => void) => {
    const transaction = (await database).transaction(STORE, "readwrite", { durability: "strict" });
    change(transaction.objectStore(STORE));
    await finished(transaction);
  };
  const kept = (isDone: boolean) => {
    if (!isDone) throw new Error("localStorage refuses");
  };
  return {
    async get(key) {
      if (key === SESSION) return localStore.read(key) ?? undefined;
      const store = (await database).transaction(STORE).objectStore(STORE);
      return (await answer(store.get(key))) as string | undefined;
    },
    async set(key, value) {
      if (key === SESSION) kept(localStore.write(key, value));
      else await write((store) => store.put(value, key));
    },
    async delete(key) {
      if (key === SESSION) kept(localStore.remove(key));
      else await write((store) => store.delete(key));
    },
    async keys(prefix) {
      const store = (await database).transaction(STORE).objectStore(STORE);
      const keys = await answer(store.getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`)));
      const hasSession = SESSION.startsWith(prefix) && localStore.read(SESSION) !== null;
      return [...keys.map(String), ...(hasSession ? [SESSION] : [])];
    },
  };
}

/** Whether the browser keeps what a page gives that storage, found by trying it. */
export async function keepsWhatItIsGiven(storage: KeyValueStorage): Promise<boolean> {
  if (!localStore.write(PROBE, PROBE) || !localStore.remove(PROBE)) return false;
  const probing = async () => {
    await storage.set(PROBE, PROBE);
    const isKept = (await storage.get(PROBE)) === PROBE;
    await storage.delete(PROBE);
    return isKept;
  };
  const tooLate = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE, false));
  return Promise.race([probing().catch(() => false), tooLate]);
}
