import { isBlankInTable } from "../cells/blank.ts";
import { isHostError } from "../cells/cell.ts";
import { errorValue } from "../cells/error-value.ts";
import { matchHeaders } from "../cells/header.ts";
import { badArgument, Refusal } from "../cells/refusal.ts";
import { readMetricTable } from "../functions/metric-table.ts";
import { type Metric, type MetricKey, metrics, type ProductFigures } from "./product-report.ts";

/** What each metric should reach. */
export type Benchmarks = Readonly<Partial<Record<MetricKey, number>>>;

/**
 * Reads two columns 指标, 值, with or without that header row; metrics that no rule asks for are passed over.
 * Refused: a single column, no known metric, a bad value.
 */
export function readBenchmarks(
  range: readonly (readonly unknown[])[],
  argument: string,
): Benchmarks | Refusal {
  const table = readMetricTable(range, argument);
  if (table instanceof Refusal) return table;
  const names = table.rows.map(([name]) => name);
  const found = matchHeaders(names, metrics);
  if (found.size === 0 && !names.every(isBlankInTable)) {
    const known = Object.values(metrics).map((metric) => metric.header);
    return badArgument(`${argument}里没有认识的指标，请填写：${known.join("、")}。`);
  }
  const benchmarks: Partial<Record<MetricKey, number>> = {};
  for (const [key, row] of found) {
    const cell = table.rows[row]?.[1];
    if (isBlankInTable(cell)) continue;
    const place = `${argument}的“${metrics[key].header}”`;
    const value = isHostError(cell) ? errorValue(place, cell) : metrics[key].quantity.read(cell, place);
    if (value instanceof Refusal) return value;
    benchmarks[key] = value;
  }
  return benchmarks;
}

/** The metrics that are compared when nobody says with what, and those that take their place when given. */
const usual: readonly (readonly [MetricKey, ...MetricKey[]])[] = [
  ["impressions"],
  ["clickRate"],
  ["inquiries", "inquiryRate"],
  ["buyers", "paymentRate"],
];

/** The medians of the products' own figures, for the metrics that have no given benchmark. */
export function ownMedians(products: readonly (ProductFigures | Refusal)[], given: Benchmarks): Benchmarks {
  const medians: Partial<Record<MetricKey, number>> = {};
  for (const keys of usual) {
    if (keys.some((key) => given[key] !== undefined)) continue;
    const middle = median(products, metrics[keys[0]].of);
    if (middle !== undefined) medians[keys[0]] = middle;
  }
  return medians;
}

/** The median of the known values; undefined where none is known. */
function median(products: readonly (ProductFigures | Refusal)[], of: Metric["of"]): number | undefined {
  const values = new Float64Array(products.length);
  let count = 0;
  for (const product of products) {
    const value = product instanceof Refusal ? undefined : of(product);
    if (value !== undefined) values[count++] = value;
  }
  if (count === 0) return undefined;
  const sorted = values.subarray(0, count).sort();
  return (sorted[count >> 1] as number) / 2 + (sorted[(count - 1) >> 1] as number) / 2;
}
