/** More keys than these in a minute are counted together, so that made-up ones take no memory. */
const MOST_KEYS = 100_000;

/** Counts requests per key in windows of a minute. */
export class RateLimiter {
  readonly #perMinute: number;
  #counts = new Map<string, number>();
  #windowStart = 0;

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Seconds to wait before the next request of this key, 0 where it may come now, by a clock that is never set. */
  take(key: string, now: number): number {
    if (this.#perMinute === 0) return 0;
    if (now - this.#windowStart >= 60_000) {
      this.#counts = new Map();
      this.#windowStart = now;
    }
    const counted = this.#counts.size < MOST_KEYS || this.#counts.has(key) ? key : "";
    const count = (this.#counts.get(counted) ?? 0) + 1;
    this.#counts.set(counted, count);
    return count <= this.#perMinute ? 0 : Math.max(1, Math.ceil((this.#windowStart + 60_000 - now) / 1000));
  }
}
