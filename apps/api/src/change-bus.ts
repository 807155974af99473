type Listener = (cursor: number) => void;

/** Tells the listeners of a team that its newest revision has moved (T14). */
export class ChangeBus {
  readonly #listeners = new Map<string, Set<Listener>>();

  /** Calls the listener at each change until the returned function is called. */
  listen(teamId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(teamId) ?? new Set();
    listeners.add(listener);
    this.#listeners.set(teamId, listeners);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(teamId);
    };
  }

  announce(teamId: string, cursor: number): void {
    for (const listener of this.#listeners.get(teamId) ?? []) listener(cursor);
  }
}
