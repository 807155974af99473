import { cellAddress, columnLetters } from "@sevenstar/core/cells/cell-address";
import type { IWorksheetData } from "@univerjs/core";
import { draftSheet } from "./draft-sheet.ts";
import { errorNote } from "./error-note.ts";
import { listingSamples, SAMPLE_FIELDS, SAMPLE_HEADERS } from "./listing-samples.ts";
import type { SheetStyle } from "./sheet-styles.ts";

const HEADER = 4;
const FIRST = HEADER + 1;
/** SEVENSTARCHECK's ten columns, then SEVENSTAR and SEVENSTARSCORE, a gap, then the merchant's own data. */
const STARS = 10;
const SCORE = 11;
const DATA = 13;

/** What is counted over the report's rows 6 to 65; of a report that failed it says so, and never counts none. */
const SUMMARY = [
  summary(
    "OR(ISERROR(K6),COUNT(K6:K65)=0)",
    "K6:L65",
    '"共 "&COUNTA(P6:P65)&" 个商品：七星 "&COUNTIF(K6:K65,7)&" 个，六星 "&COUNTIF(K6:K65,6)&" 个，五星及以下 "&COUNTIF(K6:K65,"<6")&" 个；平均得分 "&IFERROR(ROUND(AVERAGEIF(L6:L65,">=0"),1),"没有算出来")',
  ),
  summary(
    "ISERROR(A5)",
    "A5:J65",
    `"没通过：${["标题", "属性", "自定义属性", "主图视频", "销售信息", "网上订购", "详情"]
      .map((name, index) => {
        const letter = columnLetters(index + 2);
        return `${name} "&COUNTIF(${letter}6:${letter}65,"✗")&"`;
      })
      .join("，")}；有未知项的格子 "&COUNTIF(C6:I65,"未知")&" 个"`,
  ),
];

function summary(hasFailed: string, range: string, counts: string): string {
  const alone = errorNote(range, { before: "没有统计：", after: "请先处理它，点一下就看到原因" });
  const beside = errorNote(range, { before: "；另有 ", after: "没有计入" });
  return `=IF(${hasFailed},${alone},${counts}&${beside})`;
}

const widths: Partial<Record<(typeof SAMPLE_FIELDS)[number], number>> = {
  offerId: 130,
  title: 400,
  category: 90,
  attrRequired: 100,
  attrFilled: 110,
  attrCustom: 100,
  onlineOrder: 110,
  logoPosition: 82,
};
const styles: Partial<Record<(typeof SAMPLE_FIELDS)[number], SheetStyle>> = {
  offerId: "text",
  title: "plain",
  category: "plain",
  price: "money",
  moq: "whole",
  stock: "whole",
  sales: "whole",
};

/** 商品体检: sixty listings, what is wrong with each, and a summary; on a narrow screen only one column is frozen. */
export function listingSheet(isNarrow: boolean): Partial<IWorksheetData> {
  const sheet = draftSheet("listings", "商品体检");
  const last = FIRST + listingSamples.length - 1;
  const table = `${cellAddress(HEADER, DATA)}:${cellAddress(last, DATA + SAMPLE_FIELDS.length - 1)}`;

  sheet.put(0, 0, "商品体检 Listing check", "title");
  sheet.put(
    0,
    3,
    "改动右边的商品数据，左边的星级和建议马上重算；数据为虚构样例，可用上方“导入”换成自己的商品。",
    "hint",
  );
  for (const [index, formula] of SUMMARY.entries()) sheet.put(index + 1, 0, formula, "summary");
  sheet.put(3, 0, "体检结果（公式，不要改）", "section");
  sheet.put(3, DATA, "商品数据（可以改）", "section");

  sheet.put(HEADER, 0, `=SEVENSTARCHECK(${table})`);
  sheet.paint(HEADER, 0, 1, SCORE + 1, "result");
  sheet.put(HEADER, STARS, "星级", "result");
  sheet.put(HEADER, SCORE, "得分", "result");
  sheet.put(FIRST, STARS, `=SEVENSTAR(${table})`);
  sheet.put(FIRST, SCORE, `=SEVENSTARSCORE(${table})`);
  const rows = listingSamples.length;
  sheet.paint(FIRST, 0, rows, 1, "plain");
  sheet.paint(FIRST, 1, rows, 8, "centred");
  sheet.paint(FIRST, 9, rows, 1, "plain");
  sheet.paint(FIRST, STARS, rows, 2, "centred");

  sheet.putRow(HEADER, DATA, SAMPLE_HEADERS, "data");
  for (const [index, field] of SAMPLE_FIELDS.entries()) {
    const column = DATA + index;
    sheet.widths(column, [widths[field] ?? 76]);
    for (const [row, listing] of listingSamples.entries()) {
      const value = listing[index];
      sheet.put(FIRST + row, column, value === "" ? undefined : value, styles[field] ?? "centred");
    }
  }
  sheet.widths(0, [isNarrow ? 150 : 200, 48, 46, 46, 60, 46, 46, 46, 46, 420, 48, 48, 24]);
  sheet.height(0, 32);
  sheet.height(HEADER, 44);
  return sheet.done({ rows: FIRST, columns: isNarrow ? 1 : 2 });
}
