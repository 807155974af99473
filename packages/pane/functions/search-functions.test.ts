import { describe, expect, it } from "vitest";
import type { FunctionCard } from "./function-card.ts";
import { searchFunctions } from "./search-functions.ts";

const card = (id: string, zh: string, en: string, parameter: string): FunctionCard => ({
  id,
  domain: id.startsWith("PAY") ? "payment" : "listing",
  summary: { zh, en },
  returns: { zh: "数字", en: "a number" },
  parameters: [
    { name: parameter, title: "货款", words: { zh: "元", en: "in yuan" }, optional: false, each: true },
  ],
  example: `=${id}()`,
  source: "seed 1",
});
const functions = [
  card("TITLELEN", "标题的长度", "Length of a title, checked by PAYNET", "title"),
  card("PAYFEE", "卖家承担的手续费", "Fee that the seller bears", "freight"),
  card("PAYNET", "实际到账的金额", "Net amount", "goods"),
];
const found = (query: string) => searchFunctions(functions, query).map((each) => each.id);

describe("search", () => {
  it.each([
    ["by id", "payfee", ["PAYFEE"]],
    ["by a part of an id", "LEN", ["TITLELEN"]],
    ["in Chinese", "手续费", ["PAYFEE"]],
    ["in English", "Seller", ["PAYFEE"]],
    ["by a parameter's name", "freight", ["PAYFEE"]],
    ["by domain", "支付", ["PAYFEE", "PAYNET"]],
    ["by full-width letters", "ｐａｙｆｅｅ", ["PAYFEE"]],
    ["by the pinyin initials of 手续费, which is what PAYNET takes off too", "sxf", ["PAYFEE", "PAYNET"]],
    ["by the pinyin initials of 标题的长度, 长 read as cháng", "btdcd", ["TITLELEN"]],
    ["by initials and words together", "SXF 到账", ["PAYNET"]],
    ["for all of several words", "支付 金额", ["PAYNET"]],
  ])("finds %s", (_, query, ids) => expect(found(query)).toEqual(ids));

  it("shows everything where nothing is asked for", () => {
    expect(found("")).toEqual(["TITLELEN", "PAYFEE", "PAYNET"]);
    expect(found("  ")).toEqual(["TITLELEN", "PAYFEE", "PAYNET"]);
  });

  it("puts the function that is named before those that mention it", () => {
    expect(found("paynet")).toEqual(["PAYNET", "TITLELEN"]);
  });

  it("finds nothing where one word is missing", () => expect(found("手续费 标题")).toEqual([]));
});
