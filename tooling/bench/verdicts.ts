interface Verdict {
  readonly what: string;
  readonly measured: string;
  readonly bar: string;
  readonly kept: boolean;
}

/** What was measured, each against its bar. */
export class Verdicts {
  readonly #all: Verdict[] = [];

  add(what: string, measured: number, bar: number, atLeast: boolean, unit = ""): void {
    this.#all.push({
      what,
      measured: `${measured.toPrecision(3)}${unit}`,
      bar: `${atLeast ? "≥" : "≤"} ${bar.toPrecision(3)}${unit}`,
      kept: atLeast ? measured >= bar : measured <= bar,
    });
  }

  /** Prints all and fails the program where a bar is not kept. */
  print(): void {
    console.table(this.#all);
    if (!this.#all.every(({ kept }) => kept)) process.exitCode = 1;
  }
}
