import { setTimeout as sleep } from "node:timers/promises";
import { CHANGE_CHANNEL } from "./migrations.ts";
import { connectionOf, SERVER_NAME } from "./open-postgres.ts";
import { PostgresClient } from "./postgres-client.ts";

const FIRST_RETRY = 100;
const LAST_RETRY = 2_000;
const PROBE_EVERY = 5_000;

/** What a listener to PostgreSQL does with what it hears. */
interface Ears {
  /** A team has a new revision. */
  changed(teamId: string, rev: number): void;
  /** The connection was away for a while: there may be news that nobody heard. */
  missed(): void;
}

interface Connection {
  /** Resolves when the connection is of no more use. */
  readonly broken: Promise<void>;
}

/**
 * Hears of every new revision in a PostgreSQL database, whichever process wrote it (T14).
 *
 * A connection that breaks, or that no longer answers, is opened again, at first at once, then ever more slowly.
 */
export class PostgresListener {
  readonly #url: string;
  readonly #ears: Ears;
  readonly #closing = new AbortController();
  #client: PostgresClient | undefined;
  #running: Promise<void> = Promise.resolve();

  private constructor(url: string, ears: Ears) {
    this.#url = url;
    this.#ears = ears;
  }

  static async open(url: string, ears: Ears): Promise<PostgresListener> {
    const listener = new PostgresListener(url, ears);
    const connection = await listener.#connect();
    listener.#running = listener.#keepListening(connection);
    return listener;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#client?.end().catch(() => {});
    await this.#running;
  }

  async #keepListening({ broken }: Connection): Promise<void> {
    await broken;
    let pause = FIRST_RETRY;
    while (!this.#closing.signal.aborted) {
      try {
        const connection = await this.#connect();
        pause = FIRST_RETRY;
        this.#ears.missed();
        await connection.broken;
      } catch {
        await this.#sleep(pause * (0.5 + Math.random()));
        pause = Math.min(LAST_RETRY, pause * 2);
      }
    }
  }

  #sleep(milliseconds: number): Promise<void> {
    return sleep(milliseconds, undefined, { signal: this.#closing.signal }).catch(() => {});
  }

  async #connect(): Promise<Connection> {
    const client = new PostgresClient({
      ...connectionOf(this.#url, "request"),
      application_name: `${SERVER_NAME}-listener`,
    });
    this.#client = client;
    const broken = new Promise<void>((resolve) => {
      client.once("end", resolve);
      client.on("error", () => resolve());
    });
    client.on("notification", ({ payload = "" }) => {
      const [teamId = "", rev] = payload.split(" ");
      this.#ears.changed(teamId, Number(rev));
    });
    const end = () => client.end().catch(() => {});
    try {
      await client.connect();
      await client.query(`listen ${CHANGE_CHANNEL}`);
      this.#closing.signal.throwIfAborted();
    } catch (error) {
      await end();
      throw error;
    }
    const probe = setInterval(() => client.query("select 1").catch(end), PROBE_EVERY);
    return {
      broken: broken.finally(() => {
        clearInterval(probe);
        void end();
      }),
    };
  }
}
