import type { Cell } from "../cells/cell.ts";
import { Refusal } from "../cells/refusal.ts";
import { countQuantity } from "../functions/count-quantity.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { commonLength, firstRefusal, itemCell, listOf, readTexts } from "../functions/list.ts";
import { wilsonInterval } from "../statistics/wilson-interval.ts";

const readCounts = listOf(countQuantity);
const HEADER = ["类别", "数量", "占比", "下限", "上限"];

/** BUYERMIX: who the buyers are, with the limits between which each true share lies. */
export const buyerMix = defineFunction({
  id: "BUYERMIX",
  parameters: [
    {
      shape: "range",
      name: "labels",
      title: "类别",
      read: readTexts,
    },
    {
      shape: "range",
      name: "counts",
      title: "数量",
      read: readCounts,
    },
  ],
  compute: ({ labels, counts }) => {
    const length = commonLength(labels, counts);
    if (length instanceof Refusal) return length;
    const refusal = firstRefusal(labels) ?? firstRefusal(counts);
    if (refusal) return refusal;
    const known = counts.items.filter((count) => typeof count === "number");
    const total = known.reduce((sum, count) => sum + count, 0);
    const answer: Cell[][] = [HEADER];
    for (let index = 0; index < length; index++) {
      const label = itemCell(labels.items[index]);
      const count = counts.items[index];
      if (typeof count === "number" && total > 0) {
        const [lower, upper] = wilsonInterval(count, total);
        answer.push([label, count, count / total, lower, upper]);
      } else if (label !== "" || count !== undefined) {
        answer.push([label, itemCell(count), "", "", ""]);
      }
    }
    return answer;
  },
});

export const buyerMixText = describe(buyerMix, {
  domain: "market",
  summary: {
    zh: "采购商构成：各类采购商的占比，以及占比的 95% 区间（人数少时占比不可靠，区间会很宽）。",
    en: "Buyer profile: the share of each kind of buyer with its 95 % interval, which is wide where few were counted.",
  },
  source: "seed 80-81：采购商素描的采购商身份占比；区间用 Wilson 1927（JASA 22, 209–212），每一类对其余各类",
  parameters: {
    labels: { zh: "采购商类别，如 新采购商、老采购商", en: "kinds of buyers, one row or column" },
    counts: { zh: "各类的人数（整数），与类别一样多", en: "number of buyers of each kind, integers" },
  },
  returns: {
    zh: "表格：类别、数量、占比、下限、上限，按给出的顺序，没有合计行",
    en: "table 类别 (kind), 数量 (count), 占比 (share), 下限 and 上限 (95 % limits), in the given order",
  },
  examples: [
    {
      arguments: [
        [["新采购商"], ["老采购商"]],
        [[264], [36]],
      ],
      answer: [
        HEADER,
        ["新采购商", 264, 0.88, 0.8383421862, 0.9120491557],
        ["老采购商", 36, 0.12, 0.0879508443, 0.1616578138],
      ],
    },
  ],
});
