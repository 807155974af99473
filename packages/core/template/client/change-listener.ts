import { EventParser } from "../wire/event-parser.ts";
import { changeEventSchema, type ProtocolVersion } from "../wire/template.ts";
import { cancellableFetch } from "./api-request.ts";
import { backoff } from "./backoff.ts";
import { parsedJson } from "./parsed-json.ts";
import type { StreamReader, SyncPorts } from "./sync-ports.ts";

const POLL_MILLISECONDS = 30_000;
const SILENCE_MILLISECONDS = 60_000;

/** What the listener asks and tells. */
export interface ListenerHooks {
  /** The token, and the cursor to listen from. */
  readonly from: () => {
    readonly token: string;
    readonly cursor: number;
    readonly protocol: ProtocolVersion;
  };
  /** Something may be new; undefined: it is time to look. */
  readonly told: (cursor: number | undefined) => void;
}

/**
 * Hears of changes by a streaming fetch of `/v1/events`; while nothing is heard it says every 30 s that it is time
 * to look (T14). It runs from its making until `stop`.
 */
export class ChangeListener {
  readonly #ports: SyncPorts;
  readonly #origin: string;
  readonly #hooks: ListenerHooks;
  #isOn = true;
  #isHearing = false;
  /** The last stream ended, and not by its silence. */
  #hasBroken = false;
  #failures = 0;
  /** Ends the present stream. */
  #hangUp = () => {};
  /** Stops the timers by their purpose. */
  readonly #timers = new Map<"poll" | "silence" | "again", () => void>();

  constructor(ports: SyncPorts, origin: string, hooks: ListenerHooks) {
    this.#ports = ports;
    this.#origin = origin;
    this.#hooks = hooks;
    this.#poll();
    void this.#listen();
  }

  stop(): void {
    this.#isOn = false;
    for (const stop of this.#timers.values()) stop();
    this.#hangUp();
  }

  #after(purpose: "poll" | "silence" | "again", milliseconds: number, call: () => void): void {
    this.#timers.get(purpose)?.();
    this.#timers.set(purpose, this.#ports.timer.after(milliseconds, call));
  }

  #poll(): void {
    this.#after("poll", POLL_MILLISECONDS, () => {
      if (!this.#isHearing) this.#hooks.told(undefined);
      this.#poll();
    });
  }

  async #listen(): Promise<void> {
    const { token, cursor, protocol } = this.#hooks.from();
    const headers = { "Last-Event-ID": String(cursor) };
    const asked = { method: "GET", path: "/v1/events", token, headers } as const;
    const request = cancellableFetch(this.#ports.fetch, this.#origin, asked, protocol);
    const hungUp = new Promise<undefined>((resolve) => {
      this.#hangUp = () => resolve(undefined);
    });
    let reader: StreamReader | undefined;
    const isAgain = this.#hasBroken;
    this.#hasBroken = true;
    try {
      this.#watch();
      const answer = await Promise.race([request.answer, hungUp]);
      if (answer?.status === 200) reader = answer.body?.getReader();
      // Behind a new connection may be another past of the same history.
      if (reader && isAgain) this.#hooks.told(undefined);
      if (reader) await this.#read(reader, hungUp);
    } catch {
      // The connection broke; it is opened anew below.
    }
    this.#isHearing = false;
    request.answer.catch(() => {});
    reader?.cancel().catch(() => {});
    request.cancel();
    if (!this.#isOn) return;
    this.#after("again", 1 + backoff(this.#failures++, this.#ports.random), () => void this.#listen());
  }

  async #read(reader: StreamReader, hungUp: Promise<undefined>): Promise<void> {
    const parser = new EventParser();
    for (;;) {
      const piece = await Promise.race([reader.read(), hungUp]);
      if (!piece?.value || !this.#isOn) return;
      this.#isHearing = true;
      this.#failures = 0;
      this.#watch();
      // All that counts is ASCII, where a byte is a character.
      const text = Array.from(piece.value, (byte) => String.fromCharCode(byte)).join("");
      for (const { event, data } of parser.push(text)) {
        const change = changeEventSchema.safeParse(parsedJson(data));
        if (event === "change" && change.success) this.#hooks.told(change.data.cursor);
      }
    }
  }

  /** Takes the stream for dead when nothing comes for too long. */
  #watch(): void {
    this.#after("silence", SILENCE_MILLISECONDS, () => {
      this.#hasBroken = false;
      this.#hangUp();
    });
  }
}
