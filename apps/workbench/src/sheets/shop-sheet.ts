import type { IWorksheetData } from "@univerjs/core";
import { draftSheet } from "./draft-sheet.ts";

/** A shop's funnel of our own: stage, count, benchmark. */
const STAGES: readonly (readonly (string | number | undefined)[])[] = [
  ["展现", 186_000, undefined],
  ["点击", 5_952, 0.04],
  ["访客", 4_880, 0.8],
  ["询盘", 390, 0.1],
  ["支付", 156, 0.35],
];

/** Products of our own as 生意参谋 reports them. */
const PRODUCTS: readonly (readonly (string | number)[])[] = [
  ["春秋新款男士连帽卫衣加绒加厚", 52_000, 2_600, 2_100, 180, 88],
  ["夏季冰丝阔腿裤女高腰垂感显瘦", 41_000, 820, 700, 66, 21],
  ["纯棉重磅圆领短袖T恤男女同款", 36_500, 1_460, 1_220, 41, 12],
  ["儿童连体睡衣秋冬法兰绒加厚", 23_000, 980, 860, 70, 30],
  ["高弹力瑜伽裤女提臀紧身速干", 18_800, 510, 430, 25, 0],
  ["家用透明密封罐五谷杂粮储物罐", 1_200, 60, 52, 5, 3],
  ["北欧风陶瓷餐具套装家用碗盘", 0, 0, 0, 0, 0],
  ["工业级锂电冲击钻家用多功能", 13_500, "-", 380, 30, 2],
];
const FUNNEL = 3;
const RESULT = 7;

/** 店铺诊断: where the shop loses its buyers, and what to do about each product. */
export function shopSheet(isNarrow: boolean): Partial<IWorksheetData> {
  const sheet = draftSheet("shop", "店铺诊断");
  sheet.put(0, 0, "店铺诊断 Shop diagnosis", "title");
  sheet.put(1, 0, "从生意参谋导出数据贴到浅黄色的格子里；“-”和空格按没有数据处理。", "hint");
  sheet.put(2, 0, "转化漏斗：哪一步最伤成交", "section");
  sheet.put(2, 4, "客单价（元）", "data");
  sheet.put(2, 5, 320, "inputMoney");
  sheet.putRow(FUNNEL, 0, ["环节", "数量", "基准转化率"], "data");
  for (const [index, stage] of STAGES.entries()) sheet.putRow(FUNNEL + 1 + index, 0, stage, "input");
  sheet.paint(FUNNEL + 1, 1, STAGES.length, 1, "inputWhole");
  sheet.paint(FUNNEL + 1, 2, STAGES.length, 1, "inputPercent");
  const stage = (letter: string) => `${letter}${FUNNEL + 2}:${letter}${FUNNEL + 1 + STAGES.length}`;
  sheet.put(FUNNEL, RESULT, `=FUNNEL(${["A", "B", "C"].map(stage).join(",")},F3)`);
  sheet.paint(FUNNEL, RESULT, 1, 7, "result");
  sheet.paint(FUNNEL + 1, RESULT + 1, STAGES.length, 1, "whole");
  sheet.paint(FUNNEL + 1, RESULT + 2, STAGES.length, 3, "percentOne");
  sheet.paint(FUNNEL + 1, RESULT + 5, STAGES.length, 1, "money");
  sheet.paint(FUNNEL + 1, RESULT + 6, STAGES.length, 1, "centred");

  const diagnosis = FUNNEL + STAGES.length + 2;
  sheet.put(diagnosis, 0, "商品诊断：每个商品该做什么（没给基准，按这张表的中位数）", "section");
  const header = diagnosis + 1;
  sheet.putRow(header, 0, ["商品", "展现次数", "点击次数", "访客数", "询盘数", "支付买家数"], "data");
  for (const [index, product] of PRODUCTS.entries()) sheet.putRow(header + 1 + index, 0, product, "input");
  sheet.paint(header + 1, 1, PRODUCTS.length, 5, "inputWhole");
  sheet.put(header, RESULT, `=PRODUCTDIAG(A${header + 1}:F${header + 1 + PRODUCTS.length})`);
  sheet.paint(header, RESULT, 1, 3, "result");

  sheet.widths(0, [
    isNarrow ? 150 : 220,
    90,
    96,
    76,
    96,
    90,
    24,
    isNarrow ? 150 : 220,
    240,
    90,
    90,
    90,
    110,
    76,
  ]);
  sheet.height(0, 32);
  return sheet.done({ rows: 0, columns: isNarrow ? 0 : 1 });
}
