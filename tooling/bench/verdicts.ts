interface Verdict {
  readonly what: string;
  readonly measured: string;
  readonly bar: string;
  readonly kept: boolean;
}

/** Measurements held against their bars. */
export class Verdicts {
  readonly #verdicts: Verdict[] = [];

  /** Holds a measurement against the least, or the most, that it may be. */
  add(what: string, measured: number, bar: number, atLeast: boolean, unit = ""): void {
    this.#verdicts.push({
      what,
      measured: `${measured.toPrecision(3)}${unit}`,
      bar: `${atLeast ? "≥" : "≤"} ${bar.toPrecision(3)}${unit}`,
      kept: atLeast ? measured >= bar : measured <= bar,
    });
  }

  /** Prints the table; the process ends with 1 where a bar was not kept. */
  print(): void {
    console.table(this.#verdicts);
    if (!this.#verdicts.every(({ kept }) => kept)) process.exitCode = 1;
  }
}
