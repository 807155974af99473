import pg from "pg";

/** A connection that takes longer than this to say goodbye is cut. */
const GOODBYE_MILLISECONDS = 1_000;

/** How a connection to PostgreSQL is made, and how long its answers are waited for. */
export interface PostgresClientConfig extends pg.ClientConfig {
  /** A connection that is not made in this time fails. */
  readonly connectMilliseconds: number;
  /** A query that is not answered in this time fails, and its connection is cut. */
  readonly answerMilliseconds: number;
  /** Where the client stands while its connection is open. */
  readonly clients?: Set<PostgresClient>;
}

/**
 * A connection to PostgreSQL whose break ends nothing but itself, and on which every query and the goodbye end in
 * time, also where the database hangs.
 */
export class PostgresClient extends pg.Client {
  constructor(config: PostgresClientConfig) {
    const { connectMilliseconds, answerMilliseconds, clients } = config;
    super({ ...config, connectionTimeoutMillis: connectMilliseconds });
    clients?.add(this);
    this.once("end", () => clients?.delete(this));
    // Whoever waits for a query learns it from the query; an error that nobody listens to would end the process.
    this.on("error", () => {});
    const query = this.query.bind(this) as (...asked: unknown[]) => unknown;
    this.query = ((...asked: unknown[]) => {
      const answer = query(...asked);
      if (!(answer instanceof Promise)) return answer;
      const late = setTimeout(() => this.cut(), answerMilliseconds);
      return answer.finally(() => clearTimeout(late));
    }) as pg.Client["query"];
  }

  /** Ends the connection at once; its queries fail. */
  cut(): void {
    const error = Object.assign(new Error("PostgreSQL gave no answer in time"), { code: "ETIMEDOUT" });
    this.connection.stream.destroy(error);
  }

  override end(): Promise<void>;
  override end(callback: (error: Error) => void): void;
  override end(callback?: (error: Error) => void): Promise<void> | void {
    const late = setTimeout(() => this.connection.stream.destroy(), GOODBYE_MILLISECONDS).unref();
    this.connection.once("end", () => clearTimeout(late));
    return callback ? super.end(callback) : super.end();
  }
}
