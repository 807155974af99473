import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { builtFunctions } from "./built-functions.ts";
import { cardFeesByDecimal, cardFeesByHand, sevenStarsByHand } from "./hand-written.ts";
import { largeCalls, smallCalls } from "./large-calls.ts";
import { LISTING_HEADER, listingRows } from "./listing-rows.ts";
import { timeInTurn } from "./time-in-turn.ts";
import { Verdicts } from "./verdicts.ts";

const SIZES: readonly number[] = [1_000, 10_000, 100_000];
/** KEYWORDS counts every stretch of the titles; a market of more titles than these nobody exports. */
const MOST_TITLES = 20_000;
const GROWTH_LIMIT = 1.15;
const MICROSECONDS_A_ROW = 10;

const functions = builtFunctions();
const call = (id: string, ...callArguments: unknown[]) => {
  const found = functions.get(id);
  if (!found) throw new Error(`functions.js does not associate ${id}`);
  return found(...callArguments);
};

const verdicts = new Verdicts();

/**
 * The exponent b of time ~ rows^b between the smallest and the largest size, and the largest's microseconds a row.
 *
 * Each size is given the same number of rows, in as many tables as that takes: one small table again and again
 * would stand in the processor's cache, where no merchant's table stands.
 */
function growth(
  id: string,
  argumentsOver: (rows: number) => readonly unknown[],
  sizes: readonly number[],
): { exponent: number; microseconds: number } {
  const [smallest = 1, largest = 1] = [sizes[0], sizes.at(-1)];
  const times = sizes.map((size) => {
    const tables = Array.from({ length: largest / size }, () => argumentsOver(size));
    const task = () => {
      for (const given of tables) call(id, ...given);
    };
    return timeInTurn({ task }, 7).median("task");
  });
  const [first = 1, last = 1] = [times[0], times.at(-1)];
  return {
    exponent: 1 + Math.log(last / first) / Math.log(largest / smallest),
    microseconds: (last / largest) * 1000,
  };
}

const listings = listingRows(100_000);
const goods = Array.from({ length: 100_000 }, (_, i) => [((i * 7919) % 1_000_000) / 100 + 1]);
const freight = Array.from({ length: 100_000 }, (_, i) => [((i * 104_729) % 5_000) / 100]);

const sevenStarTable = (size: number) => [[...LISTING_HEADER], ...listings.slice(0, size)];
const table = sevenStarTable(100_000);
const stars = timeInTurn({
  hand: () => sevenStarsByHand(listings),
  built: () => call("SEVENSTAR", table, null, null),
});
const handStars = sevenStarsByHand(listings);
const builtStars = call("SEVENSTAR", table, null, null);
const different = builtStars.findIndex((row, index) => row[0] !== handStars[index]?.[0]);
if (different >= 0) throw new Error(`SEVENSTAR and the hand-written loop differ in row ${different + 1}`);
verdicts.add(
  "SEVENSTAR 100,000 rows: speed against the hand-written loop",
  stars.ratio("hand", "built"),
  1 / 3,
  true,
  "×",
);

const fees = timeInTurn({
  hand: () => cardFeesByHand(goods, freight),
  decimal: () => cardFeesByDecimal(goods, freight),
  built: () => call("PAYFEE", "信用卡", goods, freight, null, null, null),
});
const decimalFees = cardFeesByDecimal(goods, freight);
const builtFees = call("PAYFEE", "信用卡", goods, freight, null, null, null);
const wrong = builtFees.findIndex((row, index) => row[0] !== decimalFees[index]?.[0]);
if (wrong >= 0) throw new Error(`PAYFEE and decimal.js differ in row ${wrong + 1}`);
verdicts.add(
  "PAYFEE 100,000 rows: speed against the hand-written loop",
  fees.ratio("hand", "built"),
  1 / 5,
  true,
  "×",
);
verdicts.add(
  "PAYFEE 100,000 rows: speed against decimal.js per cell",
  fees.ratio("decimal", "built"),
  10,
  true,
  "×",
);

const uncovered = [...functions.keys()].filter(
  (id) => !(id in largeCalls) && !smallCalls.some((each) => each === id),
);
if (uncovered.length > 0) throw new Error(`no call of ${uncovered.join(", ")} over many rows`);
for (const [id, argumentsOver] of Object.entries(largeCalls)) {
  const sizes = id === "KEYWORDS" ? [1_000, 5_000, MOST_TITLES] : SIZES;
  const refused = call(id, ...argumentsOver(sizes[0] ?? 1))
    .flat()
    .find((cell) => typeof cell === "object");
  if (refused) throw new Error(`${id} refuses: ${JSON.stringify(refused)}`);
  const { exponent, microseconds } = growth(id, argumentsOver, sizes);
  const most = sizes.at(-1)?.toLocaleString("en");
  verdicts.add(`${id} growth exponent 1,000–${most}`, exponent, GROWTH_LIMIT, false);
  verdicts.add(`${id} a row of ${most}`, microseconds, MICROSECONDS_A_ROW, false, " µs");
}

const bundle = readFileSync(new URL("../../apps/addin/dist/functions.js", import.meta.url));
verdicts.add("functions.js gzip", gzipSync(bundle, { level: 9 }).length / 1000, 90, false, " kB");

const rate = (milliseconds: number) => `${(100_000 / milliseconds / 1000).toFixed(2)} M rows/s`;
console.log(`Node ${process.version}; medians; 100,000 rows in one call of the built functions.js`);
console.log(`SEVENSTAR ${rate(stars.median("built"))}, by hand ${rate(stars.median("hand"))}`);
console.log(
  `PAYFEE    ${rate(fees.median("built"))}, by hand ${rate(fees.median("hand"))}, decimal.js per cell ${rate(fees.median("decimal"))}`,
);
verdicts.print();
