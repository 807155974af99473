import type { Cell } from "../cells/cell.ts";
import { decimalValue } from "../cells/decimal-value.ts";
import { Refusal } from "../cells/refusal.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { finiteCell } from "../functions/finite-cell.ts";
import { commonLength, itemCell, type ListItem, readAmounts, readTexts } from "../functions/list.ts";
import { sortOrder } from "../functions/sort-order.ts";
import { topQuantity } from "../functions/top-quantity.ts";

const HEADER = ["名称", "采购指数", "供应指数", "供需比", "排名"];

/** DEMANDGAP: where buyers ask for more than sellers offer. */
export const demandGap = defineFunction({
  id: "DEMANDGAP",
  parameters: [
    {
      shape: "range",
      name: "names",
      title: "名称",
      read: readTexts,
    },
    {
      shape: "range",
      name: "demand",
      title: "采购指数",
      read: readAmounts,
    },
    {
      shape: "range",
      name: "supply",
      title: "供应指数",
      read: readAmounts,
    },
    {
      shape: "one",
      name: "top",
      title: "前几名",
      quantity: topQuantity,
      optional: true,
      fallback: Number.POSITIVE_INFINITY,
    },
  ],
  compute: ({ names, demand, supply, top }) => {
    const length = commonLength(names, demand, supply);
    if (length instanceof Refusal) return length;
    const ratios: ListItem<number>[] = [];
    const compared: number[] = [];
    const withoutSupply: number[] = [];
    const unknown: number[] = [];
    const unreadable: number[] = [];
    for (let index = 0; index < length; index++) {
      const [wanted, offered] = [demand.items[index], supply.items[index]];
      const ratio = ratioOf(wanted, offered);
      ratios.push(ratio);
      if (typeof ratio === "number") compared.push(index);
      else if (ratio instanceof Refusal) unreadable.push(index);
      else if (wanted !== undefined && offered !== undefined) withoutSupply.push(index);
      else if (names.items[index] !== undefined || wanted !== offered) unknown.push(index);
    }
    const order = sortOrder(
      compared.map((index) => decimalValue(ratios[index] as number)),
      true,
    );
    const ranked = Array.from(order, (position) => compared[position] as number).concat(withoutSupply);

    const answer: Cell[][] = [HEADER];
    const place = (index: number, rank: Cell) => {
      const [name, wanted, offered] = [names.items[index], demand.items[index], supply.items[index]];
      answer.push([itemCell(name), itemCell(wanted), itemCell(offered), itemCell(ratios[index]), rank]);
    };
    for (const index of ranked.slice(0, top)) place(index, answer.length);
    for (const index of unknown.slice(0, Math.max(0, top + 1 - answer.length))) place(index, "");
    for (const index of unreadable) place(index, itemCell(ratios[index]));
    return answer;
  },
});

export const demandGapText = describe(demandGap, {
  domain: "market",
  summary: {
    zh: "供需比排名：采购指数除以供应指数，越大说明买的人多、卖的人少，越值得上架。",
    en: "Ranking by purchase index over supply index: the larger, the more buyers there are for each seller.",
  },
  source: "seed 66-69：阿里指数行业大盘的 1688 采购指数与供应指数；用两者之比衡量机会为假设",
  parameters: {
    names: {
      zh: "行业、属性或关键词，一列或一行",
      en: "industries, attributes or keywords, one row or column",
    },
    demand: { zh: "采购指数，与名称一样多", en: "purchase index of each name" },
    supply: { zh: "供应指数，与名称一样多", en: "supply index of each name" },
    top: { zh: "只显示前几名，不填全部显示", en: "how many to show, all if left out" },
  },
  returns: {
    zh: "表格：名称、采购指数、供应指数、供需比、排名，按供需比从大到小；供应指数为 0 的没有供需比，排在最后",
    en: "table 名称 (name), 采购指数 (purchase index), 供应指数 (supply index), 供需比 (ratio), 排名 (rank); supply 0 has no ratio and comes last",
  },
  examples: [
    {
      arguments: [
        [["瑜伽裤"], ["卫衣"], ["汉服"]],
        [[1200], [900], [300]],
        [[400], [600], [0]],
      ],
      answer: [HEADER, ["瑜伽裤", 1200, 400, 3, 1], ["卫衣", 900, 600, 1.5, 2], ["汉服", 300, 0, "", 3]],
    },
  ],
});

/** 采购指数 over 供应指数; undefined where one is blank or the supply is 0. */
function ratioOf(wanted: ListItem<number>, offered: ListItem<number>): ListItem<number> {
  if (wanted instanceof Refusal) return wanted;
  if (offered instanceof Refusal) return offered;
  return wanted === undefined || !offered ? undefined : finiteCell(wanted / offered);
}
