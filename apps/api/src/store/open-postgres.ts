import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { StartError } from "../start-error.ts";
import { migrate } from "./migrate.ts";
import type { Tables } from "./tables.ts";

/** Connections of one API process. */
const MOST_CONNECTIONS = 10;
const CONNECT_MILLISECONDS = 5_000;

/** What is stored as bigint is a whole number that JavaScript holds exactly. */
const types = {
  getTypeParser: (type: number, format?: "text" | "binary") =>
    type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format),
} as pg.CustomTypesConfig;

/** How to reach a PostgreSQL database. */
export const connectionOf = (url: string): pg.ClientConfig => ({
  connectionString: url,
  connectionTimeoutMillis: CONNECT_MILLISECONDS,
  keepAlive: true,
  application_name: "sevenstar",
  types,
});

/**
 * Opens a PostgreSQL database and brings its tables up to date; a commit is on its disk before it is
 * acknowledged, even where the database's own default is otherwise (T4).
 *
 * Refused with one Chinese sentence, which never holds the password: a database that cannot be reached or
 * entered, one that may not be changed, and one that a newer version has written.
 */
export async function openPostgres(url: string): Promise<Kysely<Tables>> {
  const pool = new pg.Pool({ ...connectionOf(url), max: MOST_CONNECTIONS });
  // An idle connection that breaks leaves the pool; the next request opens another or fails by itself.
  pool.on("error", () => {});
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool,
      onCreateConnection: async (connection) => {
        await connection.executeQuery(sessionSettings.compile(db));
      },
    }),
  });
  const outcome = await migrate(db, "postgres").catch(async (error: unknown) => {
    await db.destroy();
    throw new StartError(`DATABASE_URL 指的数据库 ${placeOf(url)} ${whyNot(error)}`);
  });
  if (outcome === "newer") {
    await db.destroy();
    throw new StartError(
      `DATABASE_URL 指的数据库 ${placeOf(url)} 是更新的版本写的，请升级程序，或换一个数据库。`,
    );
  }
  return db;
}

/** A process that hangs must not hold a team's lock, nor wait for one, for long. */
const sessionSettings = sql`
  select set_config('lock_timeout', '10s', false),
    set_config('idle_in_transaction_session_timeout', '30s', false),
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
