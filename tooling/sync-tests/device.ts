import type { KeyValueStorage } from "@sevenstar/core/template/sync-ports";

/** A device whose storage outlives the programs that use it. */
export class Device {
  readonly values = new Map<string, string>();
  #power = { isOn: true };

  /** The storage for a newly started program; the program that had it before has crashed: it cannot write any more. */
  storage(): KeyValueStorage {
    this.#power.isOn = false;
    const power = { isOn: true };
    this.#power = power;
    const use = async <Value>(job: () => Value): Promise<Value> => {
      if (!power.isOn) return new Promise(() => {});
      return job();
    };
    return {
      get: (key) => use(() => this.values.get(key)),
      set: (key, value) => use(() => void this.values.set(key, value)),
      delete: (key) => use(() => void this.values.delete(key)),
      keys: (prefix) => use(() => [...this.values.keys()].filter((key) => key.startsWith(prefix))),
    };
  }
}
