import type { MergedRow } from "./merge.ts";
import { parsedJson } from "./parsed-json.ts";
import type { KeyValueStorage } from "./sync-ports.ts";
import { type Step, type TemplateCopy, viewOf, withoutServer } from "./template-copy.ts";

/** A row merged from two people: the fields that were mine, and theirs. */
export interface MergeLine extends MergedRow {
  readonly template: string;
  readonly name: string;
  /** The other side's revision and who wrote it. */
  readonly rev: number;
  readonly by: string;
}

/** The storage of this device refused; what was to be stored is not taken over. */
export class StorageFailure extends Error {}

const MOST_MERGE_LINES = 200;

const prefixOf = (teamId: string) => `sevenstar.${teamId}.`;

/** A storage whose refusals are StorageFailures. */
export function guarded(storage: KeyValueStorage): KeyValueStorage {
  const guard = async <Value>(promise: Promise<Value>): Promise<Value> => {
    try {
      return await promise;
    } catch (error) {
      throw new StorageFailure("", { cause: error });
    }
  };
  return {
    get: (key) => guard(storage.get(key)),
    set: (key, value) => guard(storage.set(key, value)),
    delete: (key) => guard(storage.delete(key)),
    keys: (prefix) => guard(storage.keys(prefix)),
  };
}

/** A team's templates on this device, each stored as one record before it counts (T13.1). */
export class CopyStore {
  readonly #storage: KeyValueStorage;
  readonly #prefix: string;
  readonly #copies = new Map<string, TemplateCopy>();
  #cursor = 0;
  #merged: readonly MergeLine[] = [];
  #lastOrder = 0;
  #isClosed = false;
  #queue: Promise<unknown> = Promise.resolve();

  /** Reads what is stored of a team. */
  static async open(storage: KeyValueStorage, teamId: string): Promise<CopyStore> {
    const store = new CopyStore(storage, teamId);
    await store.#load();
    return store;
  }

  /** Removes what is stored of a team, except edits that the server has not taken (T17.2). */
  static async forget(storage: KeyValueStorage, teamId: string): Promise<void> {
    const prefix = prefixOf(teamId);
    for (const key of await storage.keys(prefix)) {
      const isCopy = key.startsWith(`${prefix}template.`);
      const copy = isCopy ? (parsedJson(await storage.get(key)) as TemplateCopy | undefined) : undefined;
      const kept = copy && withoutServer(copy);
      if (kept) await storage.set(key, JSON.stringify(kept));
      else await storage.delete(key);
    }
  }

  private constructor(storage: KeyValueStorage, teamId: string) {
    this.#storage = storage;
    this.#prefix = prefixOf(teamId);
  }

  get cursor(): number {
    return this.#cursor;
  }

  get merged(): readonly MergeLine[] {
    return this.#merged;
  }

  get(id: string): TemplateCopy | undefined {
    return this.#copies.get(id);
  }

  all(): readonly TemplateCopy[] {
    return [...this.#copies.values()];
  }

  /** The place of the next edit among all pending documents. */
  nextOrder(): number {
    return ++this.#lastOrder;
  }

  /** Takes a template one step on; changes follow one another. */
  change(id: string, next: (copy: TemplateCopy | undefined) => Step): Promise<void> {
    return this.#inTurn(async () => {
      const before = this.#copies.get(id);
      const { copy, merged } = next(before);
      if (copy === before) return;
      const key = `${this.#prefix}template.${id}`;
      if (copy) {
        await this.#storage.set(key, JSON.stringify(copy));
        this.#copies.set(id, copy);
      } else {
        await this.#storage.delete(key);
        this.#copies.delete(id);
      }
      if (copy?.server && merged.length > 0) {
        const { rev, updatedBy: by } = copy.server;
        const name = viewOf(copy)?.name ?? copy.server.name;
        const lines = merged.map((row) => ({ ...row, template: id, name, rev, by }));
        await this.#setMerged([...this.#merged, ...lines].slice(-MOST_MERGE_LINES));
      }
    });
  }

  /** Remembers up to which revision everything is known. */
  moveCursor(cursor: number): Promise<void> {
    return this.#inTurn(async () => {
      await this.#storage.set(`${this.#prefix}cursor`, String(cursor));
      this.#cursor = cursor;
    });
  }

  dismissMerged(): Promise<void> {
    return this.#inTurn(() => this.#setMerged([]));
  }

  /** Lets the last change finish; later ones are not made. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#queue;
  }

  async #setMerged(lines: readonly MergeLine[]): Promise<void> {
    await this.#storage.set(`${this.#prefix}merged`, JSON.stringify(lines));
    this.#merged = lines;
  }

  #inTurn(job: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(() => {
      if (this.#isClosed) throw new StorageFailure("closed");
      return job();
    });
    this.#queue = done.catch(() => {});
    return done;
  }

  async #load(): Promise<void> {
    this.#cursor = Number((await this.#storage.get(`${this.#prefix}cursor`)) ?? 0) || 0;
    const merged = parsedJson(await this.#storage.get(`${this.#prefix}merged`));
    if (Array.isArray(merged)) this.#merged = merged;
    for (const key of await this.#storage.keys(`${this.#prefix}template.`)) {
      const copy = parsedJson(await this.#storage.get(key)) as TemplateCopy | undefined;
      if (!copy?.id) continue;
      this.#copies.set(copy.id, copy);
      this.#lastOrder = Math.max(this.#lastOrder, copy.pending?.order ?? 0);
    }
  }
}
