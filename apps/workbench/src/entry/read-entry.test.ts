import { describe, expect, it } from "vitest";
import { readEntry } from "./read-entry.ts";

const read = (typed: string) => readEntry(typed, 2026);

describe("amounts become numbers that show as they were typed (B15)", () => {
  it.each([
    ["￥12.50", 12.5, '"￥"0.00'],
    ["¥12.50", 12.5, '"¥"0.00'],
    ["￥1,234.5", 1234.5, '"￥"#,##0.0'],
    ["-￥12", -12, '"￥"0'],
    ["￥-12", -12, '"￥"0'],
    ["12.5元", 12.5, '0.0"元"'],
    ["1,234元", 1234, '#,##0"元"'],
    ["-3元", -3, '0"元"'],
    ["￥１２．５０", 12.5, '"￥"0.00'],
    ["１２．５元", 12.5, '0.0"元"'],
    [" 12.5元 ", 12.5, '0.0"元"'],
    ["１２３", 123, undefined],
    ["１，２３４", 1234, "#,##0"],
    ["１．１％", 0.011, "0.0%"],
  ])("%s", (typed, number, pattern) => expect(read(typed)).toEqual({ number, pattern }));
});

describe("dates become serial numbers, without a year those of this year (B15)", () => {
  it.each([
    // 2026-03-28 is 46109; 30 November is 3 + 30 + 31 + 30 + 31 + 31 + 30 + 31 + 30 days later.
    ["2026年11月30日", 46_356, 'yyyy"年"m"月"d"日"'],
    ["11月30日", 46_356, 'm"月"d"日"'],
    ["2026年03月08日", 46_089, 'yyyy"年"mm"月"dd"日"'],
    ["２０２６年３月２８日", 46_109, 'yyyy"年"m"月"d"日"'],
    ["2026年3月", 46_082, 'yyyy"年"m"月"'],
    ["2028年2月29日", 46_812, 'yyyy"年"m"月"d"日"'],
  ])("%s", (typed, number, pattern) => expect(read(typed)).toEqual({ number, pattern }));

  it("takes the year of the clock", () => {
    expect(readEntry("3月28日", 2026)).toEqual({ number: 46_109, pattern: 'm"月"d"日"' });
    expect(readEntry("3月28日", 2027)).toEqual({ number: 46_474, pattern: 'm"月"d"日"' });
  });
});

it("keeps ids of twelve and more digits as text, also with a nought before them", () => {
  for (const id of ["123456789012", "2210000000000000123", "007712345678", "1".repeat(32_767)]) {
    expect(read(id)).toEqual({ text: id });
  }
  expect(read("１２３４５６７８９０１２")).toEqual({ text: "123456789012" });
  expect(read("12345678901")).toBeUndefined();
});

describe("everything else is left to the grid", () => {
  it.each([
    "12.5万",
    "200+",
    "2026年2月30日",
    "13月1日",
    "11月31日",
    "11月",
    "1899年1月1日",
    "￥",
    "元",
    "￥12元",
    "--12元",
    "￥1,23",
    "1234567890123456元",
    "12.5",
    "2026-11-30",
    "30%",
    "约12元",
    "",
    `￥${"1".repeat(40)}`,
  ])("%s", (typed) => expect(read(typed)).toBeUndefined());
});
