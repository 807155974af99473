import { plainValue } from "../cells/cell.ts";
import { type HeaderField, matchHeaders } from "../cells/header.ts";
import { badArgument, type Refusal } from "../cells/refusal.ts";
import { trimTrailingBlankRows } from "../cells/table.ts";

/** What stands in a table of two columns, 指标 and 值, below its header row. */
export interface MetricTable {
  readonly hasHeader: boolean;
  /** The plain name and value of each row. */
  readonly rows: readonly (readonly [name: unknown, value: unknown])[];
}

const columns = {
  metric: { header: "指标", aliases: ["项目", "名称"] },
  value: { header: "值", aliases: ["数值", "内容", "现值", "当前值"] },
} as const satisfies Record<string, HeaderField>;

/**
 * Reads a range as two columns 指标 and 值, with or without that header row.
 *
 * Refused: a single column.
 */
export function readMetricTable(
  range: readonly (readonly unknown[])[],
  argument: string,
): MetricTable | Refusal {
  const [first = []] = range;
  if (first.length < 2)
    return badArgument(`${argument}应有“指标”和“值”两列，请选两列，左边写指标，右边写值。`);
  const header = matchHeaders(first.map(plainValue), columns);
  const hasHeader = header.size === 2;
  const [metric, value] = hasHeader ? [header.get("metric"), header.get("value")] : [0, 1];
  const rows = trimTrailingBlankRows(hasHeader ? range.slice(1) : range);
  return {
    hasHeader,
    rows: rows.map((row) => [plainValue(row[metric as number]), plainValue(row[value as number])]),
  };
}
