const FLUSH_EVERY = 100;

let waiting = "";

function flush(): void {
  const lines = waiting;
  waiting = "";
  if (lines) process.stdout.write(lines);
}

process.once("exit", flush);

/** Writes an event as one line of JSON to the standard output, within a tenth of a second, with its neighbours. */
export function logLine(event: Readonly<Record<string, unknown>>): void {
  if (!waiting) setTimeout(flush, FLUSH_EVERY);
  waiting += `${JSON.stringify({ time: new Date().toISOString(), ...event })}\n`;
}
