import type { Identity } from "./store/team-reader.ts";

/** What a listener hears: the team's newest revision, that nothing came in time, or that it is over. */
export type Heard = number | "nothing" | "end";

/** One who listens for a team's changes; holds only the newest that was not heard yet, however slow he is. */
export class Listener {
  readonly identity: Identity;
  #heard: number;
  #newest: number;
  #ended = false;
  #wake: (() => void) | undefined;

  constructor(identity: Identity, heard: number) {
    this.identity = identity;
    this.#heard = heard;
    this.#newest = heard;
  }

  tell(cursor: number): void {
    this.#newest = Math.max(this.#newest, cursor);
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  /** Waits at most so long for the next thing to hear. */
  async next(milliseconds: number): Promise<Heard> {
    if (!this.#ended && this.#newest <= this.#heard) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = undefined;
    }
    if (this.#ended) return "end";
    if (this.#newest <= this.#heard) return "nothing";
    this.#heard = this.#newest;
    return this.#heard;
  }
}

/** Listeners by one token, and all together, each of which holds a connection and some memory. */
export const MOST_LISTENERS = { ofToken: 20, inAll: 5_000 } as const;

/** Tells the listeners of a team that its newest revision has moved (T14). */
export class ChangeBus {
  readonly #listeners = new Map<string, Set<Listener>>();
  #ended = false;

  /** A listener to what comes after a revision. */
  join(identity: Identity, heard: number): Listener {
    const listener = new Listener(identity, heard);
    if (this.#ended) listener.end();
    const { id } = identity.team;
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners.add(listener));
    return listener;
  }

  /** Which bound another listener by this token would break, if any (T12). */
  wouldExceed({ team, tokenHash }: Identity): keyof typeof MOST_LISTENERS | undefined {
    if (this.count() >= MOST_LISTENERS.inAll) return "inAll";
    let ofToken = 0;
    for (const { identity } of this.#listeners.get(team.id) ?? []) {
      if (identity.tokenHash === tokenHash) ofToken++;
    }
    return ofToken >= MOST_LISTENERS.ofToken ? "ofToken" : undefined;
  }

  leave(listener: Listener): void {
    const { id } = listener.identity.team;
    const listeners = this.#listeners.get(id);
    listeners?.delete(listener);
    if (listeners?.size === 0) this.#listeners.delete(id);
  }

  announce(teamId: string, cursor: number): void {
    for (const listener of this.#listeners.get(teamId) ?? []) listener.tell(cursor);
  }

  /** Ends the listening of those whom this is true of, as their token has died. */
  dismiss(teamId: string, whom: (identity: Identity) => boolean): void {
    for (const listener of this.#listeners.get(teamId) ?? []) if (whom(listener.identity)) listener.end();
  }

  /** The teams that somebody listens to. */
  teams(): string[] {
    return [...this.#listeners.keys()];
  }

  /** How many listen. */
  count(): number {
    return [...this.#listeners.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** Ends all listening, for good. */
  end(): void {
    this.#ended = true;
    for (const listeners of this.#listeners.values()) for (const listener of listeners) listener.end();
  }
}
