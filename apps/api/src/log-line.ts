let waiting = "";

function flush(): void {
  const lines = waiting;
  waiting = "";
  if (lines) process.stdout.write(lines);
}

process.once("exit", flush);

/** Writes an event as one line of JSON to the standard output, together with the others of the moment. */
export function logLine(event: Readonly<Record<string, unknown>>): void {
  if (!waiting) setImmediate(flush);
  waiting += `${JSON.stringify({ time: new Date().toISOString(), ...event })}\n`;
}
