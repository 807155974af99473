/**
 * Lets the process go on when nobody reads its output any more or the disk that it goes to is full: what is printed
 * is lost, what the process is for is not. A closed terminal (SIGHUP) ends it as little.
 */
export function outliveOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  process.on("SIGHUP", () => {});
}
