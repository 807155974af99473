import { isBlankInTable } from "../cells/blank.ts";
import { isHostError } from "../cells/cell.ts";
import { errorValue } from "../cells/error-value.ts";
import { foldChoice, shortened } from "../cells/quantity.ts";
import { badArgument, Refusal } from "../cells/refusal.ts";
import { readMetricTable } from "../functions/metric-table.ts";
import type { ReadMetric } from "./metric-kinds.ts";

/** The metrics a function knows, by name. */
export type Metrics = ReadonlyMap<string, ReadMetric>;

/** What a two-column table says of a shop. */
export interface Profile {
  /** Whether it has the header alone. */
  readonly isEmpty: boolean;
  /** The words of each metric that is given, or why it could not be read; of equal metrics the first counts. */
  readonly values: ReadonlyMap<string, readonly string[] | Refusal>;
  /** The metrics that are not known, as a reason names them. */
  readonly ignored: ReadonlySet<string>;
}

/** A metric's name without what merchants put around it: 是否支持代发 is 支持代发, 客户类型 is 客户. */
const coreName = (name: string) =>
  foldChoice(name).replace(/\([^()]*\)|是否|支持|一件|可|主要|目标|主营|经营|类型|量$/g, "");

/** Reads columns 指标 and 值, with or without that header row; refused where neither it nor any metric is known. */
export function profileReader(metrics: Metrics) {
  const names = new Map([...metrics.keys()].map((name) => [coreName(name), name]));
  return (range: readonly (readonly unknown[])[], argument: string): Profile | Refusal => {
    const table = readMetricTable(range, argument);
    if (table instanceof Refusal) return table;
    const values = new Map<string, readonly string[] | Refusal>();
    const ignored = new Set<string>();
    let isKnown = table.hasHeader;
    for (const [metric, value] of table.rows) {
      if (isBlankInTable(metric)) continue;
      const text = isHostError(metric) ? "错误值" : String(metric).trim();
      const name = names.get(coreName(text));
      const read = name === undefined ? undefined : metrics.get(name);
      if (name === undefined || !read) {
        ignored.add(shortened(text));
        continue;
      }
      isKnown = true;
      if (values.has(name) || isBlankInTable(value)) continue;
      const place = `${argument}的“${name}”`;
      values.set(name, isHostError(value) ? errorValue(place, value) : read(value, place));
    }
    if (isKnown) return { isEmpty: table.rows.length === 0, values, ignored };
    return badArgument(
      `${argument}里没有认识的指标，请写成“指标”“值”两列，可用的指标有：${[...metrics.keys()].join("、")}。`,
    );
  };
}
