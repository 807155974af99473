/** Why the store cannot be used: its disk is full, another writes, its file is damaged, or it does not answer. */
export type Unavailability = "full" | "busy" | "damaged" | "away";

/** The codes of SQLite, of PostgreSQL (full, locked, cancelled, shutting down, starting, read-only) and of the system. */
const CODES: readonly [Unavailability, RegExp][] = [
  ["full", /^(?:SQLITE_FULL|ENOSPC|EDQUOT|53100)$/],
  ["busy", /^(?:SQLITE_(?:BUSY|LOCKED)\w*|55P03|40001|40P01)$/],
  ["damaged", /^SQLITE_(?:CORRUPT|NOTADB)\w*$/],
  [
    "away",
    /^(?:57P0[1235]|57014|25P0[34]|25006|53\d{3}|58\d{3}|08\d{3}|ECONN\w+|E(?:PIPE|TIMEDOUT|NOTFOUND|HOSTUNREACH|NETUNREACH|AI_AGAIN)|SQLITE_(?:IOERR|CANTOPEN|READONLY)\w*)$/,
  ],
];
const WORDS =
  /^(?:Connection terminated|timeout exceeded when trying to connect|timeout expired|Client (?:has encountered a connection error|was closed)|Postgres connection has been discarded)/;

/** Why the store cannot be used for the moment, where that is what an error means rather than a fault of ours. */
export function unavailability(error: unknown): Unavailability | undefined {
  const { code, message, cause } = (error ?? {}) as { code?: unknown; message?: unknown; cause?: unknown };
  const known = typeof code === "string" && CODES.find(([, codes]) => codes.test(code));
  if (known) return known[0];
  if (typeof message === "string" && WORDS.test(message)) return "away";
  return cause === undefined ? undefined : unavailability(cause);
}
