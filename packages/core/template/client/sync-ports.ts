/** An AbortSignal where the host's types know one; core's own do not. */
export type Signal = typeof globalThis extends { AbortController: new () => { readonly signal: infer Known } }
  ? Known
  : unknown;

export interface StreamReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<unknown>;
}

/** The part of a Response that the client reads. */
export interface FetchAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: { getReader(): StreamReader } | null;
  text(): Promise<string>;
}

/** The host's `fetch`, or the app's `request` in tests. */
export type Fetch = (
  url: string,
  request: {
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body?: string;
    readonly signal: Signal;
  },
) => Promise<FetchAnswer>;

/**
 * A durable storage of this device, used by one client at a time: when `set` and `delete` are done, the change
 * survives a crash. They reject where the storage is full or forbidden.
 */
export interface KeyValueStorage {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
  /** The keys that start with the prefix. */
  keys(prefix: string): Promise<readonly string[]>;
}

/** The clock and the timers of the host; times in milliseconds. */
export interface Timer {
  now(): number;
  /** Calls back after that time, unless the returned function is called before. */
  after(milliseconds: number, call: () => void): () => void;
}

/** What the sync client needs of its host: a browser, a pane, Node, or a test. */
export interface SyncPorts {
  readonly fetch: Fetch;
  readonly storage: KeyValueStorage;
  readonly timer: Timer;
  /** From 0 up to, but not, 1. */
  readonly random: () => number;
  /** An unguessable text, never the same twice, such as a random UUID. */
  readonly newKey: () => string;
}
