/** The median milliseconds of each task, run in turn so that a drift of the machine meets all alike. */
export function medianTimes<Name extends string>(
  tasks: Readonly<Record<Name, () => unknown>>,
  runs = 7,
): Record<Name, number> {
  const names = Object.keys(tasks) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (const name of names) for (let i = 0; i < 2; i++) tasks[name]();
  for (let i = 0; i < runs; i++) {
    for (const name of names) {
      const start = performance.now();
      tasks[name]();
      times[name].push(performance.now() - start);
    }
  }
  const median = (values: number[]) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>;
}
