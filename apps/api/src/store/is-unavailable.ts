/** PostgreSQL shutting down, starting, full or locked; the network; SQLite's disk full, failing or locked. */
const CODES =
  /^(?:57P0[123]|53\d{3}|55P03|40001|40P01|08\d{3}|ECONN\w+|E(?:PIPE|TIMEDOUT|NOTFOUND|HOSTUNREACH|AI_AGAIN)|SQLITE_(?:FULL|BUSY|IOERR)\w*)$/;
const WORDS =
  /^(?:Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error)/;

/** Whether an error means that the store cannot be used for the moment, rather than a fault of ours. */
export function isUnavailable(error: unknown): boolean {
  const { code, message, cause } = error as { code?: unknown; message?: unknown; cause?: unknown };
  if (typeof code === "string" && CODES.test(code)) return true;
  if (typeof message === "string" && WORDS.test(message)) return true;
  return cause !== undefined && isUnavailable(cause ?? {});
}
