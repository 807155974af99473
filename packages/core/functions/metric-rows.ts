import { isBlankInTable } from "../exports/blank.ts";
import { matchHeaders } from "../exports/header.ts";
import { plainValue } from "./cell.ts";
import { badArgument, type Refusal } from "./refusal.ts";

/** What a range of two columns, 指标 and 值, says. */
export interface MetricRows {
  /** Whether its first row is that header. */
  readonly hasHeader: boolean;
  /** The plain values of the rows below it that name a metric. */
  readonly rows: readonly (readonly [metric: unknown, value: unknown])[];
}

/** Reads two columns 指标, 值, with or without that header row. Refused: a single column. */
export function readMetricRows(
  range: readonly (readonly unknown[])[],
  argument: string,
): MetricRows | Refusal {
  const [first = []] = range;
  if (first.length < 2) return badArgument(`${argument}应为两列：指标、值，请选两列，左边指标，右边值。`);
  const header = matchHeaders(first.map(plainValue), {
    metric: { header: "指标" },
    value: { header: "值", aliases: ["数值"] },
  });
  const hasHeader = header.size === 2;
  const [metric = 0, value = 1] = hasHeader ? [header.get("metric"), header.get("value")] : [];
  const rows = (hasHeader ? range.slice(1) : range).map(
    (row) => [plainValue(row[metric]), plainValue(row[value])] as const,
  );
  return { hasHeader, rows: rows.filter(([name]) => !isBlankInTable(name)) };
}

/** The refusal of a range in which no metric is known; it names those that are. */
export const noKnownMetric = (argument: string, names: readonly string[]): Refusal =>
  badArgument(`${argument}里没有认识的指标，请写成“指标”“值”两列，可用的指标有：${names.join("、")}。`);
