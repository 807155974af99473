/** What several tasks took, run in turn so that a drift of the machine meets all alike. */
export interface Timing<Name extends string> {
  /** The median milliseconds of a task. */
  median(name: Name): number;
  /** The median over the rounds of one task's time divided by another's. */
  ratio(dividend: Name, divisor: Name): number;
}

const medianOf = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Times each task `rounds` times, in turn, after three rounds that do not count. */
export function timeInTurn<Name extends string>(
  tasks: Readonly<Record<Name, () => unknown>>,
  rounds = 15,
): Timing<Name> {
  const names = Object.keys(tasks) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = -3; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      tasks[name]();
      if (round >= 0) times[name].push(performance.now() - start);
    }
  }
  return {
    median: (name) => medianOf(times[name]),
    ratio: (dividend, divisor) =>
      medianOf(times[dividend].map((time, round) => time / (times[divisor][round] ?? Number.NaN))),
  };
}
