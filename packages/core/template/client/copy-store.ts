import type { MergedRow } from "../merge/merge.ts";
import type { Template } from "../wire/template.ts";
import { parsedJson } from "./parsed-json.ts";
import type { KeyValueStorage } from "./sync-ports.ts";
import {
  received,
  replaced,
  type Step,
  type TemplateCopy,
  vanished,
  viewOf,
  withoutServer,
} from "./template-copy.ts";

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

/** Up to where which history is known; stored as one record. */
interface Place {
  /** The cursor as the server gave it. */
  readonly cursor: string;
  /** The id of the history; blank where the server has none (T18). */
  readonly history: string;
  /** Counts the pulls from the beginning; a copy of an earlier one has not been told again. */
  readonly epoch: number;
  /** A pull from the beginning is not finished yet. */
  readonly isAnew: boolean;
  /** Another history took the place of one that was known here, which nobody has dismissed. */
  readonly isReplaced: boolean;
}

const BEGINNING: Place = { cursor: "0", history: "", epoch: 0, isAnew: false, isReplaced: false };

/** Reads a stored place; the first version of the program kept a number, which names no history. */
function readPlace(text: string | undefined): Place {
  const stored = parsedJson(text);
  if (typeof stored === "number") return { ...BEGINNING, epoch: 1, isAnew: stored > 0 };
  const { cursor, history, epoch, isAnew, isReplaced } = (stored ?? {}) as Partial<Place>;
  if (typeof cursor !== "string" || typeof history !== "string" || !Number.isInteger(epoch)) return BEGINNING;
  return {
    cursor,
    history,
    epoch: epoch as number,
    isAnew: isAnew === true,
    isReplaced: isReplaced === true,
  };
}

const MOST_MERGE_LINES = 200;

const ROOT = "sevenstar.";
const COPY = "template";
const prefixOf = (teamId: string) => `${ROOT}${teamId}.`;
const copyPrefixOf = (teamId: string) => `${prefixOf(teamId)}${COPY}.`;

/** Where copies are stored, those of all teams. */
export async function copyKeys(
  storage: KeyValueStorage,
): Promise<readonly { readonly key: string; readonly team: string; readonly id: string }[]> {
  return (await storage.keys(ROOT)).flatMap((key) => {
    const [team, what, id] = key.slice(ROOT.length).split(".");
    return team && what === COPY && id ? [{ key, team, id }] : [];
  });
}

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
  readonly #teamId: string;
  readonly #prefix: string;
  readonly #copies = new Map<string, TemplateCopy>();
  #place = BEGINNING;
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
      const isCopy = key.startsWith(copyPrefixOf(teamId));
      const copy = isCopy ? (parsedJson(await storage.get(key)) as TemplateCopy | undefined) : undefined;
      const kept = copy && withoutServer(copy);
      if (kept) await storage.set(key, JSON.stringify(kept));
      else await storage.delete(key);
    }
  }

  private constructor(storage: KeyValueStorage, teamId: string) {
    this.#storage = storage;
    this.#teamId = teamId;
    this.#prefix = prefixOf(teamId);
  }

  get cursor(): string {
    return this.#place.cursor;
  }

  /** The revision that the cursor names. */
  get rev(): number {
    return Number.parseInt(this.#place.cursor, 10) || 0;
  }

  get history(): string {
    return this.#place.history;
  }

  /** Whether all is being pulled again, from the beginning of a history (T18.2). */
  get isAnew(): boolean {
    return this.#place.isAnew;
  }

  get isReplaced(): boolean {
    return this.#place.isReplaced;
  }

  /** Whether the present history has not told of the copy. */
  isStale({ epoch = 0 }: TemplateCopy): boolean {
    return this.#place.isAnew && epoch !== this.#place.epoch;
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
    return this.#inTurn(() => this.#step(id, next));
  }

  /** Takes what the server tells in a page of changes. */
  take(template: Template): Promise<void> {
    return this.#inTurn(() =>
      this.#step(
        template.id,
        (copy) => (copy && this.isStale(copy) ? replaced(copy, template) : received(copy, template)),
        this.#place.epoch,
      ),
    );
  }

  async #step(id: string, next: (copy: TemplateCopy | undefined) => Step, toldIn?: number): Promise<void> {
    const before = this.#copies.get(id);
    const { copy: after, merged } = next(before);
    if (after === before) return;
    const copy = after && { ...after, epoch: toldIn ?? (before ? (before.epoch ?? 0) : this.#place.epoch) };
    const key = copyPrefixOf(this.#teamId) + id;
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
  }

  /** Remembers up to where everything is known. */
  moveCursor(cursor: string, history: string): Promise<void> {
    return this.#inTurn(() => this.#setPlace({ cursor, history }));
  }

  /** All is to be told again: the server has another history, or another past of this one (T18.2). */
  beginAnew(history: string): Promise<void> {
    return this.#inTurn(() => {
      const isKnown = this.#place.history !== "" && this.#copies.size > 0;
      return this.#setPlace({
        cursor: "0",
        history,
        epoch: this.#place.epoch + 1,
        isAnew: true,
        isReplaced: this.#place.isReplaced || isKnown,
      });
    });
  }

  /** All has been told again; what was not is not there any more (T18.3). */
  endAnew(): Promise<void> {
    return this.#inTurn(async () => {
      const gone = this.all().filter((copy) => this.isStale(copy));
      // What was never on a server is not missed on this one.
      const isReplaced = this.#place.isReplaced || gone.some(({ server }) => server && !server.deleted);
      if (isReplaced) await this.#setPlace({ isReplaced });
      for (const { id } of gone) {
        await this.#step(id, (copy) => (copy ? vanished(copy) : { copy, merged: [] }), this.#place.epoch);
      }
      await this.#setPlace({ isAnew: false });
    });
  }

  dismissReplaced(): Promise<void> {
    return this.#inTurn(() => this.#setPlace({ isReplaced: false }));
  }

  async #setPlace(change: Partial<Place>): Promise<void> {
    const place = { ...this.#place, ...change };
    await this.#storage.set(`${this.#prefix}cursor`, JSON.stringify(place));
    this.#place = place;
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
    this.#place = readPlace(await this.#storage.get(`${this.#prefix}cursor`));
    const merged = parsedJson(await this.#storage.get(`${this.#prefix}merged`));
    if (Array.isArray(merged)) this.#merged = merged;
    for (const key of await this.#storage.keys(copyPrefixOf(this.#teamId))) {
      const copy = parsedJson(await this.#storage.get(key)) as TemplateCopy | undefined;
      if (!copy?.id) continue;
      this.#copies.set(copy.id, copy);
      this.#lastOrder = Math.max(this.#lastOrder, copy.pending?.order ?? 0);
    }
  }
}
