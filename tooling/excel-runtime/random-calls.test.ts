import { readFileSync } from "node:fs";
import { describedCatalogue } from "@sevenstar/core/catalogue/catalogue";
import { Refusal } from "@sevenstar/core/cells/refusal";
import { evaluate } from "@sevenstar/core/functions/evaluate";
import { expect, it } from "vitest";
import { addinDist } from "./addin-dist.ts";
import type { FunctionsFile } from "./function-metadata.ts";
import { loadExcelRuntime } from "./load-excel-runtime.ts";
import { type FormulaArgument, passedArgument, RefusedByExcel } from "./passed-argument.ts";
import type { ShownCell } from "./validated-answer.ts";

const CALLS = 100_000;
const SLOWEST = 2_000;
/** Set SEED to run the calls of a failure again. */
const SEED = Number(process.env["SEED"] ?? 20_261_123);

/** Numbers from 0 to 1 in an order that the seed decides (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const random = randomNumbers(SEED);
const below = (limit: number) => Math.floor(random() * limit);
const pick = <Value>(values: readonly Value[]) => values[below(values.length)] as Value;

type InputCell = Exclude<FormulaArgument, readonly unknown[]>;

/** Words that the functions know, so that random calls get past the first check: from their own worked examples. */
const known = describedCatalogue
  .flatMap(({ examples }) => examples.flatMap((example) => example.arguments.flat(2)))
  .filter((value): value is string | number => typeof value === "string" || typeof value === "number");

const ugly: readonly InputCell[] = [
  ...[null, "", " ", "-", "\u3000", "😀👨‍👩‍👧", "１２", "12.3%", "1,234.50", "¥105", "105元", "#N/A", "=1+1"],
  ...[
    "最",
    "是",
    "否",
    "TRUE",
    "750px",
    "800×800",
    "0:45",
    "2026-03-28",
    "2026年2月30日",
    "农历 01-01",
    "3/7",
    "a".repeat(300),
  ],
  ...[
    0,
    -0,
    1,
    -1,
    0.1,
    1e308,
    -1e308,
    5e-324,
    2 ** 53,
    1e13,
    1.15,
    46109,
    1950,
    2099,
    99999999,
    true,
    false,
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "\u0000",
    "\ud83d",
    "'",
    '"',
    "<b>",
    "((((",
    "[",
    "\\",
    "NaN",
    "Infinity",
  ],
  ...["#DIV/0!", "#REF!", "#VALUE!", "#N/A", "#SPILL!"].map((code) => ({ code })),
];

function cell(): InputCell {
  const kind = random();
  if (kind < 0.35) return pick(known);
  if (kind < 0.7) return pick(ugly);
  return kind < 0.85 ? below(50_000) : (random() - 0.3) * 10 ** below(9);
}

function range(): InputCell[][] {
  const [rows, columns] = random() < 0.02 ? [1 + below(300), 1] : [1 + below(6), 1 + below(5)];
  return Array.from({ length: rows }, () => Array.from({ length: columns }, cell));
}

/** The table of a worked example with some of its cells replaced, so that most of it stays readable. */
function spoiltExample(example: readonly (readonly InputCell[])[]): InputCell[][] {
  const rows = example.map((row) => row.map((value) => (random() < 0.1 ? cell() : value)));
  return random() < 0.5 ? rows : [...rows, ...rows.slice(1), ...(random() < 0.5 ? range().slice(0, 0) : [])];
}

function argumentsFor(definition: (typeof describedCatalogue)[number]): FormulaArgument[] {
  const example = pick(definition.examples);
  return definition.parameters.map(({ shape, optional }, index) => {
    if (optional && random() < 0.5) return null;
    const own = example.arguments[index] ?? null;
    if (shape === "one") return random() < 0.5 ? (own as InputCell) : cell();
    if (Array.isArray(own) && random() < 0.6) return spoiltExample(own);
    if (!Array.isArray(own) && random() < 0.3) return own;
    return random() < 0.3 ? cell() : range();
  });
}

it(`answers ${CALLS.toLocaleString("en")} random calls as its sources do: no throw, null, NaN, ragged result or call over 2 s`, {
  timeout: 300_000,
}, () => {
  const excel = loadExcelRuntime(addinDist);
  const { functions } = JSON.parse(
    readFileSync(new URL("functions.json", addinDist), "utf8"),
  ) as FunctionsFile;
  const host = { emptyCell: null, passesErrors: true } as const;
  const fromSource = (index: number, given: readonly FormulaArgument[]): ShownCell[][] => {
    const metadata = functions.find(({ id }) => id === describedCatalogue[index]?.id);
    try {
      const passed = metadata?.parameters.map((parameter, at) =>
        passedArgument(metadata, parameter, given[at], host),
      );
      const answer = evaluate(describedCatalogue[index] as (typeof describedCatalogue)[number], passed ?? []);
      return answer.map((row) =>
        row.map((value) => {
          if (!(value instanceof Refusal)) return value;
          const { code, message } = value;
          return code === "#VALUE!" || code === "#N/A" ? { code, message } : { code };
        }),
      );
    } catch (error) {
      if (error instanceof RefusedByExcel) return [[error.error]];
      throw error;
    }
  };
  for (let count = 0; count < CALLS; count++) {
    const index = count % describedCatalogue.length;
    const definition = describedCatalogue[index] as (typeof describedCatalogue)[number];
    const given = argumentsFor(definition);
    const call = `SEED=${SEED}, call ${count}: ${definition.id}(${JSON.stringify(given)})`;
    const start = performance.now();
    let answer: ShownCell[][];
    try {
      answer = excel.call(definition.id, given);
    } catch (error) {
      throw new Error(`${call}: ${error}`);
    }
    const took = performance.now() - start;
    if (took > SLOWEST) throw new Error(`${call} took ${Math.round(took)} ms`);
    const expected = JSON.stringify(fromSource(index, given));
    if (JSON.stringify(answer) !== expected) {
      throw new Error(`${call}: ${JSON.stringify(answer)}, but its sources answer ${expected}`);
    }
  }
  expect.assertions(0);
});
