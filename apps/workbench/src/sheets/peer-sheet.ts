import type { IWorksheetData } from "@univerjs/core";
import { draftSheet } from "./draft-sheet.ts";
import { buyerSamples, indexSamples, peerSamples, rankingSamples, supplySamples } from "./peer-samples.ts";

const HEADER = 2;
const FIRST = HEADER + 1;
const BANDS = 5;
const TOP = 10;
const KEYWORDS = 15;
const HORIZON = 4;
/** The first column of the results beside the products. */
const RESULT = 4;

/** 同类分析: what sells in one trade, at which prices, under which words, and where demand goes. */
export function peerSheet(isNarrow: boolean): Partial<IWorksheetData> {
  const sheet = draftSheet("peers", "同类分析");
  const rows = peerSamples.length;
  const column = (letter: string) => `${letter}${FIRST + 1}:${letter}${FIRST + rows}`;

  sheet.put(0, 0, "同类分析 Peers", "title");
  sheet.put(
    0,
    2,
    "左边换成自己类目的同类商品（搜索结果或阿里指数导出），右边马上重算。样例为虚构的瑜伽裤。",
    "hint",
  );
  sheet.putRow(HEADER, 0, ["商品标题", "价格", "近90天销量"], "data");
  for (const [index, product] of peerSamples.entries()) sheet.putRow(FIRST + index, 0, product);
  sheet.paint(FIRST, 0, rows, 1, "input");
  sheet.paint(FIRST, 1, rows, 1, "inputMoney");
  sheet.paint(FIRST, 2, rows, 1, "inputWhole");

  sheet.put(1, RESULT, "价格带：哪个价位卖得比铺的货多（机会大于 1）", "section");
  sheet.put(HEADER, RESULT, `=PRICEBAND(${column("B")},${column("C")},${BANDS})`);
  sheet.paint(HEADER, RESULT, 1, 7, "result");
  sheet.paint(FIRST, RESULT + 1, BANDS, 1, "whole");
  sheet.paint(FIRST, RESULT + 2, BANDS, 1, "percentOne");
  sheet.paint(FIRST, RESULT + 3, BANDS, 1, "whole");
  sheet.paint(FIRST, RESULT + 4, BANDS, 1, "percentOne");
  sheet.paint(FIRST, RESULT + 5, BANDS, 2, "money");

  const peers = FIRST + BANDS + 1;
  sheet.put(peers, RESULT, `销量前 ${TOP} 名`, "section");
  sheet.put(peers + 1, RESULT, `=PEERS(A${HEADER + 1}:C${FIRST + rows},,${TOP})`);
  sheet.paint(peers + 1, RESULT, 1, 7, "result");
  sheet.paint(peers + 2, RESULT, TOP, 1, "centred");
  sheet.paint(peers + 2, RESULT + 2, TOP, 1, "money");
  sheet.paint(peers + 2, RESULT + 3, TOP, 1, "whole");
  sheet.paint(peers + 2, RESULT + 4, TOP, 3, "percentOne");

  const words = peers + TOP + 3;
  sheet.put(words, RESULT, `同行标题里的词，前 ${KEYWORDS} 个`, "section");
  sheet.put(words + 1, RESULT, `=KEYWORDS(${column("A")},${column("C")},${KEYWORDS})`);
  sheet.paint(words + 1, RESULT, 1, 4, "result");
  sheet.paint(words + 2, RESULT + 1, KEYWORDS, 1, "whole");
  sheet.paint(words + 2, RESULT + 2, KEYWORDS, 1, "percentOne");
  sheet.paint(words + 2, RESULT + 3, KEYWORDS, 1, "whole");

  let row = Math.max(FIRST + rows, words + 2 + KEYWORDS) + 1;
  sheet.put(row, 0, "阿里指数：每周采购指数的走势和预测（95% 区间）", "section");
  sheet.put(row + 1, 0, "每周采购指数（从早到晚）", "data");
  for (const [index, value] of indexSamples.entries()) sheet.put(row + 2 + index, 0, value, "inputWhole");
  sheet.put(row + 1, RESULT, `=INDEXTREND(A${row + 3}:A${row + 2 + indexSamples.length},${HORIZON})`);
  sheet.paint(row + 1, RESULT, 1, 6, "result");
  sheet.paint(row + 2, RESULT, indexSamples.length + HORIZON, 1, "centred");
  sheet.paint(row + 2, RESULT + 1, indexSamples.length + HORIZON, 5, "whole");

  row += indexSamples.length + HORIZON + 3;
  sheet.put(row, 0, "供需比：买的人多、卖的人少的先上架", "section");
  sheet.putRow(row + 1, 0, ["名称", "采购指数", "供应指数"], "data");
  for (const [index, sample] of supplySamples.entries()) sheet.putRow(row + 2 + index, 0, sample, "input");
  const supplyRows = `${row + 3}:`;
  const supplyEnd = row + 2 + supplySamples.length;
  const supplyRange = ["A", "B", "C"]
    .map((letter) => `${letter}${supplyRows}${letter}${supplyEnd}`)
    .join(",");
  sheet.put(row + 1, RESULT, `=DEMANDGAP(${supplyRange})`);
  sheet.paint(row + 1, RESULT, 1, 5, "result");
  sheet.paint(row + 2, RESULT + 1, supplySamples.length, 2, "whole");
  sheet.paint(row + 2, RESULT + 3, supplySamples.length, 1, "money");
  sheet.paint(row + 2, RESULT + 4, supplySamples.length, 1, "centred");

  row += supplySamples.length + 3;
  sheet.put(row, 0, "采购商构成：占比和 95% 区间", "section");
  sheet.putRow(row + 1, 0, ["采购商", "人数"], "data");
  for (const [index, sample] of buyerSamples.entries()) sheet.putRow(row + 2 + index, 0, sample, "input");
  const buyerEnd = row + 2 + buyerSamples.length;
  sheet.put(row + 1, RESULT, `=BUYERMIX(A${row + 3}:A${buyerEnd},B${row + 3}:B${buyerEnd})`);
  sheet.paint(row + 1, RESULT, 1, 5, "result");
  sheet.paint(row + 2, RESULT + 1, buyerSamples.length, 1, "whole");
  sheet.paint(row + 2, RESULT + 2, buyerSamples.length, 3, "percentOne");

  row += buyerSamples.length + 3;
  sheet.put(row, 0, "阿里排行：这一周和上一周比", "section");
  sheet.putRow(row + 1, 0, ["本周榜单", "上周榜单"], "data");
  for (const [index, sample] of rankingSamples.entries()) sheet.putRow(row + 2 + index, 0, sample, "input");
  const rankEnd = row + 2 + rankingSamples.length;
  sheet.put(row + 1, RESULT, `=RANKMOVE(A${row + 3}:A${rankEnd},B${row + 3}:B${rankEnd})`);
  sheet.paint(row + 1, RESULT, 1, 4, "result");
  sheet.paint(row + 2, RESULT + 1, rankingSamples.length * 2, 3, "centred");

  sheet.widths(0, [isNarrow ? 150 : 330, 84, 96, 24, 120, 150, 84, 84, 84, 84, 84]);
  sheet.height(0, 32);
  return sheet.done({ rows: FIRST, columns: 0 });
}
