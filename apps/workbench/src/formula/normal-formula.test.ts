import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalFormula } from "./normal-formula.ts";
import { scanFormula } from "./scan-formula.ts";

const FUNCTIONS = ["SUM", "IF", "PAYFEE", "TITLELEN", "SEVENSTAR", "LOG10"];
const SHEETS = ["商品体检", "Ａ表", "goods5k-gbk"];
const known = {
  isFunction: (name: string) => FUNCTIONS.includes(name),
  isSheet: (name: string) => SHEETS.includes(name),
};
const normal = (typed: string) => normalFormula(typed, known);

describe("Chinese signs outside of texts", () => {
  it.each([
    ["＝PAYFEE（“信用卡”，10000）", '=PAYFEE("信用卡",10000)'],
    ['=PAYFEE("信用卡"，10000)', '=PAYFEE("信用卡",10000)'],
    ["=PAYFEE(“信用卡”,10000)", '=PAYFEE("信用卡",10000)'],
    ["=PAYFEE(”信用卡“,10000)", '=PAYFEE("信用卡",10000)'],
    ["=PAYFEE(“信用卡“,10000)", '=PAYFEE("信用卡",10000)'],
    ['=PAYFEE(“信用卡",10000)', '=PAYFEE("信用卡",10000)'],
    ['=PAYFEE("信用卡”,10000)', '=PAYFEE("信用卡",10000)'],
    ["=PAYFEE(＂信用卡＂,10000)", '=PAYFEE("信用卡",10000)'],
    ["=SUM(Ａ１：Ａ７)", "=SUM(A1:A7)"],
    ["＝ＳＵＭ（Ａ１，１２．５）", "=SUM(A1,12.5)"],
    ["=A1－B1＋C1＊D1／E1＾2", "=A1-B1+C1*D1/E1^2"],
    ["=B2＊12％", "=B2*12%"],
    ["=A1＆B1", "=A1&B1"],
    ["=IF(A1＞＝B1，“大”，“小”)", '=IF(A1>=B1,"大","小")'],
    ["=SUM({1，2；3，4})", "=SUM({1,2;3,4})"],
    ["=SEVENSTAR(商品体检！N5：AM8)", "=SEVENSTAR(商品体检!N5:AM8)"],
    ["=SEVENSTAR(‘goods5k-gbk’！A1:Z900)", "=SEVENSTAR('goods5k-gbk'!A1:Z900)"],
    ["=＄A＄1", "=$A$1"],
    ["=SUM(A1　，B1)", "=SUM(A1 ,B1)"],
  ])("%s is %s", (typed, written) => expect(normal(typed)).toBe(written));
});

describe("what stays as it is", () => {
  it.each([
    '="他说“好”，（对）：；％"',
    '=PAYFEE("信用卡（新）",10000)',
    '=IF(A1="“","”","，")',
    "=SUM('（新）表，一'!A1:A7)",
    "=SUM(Ａ表!A1)",
    "=费率表[[#All],[费率（%）]]",
    '="""a"""',
    '="a（""b）""，"&A1',
    "=1.50+1e3+12%+007",
    "=SUM(A1:A7)",
    "你好，（世界）",
    "=",
  ])("%s", (formula) => expect(normal(formula)).toBe(formula));

  it("a text in Chinese marks may hold an English one, which is doubled", () => {
    expect(normal('=TITLELEN(“5"水管”)')).toBe('=TITLELEN("5""水管")');
  });
});

describe("capitals (X4)", () => {
  it.each([
    ["=sum(titlelen(a1),$b$2,c:c)", "=SUM(TITLELEN(A1),$B$2,C:C)"],
    ['=payfee("alipay",true)', '=PAYFEE("alipay",TRUE)'],
    ["=sum(商品体检!n5:am8)", "=SUM(商品体检!N5:AM8)"],
    ["=nosuch(a1)", "=nosuch(A1)"],
    ["=费率表[费率]*a1", "=费率表[费率]*A1"],
    ["=log10(5)", "=LOG10(5)"],
    ["=sum(abc,xfe1,a1048577,xfd1048576)", "=SUM(abc,xfe1,a1048577,XFD1048576)"],
  ])("%s is %s", (typed, written) => expect(normal(typed)).toBe(written));
});

it("closes brackets that are missing at the end", () => {
  expect(normal("=SUM(A1,IF(B1,2,3")).toBe("=SUM(A1,IF(B1,2,3))");
  expect(normal("=SUM({1,2")).toBe("=SUM({1,2})");
  expect(normal('=TITLELEN("a')).toBe('=TITLELEN("a');
});

const signs = fc.constantFrom(..."=＝()（）{}[],，;；\"“”'‘’!！:：+-*%#@$ 　\nA1aZ9.eE，、商品é😀𠮷");
const formulas = fc.array(signs, { maxLength: 40 }).map((letters) => `=${letters.join("")}`);

it("scans every letter exactly once, in order", () => {
  fc.assert(
    fc.property(formulas, (formula) => {
      const pieces = scanFormula(formula);
      expect(pieces.map(({ typed }) => typed).join("")).toBe(formula.slice(1));
      let end = 1;
      for (const piece of pieces) {
        expect([piece.start, piece.end > piece.start]).toEqual([end, true]);
        end = piece.end;
      }
    }),
    { numRuns: 2000 },
  );
});

it("changes nothing more in a finished formula when done again", () => {
  const isFinished = (formula: string) => scanFormula(formula).every(({ isClosed }) => isClosed);
  fc.assert(
    fc.property(formulas, (formula) => {
      const once = normal(formula);
      // A sheet's name that nothing closes may be closed by what is written for the one before it: ='‘'’
      if (isFinished(formula) && isFinished(once)) expect(normal(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});

it.each(["“", '"', "'", "[", "(", "=", "A", "1", '“a"', " ", "1e"])(
  "takes no longer than a letter's share for 8,000 times %s",
  (letters) => {
    const start = process.cpuUsage().user;
    normal(`=${letters.repeat(8000 / letters.length)}`);
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(1000);
  },
);
