import type { Cell } from "../cells/cell.ts";
import { numberQuantity } from "../cells/quantity.ts";
import { badArgument } from "../cells/refusal.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { finiteCell } from "../functions/finite-cell.ts";
import { firstRefusal, listOf } from "../functions/list.ts";
import { linearTrend } from "../statistics/linear-trend.ts";

const readIndices = listOf(numberQuantity({ words: { zh: "数字", en: "number" } }));
const HEADER = ["期", "实际", "拟合", "预测", "下限", "上限"];
const LEAST_VALUES = 3;

/** INDEXTREND: the straight trend of an index and its forecast with 95 % prediction limits. */
export const indexTrend = defineFunction({
  id: "INDEXTREND",
  parameters: [
    {
      shape: "range",
      name: "values",
      title: "指数",
      read: readIndices,
    },
    {
      shape: "one",
      name: "horizon",
      title: "预测期数",
      quantity: numberQuantity({
        words: { zh: "1 到 1000 的整数", en: "integer from 1 to 1000" },
        zeroIsBlank: true,
        integer: true,
        min: 1,
        max: 1000,
      }),
      optional: true,
      fallback: 4,
    },
  ],
  compute: ({ values, horizon }) => {
    const refusal = firstRefusal(values);
    if (refusal) return refusal;
    const periods: number[] = [];
    const known: number[] = [];
    for (const [index, value] of values.items.entries()) {
      if (typeof value !== "number") continue;
      periods.push(index + 1);
      known.push(value);
    }
    if (known.length < LEAST_VALUES) {
      return badArgument(
        `${values.argument}至少要 ${LEAST_VALUES} 个数字，现有 ${known.length} 个，请多选几期。`,
      );
    }
    const trend = linearTrend(periods, known);
    const rows: Cell[][] = [HEADER];
    for (let period = 1; period <= values.length + horizon; period++) {
      const isForecast = period > values.length;
      const fitted = trend.at(period);
      const margin = trend.margin(period);
      rows.push([
        period,
        values.items[period - 1] ?? "",
        finiteCell(fitted),
        isForecast ? finiteCell(fitted) : "",
        finiteCell(fitted - margin),
        finiteCell(fitted + margin),
      ]);
    }
    return rows;
  },
});

export const indexTrendText = describe(indexTrend, {
  domain: "market",
  summary: {
    zh: "阿里指数的走势和预测：用最小二乘直线拟合各期指数，往后预测几期，并给出 95% 预测区间。",
    en: "Trend and forecast of an index: a least-squares line through its periods, extended, with 95 % prediction limits.",
  },
  source:
    "seed 70：对潜力行业做采购需求预测；最小二乘直线（= FORECAST.LINEAR）和预测区间见 Draper、Smith《Applied Regression Analysis》第 3 版 1998 第 1 章；指数按直线变化、各期偏差独立同方差为假设",
  parameters: {
    values: {
      zh: "各期指数，从早到晚的一列或一行，至少 3 个；中间的空格算缺一期",
      en: "index per period, oldest first, one row or column of at least 3; a blank in between is a missing period",
    },
    horizon: { zh: "往后预测几期，不填为 4", en: "periods to forecast, 4 if left out" },
  },
  returns: {
    zh: "表格：期、实际、拟合、预测、下限、上限；历史各期的预测为空，预测各期的实际为空",
    en: "table 期 (period), 实际 (actual), 拟合 (fitted), 预测 (forecast), 下限 and 上限 (95 % prediction limits)",
  },
  examples: [
    {
      arguments: [[[10], [12], [11], [13]], 2],
      answer: [
        HEADER,
        [1, 10, 10.3, "", 4.9779124975, 15.6220875025],
        [2, 12, 11.1, "", 6.4459694887, 15.7540305113],
        [3, 11, 11.9, "", 7.2459694887, 16.5540305113],
        [4, 13, 12.7, "", 7.3779124975, 18.0220875025],
        [5, "", 13.5, 13.5, 7.0460209054, 19.9539790946],
        [6, "", 14.3, 14.3, 6.4483955584, 22.1516044416],
      ],
    },
    { arguments: [[[1], [2]]], answer: { error: "#VALUE!", says: "至少要 3 个" } },
  ],
});
