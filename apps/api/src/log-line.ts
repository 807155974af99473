const FLUSH_EVERY = 100;
/** Where the reader of the output has stopped reading, lines beyond these characters are left out and counted. */
const MOST_WAITING = 1_048_576;

let waiting = "";
let leftOut = 0;

const textOf = (event: Readonly<Record<string, unknown>>) =>
  `${JSON.stringify({ time: new Date().toISOString(), ...event })}\n`;

function flush(): void {
  const lines = waiting;
  waiting = "";
  if (!lines) return;
  if (process.stdout.writableLength > MOST_WAITING) {
    leftOut += lines.split("\n").length - 1;
    return;
  }
  const before = leftOut === 0 ? "" : textOf({ level: "warn", event: "log.lines-left-out", count: leftOut });
  leftOut = 0;
  process.stdout.write(before + lines);
}

process.once("exit", flush);

/** Writes an event as one line of JSON to the standard output, within a tenth of a second, with its neighbours. */
export function logLine(event: Readonly<Record<string, unknown>>): void {
  if (!waiting) setTimeout(flush, FLUSH_EVERY);
  waiting += textOf(event);
}
