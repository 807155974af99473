import type { KeyValueStorage, Timer } from "@sevenstar/core/template/client/sync-ports";

/** A device whose storage outlives the programs that use it. */
export class Device {
  readonly values = new Map<string, string>();
  readonly #timer: Timer;
  /** How many milliseconds the next change takes. */
  readonly #writeTime: () => number;
  #power = { isOn: true };

  constructor(timer: Timer, writeTime: () => number) {
    this.#timer = timer;
    this.#writeTime = writeTime;
  }

  /** The storage for a newly started program; the one that had it before has crashed: it changes nothing any more. */
  storage(): KeyValueStorage {
    this.#power.isOn = false;
    const power = { isOn: true };
    this.#power = power;
    const read = async <Value>(job: () => Value): Promise<Value> => (power.isOn ? job() : never());
    const write = async (job: () => void): Promise<void> => {
      const time = this.#writeTime();
      if (time > 0) await new Promise<void>((resolve) => this.#timer.after(time, resolve));
      return read(job);
    };
    return {
      get: (key) => read(() => this.values.get(key)),
      set: (key, value) => write(() => void this.values.set(key, value)),
      delete: (key) => write(() => void this.values.delete(key)),
      keys: (prefix) => read(() => [...this.values.keys()].filter((key) => key.startsWith(prefix))),
    };
  }
}

/** What somebody waits for who has crashed. */
const never = <Value>() => new Promise<Value>(() => {});
