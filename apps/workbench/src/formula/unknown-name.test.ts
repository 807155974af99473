import { describe, expect, it } from "vitest";
import { unknownName } from "./unknown-name.ts";

const names = {
  sheets: ["商品体检", "goods5k-gbk", "我的 表", "2026", "商品（新）", "O'Neil"],
  isFunction: (name: string) => ["SUM", "PAYFEE", "SEVENSTAR", "LET", "LOG10"].includes(name),
  isName: (name: string) => ["费率表", "税率"].includes(name),
};
const said = (formula: string) => unknownName(formula, names);

describe("an unknown name is named (B15)", () => {
  it.each([
    [
      "=PAYFEE(信用卡,10000)",
      '不认识“信用卡”：文本要加英文双引号，写成 "信用卡"；函数名、表名请检查有没有写错。',
    ],
    ["=PAYFE(A1,B1)", "不认识函数“PAYFE”：请检查函数名有没有写错。"],
    ["=SUM(A1,abc)", '不认识“abc”：文本要加英文双引号，写成 "abc"；函数名、表名请检查有没有写错。'],
    ["=SUM(收费表[费率])", "没有名为“收费表”的表：请检查表名有没有写错。"],
    ["=SUM(没有!A1)", "没有名为“没有”的工作表：请检查工作表名有没有写错。"],
    ["=SUM('没 有'!A1)", "没有名为“没 有”的工作表：请检查工作表名有没有写错。"],
    ["=SUM(XFE1)", '不认识“XFE1”：文本要加英文双引号，写成 "XFE1"；函数名、表名请检查有没有写错。'],
  ])("%s", (formula, sentence) => expect(said(formula)).toBe(sentence));
});

describe("a sheet name that needs quotes says so (B15)", () => {
  it.each([
    [
      "=SEVENSTAR(goods5k-gbk!A1:Z900)",
      "工作表名“goods5k-gbk”要用英文单引号括起来：写成 'goods5k-gbk'!A1 的样子。",
    ],
    ["=SUM(我的 表!A1)", "工作表名“我的 表”要用英文单引号括起来：写成 '我的 表'!A1 的样子。"],
    ["=SUM(2026!A1)", "工作表名“2026”要用英文单引号括起来：写成 '2026'!A1 的样子。"],
    ["=SUM(商品(新)!A1)", "工作表名“商品（新）”要用英文单引号括起来：写成 '商品（新）'!A1 的样子。"],
  ])("%s", (formula, sentence) => expect(said(formula)).toBe(sentence));
});

describe("what is known is not complained of", () => {
  it.each([
    "=SUM(A1:A7,B:B,$C$3,3:5)",
    "=SEVENSTAR(商品体检!N5:AM8)",
    "=SUM('goods5k-gbk'!A1:Z900,'O''Neil'!A1)",
    "=费率表[费率]*税率",
    '="信用卡"&TRUE&#N/A',
    "=LET(x,1,x+1)",
    "=LOG10(5)",
    "=1e3+12.5%",
    "=[1]Sheet1!A1",
    "='[1]Sheet1'!A1",
  ])("%s", (formula) => expect(said(formula)).toBeUndefined());
});
