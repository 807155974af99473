import type { Timer } from "@sevenstar/core/template/client/sync-ports";

interface Due {
  readonly at: number;
  readonly order: number;
  readonly call: () => void | Promise<void>;
}

/**
 * Time that passes only when everything due before has been done: the same calls in the same order in every run.
 */
export class VirtualTime implements Timer {
  #now = 0;
  #order = 0;
  #due: Due[] = [];

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, call: () => void | Promise<void>): () => void {
    const due = { at: this.#now + milliseconds, order: this.#order++, call };
    const place = this.#due.findLastIndex((other) => other.at <= due.at) + 1;
    this.#due.splice(place, 0, due);
    return () => {
      this.#due = this.#due.filter((other) => other !== due);
    };
  }

  /** Lets time pass up to `end`, or until `isEnough`. */
  async pass(milliseconds: number, isEnough: () => boolean = () => false): Promise<void> {
    const end = this.#now + milliseconds;
    await settled();
    while (!isEnough()) {
      const next = this.#due[0];
      if (!next || next.at > end) {
        this.#now = end;
        return;
      }
      this.#due.shift();
      this.#now = next.at;
      await next.call();
      await settled();
    }
  }
}

/** Waits until every promise that can go on has gone on. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
