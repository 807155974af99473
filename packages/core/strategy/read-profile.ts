import { isBlankInTable } from "../exports/blank.ts";
import { readYesNo } from "../exports/yes-no.ts";
import { isHostError } from "../functions/cell.ts";
import { errorValue } from "../functions/error-value.ts";
import { readMetricTable } from "../functions/metric-table.ts";
import { foldChoice, numberQuantity, textQuantity, yesNoQuantity } from "../functions/quantity.ts";
import { badArgument, Refusal } from "../functions/refusal.ts";
import { shortened } from "./shortened.ts";

const SEPARATORS = /[\s、,，;；/|]+/;

/** A metric of a profile, named by its key; a budget is an amount, or yes or no. */
export interface Metric {
  readonly kind: "yesNo" | "number" | "budget" | "words";
  readonly aliases?: readonly string[];
  /** The words that are known and their other spellings; without it every word counts. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
}

/** The metrics a function knows, by their Chinese name. */
export type Metrics = Readonly<Record<string, Metric>>;

/** A metric's value; a refusal where it could not be read. */
export type MetricValue = boolean | number | ReadonlySet<string> | Refusal;

/** What a two-column table says of a shop. */
export interface Profile {
  /** The number of rows below the header. */
  readonly rowCount: number;
  readonly values: ReadonlyMap<string, MetricValue>;
  /** The metrics and words that are not known, as a reason names them. */
  readonly ignored: ReadonlySet<string>;
}

/**
 * Reads a table of two columns, 指标 and 值, with or without that header row. Of equal metrics the first counts,
 * but words add up.
 *
 * Refused: a single column; a table with neither the header nor any known metric.
 */
export function profileReader(metrics: Metrics) {
  const keys = spellings(metrics);
  return (range: readonly (readonly unknown[])[], argument: string): Profile | Refusal => {
    const table = readMetricTable(range, argument);
    if (table instanceof Refusal) return table;
    const { hasHeader, rows } = table;
    const values = new Map<string, MetricValue>();
    const ignored = new Set<string>();
    let isKnown = hasHeader;
    for (const [name, value] of rows) {
      if (isBlankInTable(name)) continue;
      const key = isHostError(name) ? undefined : keys.get(foldMetric(String(name)));
      const metric = key === undefined ? undefined : metrics[key];
      if (key === undefined || metric === undefined) {
        ignored.add(isHostError(name) ? "错误值" : shortened(String(name).trim()));
        continue;
      }
      isKnown = true;
      if (isBlankInTable(value)) continue;
      const known = values.get(key);
      if (known !== undefined && !(known instanceof Set)) continue;
      const read = readMetric(metric, key, value, argument, ignored);
      if (known === undefined) values.set(key, read);
      else if (read instanceof Set) for (const word of read) known.add(word);
    }
    if (isKnown) return { rowCount: rows.length, values, ignored };
    const names = Object.keys(metrics).join("、");
    return badArgument(`${argument}里没有认识的指标，请写成“指标”“值”两列，可用的指标有：${names}。`);
  };
}

/** A metric's name without brackets and without the word that makes it a question: 是否支持代发 is 代发. */
const foldMetric = (name: string) =>
  foldChoice(name)
    .replace(/[([{【][^)\]}】]*[)\]}】]/g, "")
    .replace(/^(?:是否)?(?:支持|可|有)?/, "");

/** Every spelling of the metrics, folded, with the metric's name. */
const spellings = (metrics: Metrics): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(metrics).flatMap(([key, { aliases = [] }]) =>
      [key, ...aliases].map((name) => [foldMetric(name), key] as const),
    ),
  );

const countQuantity = numberQuantity({ words: { zh: "数字，不小于 0", en: "number, 0 or more" }, min: 0 });

function readMetric(
  { kind, words }: Metric,
  key: string,
  value: unknown,
  argument: string,
  ignored: Set<string>,
): MetricValue {
  const place = `${argument}的“${key}”`;
  if (isHostError(value)) return errorValue(place, value);
  if (kind === "yesNo") return yesNoQuantity.read(value, place);
  if (kind === "number") return countQuantity.read(value, place);
  if (kind === "budget") {
    const number = countQuantity.read(value, place);
    return number instanceof Refusal ? (readYesNo(value) ?? number) : number;
  }
  const given = String(textQuantity.read(value, place)).split(SEPARATORS).filter(Boolean);
  if (!words) return new Set(given);
  const known = new Set<string>();
  for (const word of given) {
    const folded = foldChoice(word);
    const usual = Object.keys(words).find((each) => each === folded || words[each]?.includes(folded));
    if (usual === undefined) ignored.add(`${key}“${shortened(word)}”`);
    else known.add(usual);
  }
  return known;
}
