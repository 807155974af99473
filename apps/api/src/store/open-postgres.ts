import { Kysely, PostgresDialect, PostgresDriver } from "kysely";
import pg from "pg";
import { StartError } from "../start-error.ts";
import { migrate } from "./migrate.ts";
import { PostgresClient, type PostgresClientConfig } from "./postgres-client.ts";
import type { Tables } from "./tables.ts";

/** What a server's connections are called in PostgreSQL's list of them. */
export const SERVER_NAME = "sevenstar";
/** Connections of one API process. */
const MOST_CONNECTIONS = 10;
/** What is still under way when the database is closed gets this long. */
const CLOSE_MILLISECONDS = 5_000;

/**
 * How long a database is waited for: for a connection of the pool, for a new one, for a statement on the database
 * and for its answer here.
 *
 * Where the database hangs a request is to be refused within five seconds: the answers that hold the pool are given
 * up after three, and a new connection is then waited for until four. A command of the command line may wait for
 * large answers.
 */
const PATIENCE = {
  request: { pool: 4_000, connect: 1_500, statement: 2_800, answer: 3_000 },
  job: { pool: 600_000, connect: 10_000, statement: 0, answer: 600_000 },
} as const;

/** Whether it is a request that waits for the database, or a command of the command line. */
export type Patience = keyof typeof PATIENCE;

/** What is stored as bigint is a whole number that JavaScript holds exactly. */
const types = {
  getTypeParser: (type: number, format?: "text" | "binary") =>
    type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format),
} as pg.CustomTypesConfig;

/** How to reach a PostgreSQL database. */
export const connectionOf = (url: string, patience: Patience): PostgresClientConfig => ({
  connectionString: url,
  connectMilliseconds: PATIENCE[patience].connect,
  answerMilliseconds: PATIENCE[patience].answer,
  keepAlive: true,
  application_name: patience === "request" ? SERVER_NAME : `${SERVER_NAME}-command`,
  types,
});

/** An open PostgreSQL database. */
export interface PostgresDatabase {
  readonly db: Kysely<Tables>;
  /** Ends in time, also where the database hangs. */
  close(): Promise<void>;
}

/**
 * Opens a PostgreSQL database and brings its tables up to date; a commit is on its disk before it is
 * acknowledged, even where the database's own default is otherwise (T4).
 *
 * Refused with one Chinese sentence, which never holds the password: a database that cannot be reached or
 * entered, one that may not be changed, and one that a newer version has written.
 */
export async function openPostgres(url: string, patience: Patience): Promise<PostgresDatabase> {
  const migrating = connect(url, "job");
  try {
    const outcome = await migrate(migrating.db, "postgres");
    if (outcome === "newer") {
      throw new StartError(
        `DATABASE_URL 指的数据库 ${placeOf(url)} 是更新的版本写的，请升级程序，或换一个数据库。`,
      );
    }
  } catch (error) {
    throw cannotOpen(url, error);
  } finally {
    await migrating.close();
  }
  return connect(url, patience);
}

/** What to tell whoever wanted to open a database in vain. */
export const cannotOpen = (url: string, error: unknown): StartError =>
  error instanceof StartError
    ? error
    : new StartError(`DATABASE_URL 指的数据库 ${placeOf(url)} ${whyNot(error)}`);

function connect(url: string, patience: Patience): PostgresDatabase {
  const clients = new Set<PostgresClient>();
  const pool = new pg.Pool({
    ...connectionOf(url, patience),
    // The pool makes its clients of these very options.
    ...{ Client: PostgresClient as unknown as new () => PostgresClient, clients },
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: PATIENCE[patience].pool,
    // A connection whose settings fail is dropped by the pool.
    onConnect: (client) => client.query(SESSION_SETTINGS, [String(PATIENCE[patience].statement)]),
  });
  // A broken idle connection leaves the pool; the next request opens another or fails by itself.
  pool.on("error", () => {});
  const db = new Kysely<Tables>({ dialect: new FirstErrorDialect({ pool }) });
  return {
    db,
    close: async () => {
      const late = setTimeout(() => {
        for (const client of clients) client.cut();
      }, CLOSE_MILLISECONDS);
      await db.destroy();
      clearTimeout(late);
    },
  };
}

/** A transaction that fails tells why; that it cannot be taken back on a broken connection follows from it. */
class FirstErrorDialect extends PostgresDialect {
  override createDriver() {
    const config = this.#config;
    return new (class extends PostgresDriver {
      override async rollbackTransaction(
        ...given: Parameters<PostgresDriver["rollbackTransaction"]>
      ): Promise<void> {
        await super.rollbackTransaction(...given).catch(() => {});
      }
    })(config);
  }

  readonly #config: ConstructorParameters<typeof PostgresDialect>[0];

  constructor(config: ConstructorParameters<typeof PostgresDialect>[0]) {
    super(config);
    this.#config = config;
  }
}

/** A process that hangs must not hold a team's lock, nor wait for one, for long. */
const SESSION_SETTINGS = `
  select set_config('statement_timeout', $1, false),
    set_config('idle_in_transaction_session_timeout', '10s', false),
    set_config('synchronous_commit',
      case current_setting('synchronous_commit') when 'off' then 'on' else current_setting('synchronous_commit') end,
      false)`;

function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || "localhost"}:${port || "5432"}${pathname}`;
}

function whyNot(error: unknown): string {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  const known: Readonly<Record<string, string>> = {
    ECONNREFUSED: "没有应答，请检查地址和端口，并确认 PostgreSQL 已经启动。",
    ENOTFOUND: "找不到这台主机，请检查地址。",
    EAI_AGAIN: "找不到这台主机，请检查地址和网络。",
    "28P01": "不接受这个用户名或密码，请改正。",
    "28000": "不允许这个用户登录，请检查用户名和 pg_hba.conf。",
    "3D000": "还没有建立，请先执行 createdb 建立，或改用已有的数据库名。",
    "42501": "不允许这个用户建表，请授予权限（GRANT CREATE ON SCHEMA public）。",
    "53300": "连接数已满，请提高 max_connections 或减少进程。",
  };
  if (known[code]) return known[code];
  if (/timeout|terminated/i.test(message) || code === "ETIMEDOUT" || code === "EHOSTUNREACH") {
    return "连不上，请检查地址、端口和防火墙。";
  }
  if (/ssl|tls|certificate/i.test(`${code} ${message}`)) {
    return "的 TLS 连接不成功，请检查 sslmode 和证书。";
  }
  return `打不开（${code || message.slice(0, 100)}），请检查 DATABASE_URL 和数据库的状态。`;
}
