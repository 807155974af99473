import { describedCatalogue } from "@sevenstar/core/catalogue/catalogue";
import type { DescribedFunction } from "@sevenstar/core/functions/define-function";
import { evaluate } from "@sevenstar/core/functions/evaluate";
import { afterAll, describe, expect, it } from "vitest";

/** The most that a cell holds. */
const LONGEST = 32_767;
/** What one such cell may take in any function (G15). */
const MOST_MILLISECONDS = 50;

const pump = (unit: string, before = "", after = "") =>
  before + unit.repeat(Math.floor((LONGEST - before.length - after.length) / unit.length)) + after;

/** Texts on which patterns with neighbouring repeats, slices and searches grow. */
const pumped: Readonly<Record<string, string>> = {
  blanks: pump(" "),
  "wide blanks": pump("\u3000"),
  "sign, blanks, x": pump(" ", "+", "x"),
  "blanks, 元": pump(" ", "", "元"),
  "1, blanks, 1": pump(" ", "1", "1"),
  digits: pump("7"),
  "digits, x": pump("1", "", "x"),
  commas: pump("1,"),
  "thousands, x": pump(",111", "1", "x"),
  dots: pump("."),
  dashes: pump("-"),
  slashes: pump("1/"),
  colons: pump("1:"),
  quotes: pump('"'),
  brackets: pump("("),
  "pairs of brackets": pump("()"),
  "wide brackets": pump("（"),
  letters: pump("a"),
  "letters in turn": pump("ab"),
  words: pump("ab "),
  Chinese: pump("标题"),
  "one character": pump("最"),
  "banned words": pump("最好"),
  marks: pump("、"),
  semicolons: pump("；"),
  "line ends": pump("\n"),
  "invisible characters": pump("\u200b"),
  emoji: pump("👨‍👩‍👧"),
  "half a character": pump("\ud83d"),
  "ligatures that unfold": pump("ﷺ"),
  "dates in a row": pump("2026-01-01 "),
  "percent signs": pump("%"),
  exponents: pump("e9", "1"),
  "different characters": String.fromCharCode(
    ...Array.from({ length: 20_000 }, (_, index) => 0x4e00 + index),
  ),
};

const exampleOf = ({ examples }: DescribedFunction): unknown[] =>
  structuredClone([
    ...((examples.find(({ answer }) => typeof answer !== "object" || Array.isArray(answer)) ?? examples[0])
      ?.arguments ?? []),
  ]);

/** Every place of the worked example into which a text can be put: each cell of each argument, headers included. */
function* callsWith(definition: DescribedFunction, text: string): Generator<[place: string, unknown[]]> {
  for (const [index, { name }] of definition.parameters.entries()) {
    const given = exampleOf(definition);
    while (given.length <= index) given.push(null);
    const argument = given[index];
    const rows = Array.isArray(argument) ? (argument as unknown[][]) : [];
    // The first row holds headers, the last is a row as good as any.
    for (const row of new Set([0, rows.length - 1])) {
      for (const column of rows[row]?.keys() ?? []) {
        const call = exampleOf(definition);
        ((call[index] as unknown[][])[row] as unknown[])[column] = text;
        yield [`${name} ${row + 1}/${column + 1}`, call];
      }
    }
    const alone = [...given];
    alone[index] = text;
    yield [name, alone];
  }
}

function milliseconds(definition: DescribedFunction, call: readonly unknown[]): number {
  const start = process.cpuUsage();
  evaluate(definition, call);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const slowest: [time: number, call: string][] = [];
afterAll(() => {
  if (!process.env["SHOW_SLOWEST"]) return;
  for (const [time, call] of slowest.sort((one, other) => other[0] - one[0]).slice(0, 10)) {
    console.log(`${time.toFixed(1)} ms ${call}`);
  }
});

describe("[G15] no cell of 32,767 characters holds a function up", () => {
  it.each(describedCatalogue.map((definition) => [definition.id, definition] as const))(
    "%s",
    (id, definition) => {
      for (const [what, text] of Object.entries(pumped)) {
        for (const [place, call] of callsWith(definition, text)) {
          // The least of a few runs: others work on this machine as well.
          let least = milliseconds(definition, call);
          for (let run = 0; run < 3 && least > MOST_MILLISECONDS / 2; run++) {
            least = Math.min(least, milliseconds(definition, call));
          }
          slowest.push([least, `${id} ${place}: ${what}`]);
          expect(least, `${id}, ${what} in ${place}`).toBeLessThan(MOST_MILLISECONDS);
        }
      }
    },
  );
});
