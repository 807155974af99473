/** A cache of what was read, until it may have changed; bounded in size. */
export class ReadCache<Value> {
  readonly #most: number;
  readonly #sizeOf: (value: Value) => number;
  #values = new Map<string, Value>();
  #size = 0;
  #generation = 0;

  /** Remembers values of this size together, and forgets all when they become more. */
  constructor(most: number, sizeOf: (value: Value) => number) {
    this.#most = most;
    this.#sizeOf = sizeOf;
  }

  /** The value of a key, read where it is not remembered; what is not there is not remembered. */
  async get<Read extends Value | undefined>(key: string, read: () => Promise<Read>): Promise<Value | Read> {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const generation = this.#generation;
    const value = await read();
    // What was read before a change must not be remembered after it.
    if (value === undefined || generation !== this.#generation || this.#values.has(key)) return value;
    this.#size += this.#sizeOf(value);
    if (this.#size > this.#most) this.forget();
    else this.#values.set(key, value);
    return value;
  }

  /** To be called when what was read may have changed, before the change is told to anybody. */
  forget(): void {
    this.#generation++;
    if (this.#size === 0) return;
    this.#values = new Map();
    this.#size = 0;
  }
}
