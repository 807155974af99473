import { describe, expect, it } from "vitest";
import { foldChoice } from "../cells/quantity.ts";
import { Refusal } from "../cells/refusal.ts";
import { findPaymentMethod, methodQuantity } from "./find-payment-method.ts";
import { paymentMethods } from "./payment-methods.ts";

const idOf = (value: unknown) => {
  const method = methodQuantity.read(value, "方式（method）");
  return method instanceof Refusal ? method.message : method.id;
};

describe("payment methods", () => {
  it("are the 13 of facts.md §2, each once", () => {
    expect(paymentMethods.map((method) => method.id)).toEqual([
      "escrow",
      "term",
      "staged37",
      "staged361",
      "staged631",
      "staged91",
      "cod",
      "trustpay",
      "card",
      "collect",
      "billcollect",
      "bill",
      "chengeshe",
    ]);
  });

  it("claim no name or code twice", () => {
    const owners = new Map<string, string>();
    for (const { id, name, otherNames, codes } of paymentMethods) {
      for (const spelling of new Set([id, name, ...otherNames, ...codes].map(foldChoice))) {
        expect(owners.get(spelling), spelling).toBeUndefined();
        owners.set(spelling, id);
        expect(findPaymentMethod(spelling)?.id).toBe(id);
      }
    }
  });

  it.each(paymentMethods.map((method) => [method.name, method.id]))(
    "knows %s with and without 网商银行, 支付, 交易, in any case and with blanks",
    (name, id) => {
      const variants = [
        name,
        name.replace("网商银行", ""),
        name.replace(/支付$/, ""),
        name.replace("交易", ""),
        `${name}支付`,
        `${name}交易`,
        `网商银行${name}`,
        name.toUpperCase(),
        [...name].join(" "),
        `\u3000${name} `,
        id,
        id.toUpperCase(),
      ];
      for (const variant of variants) expect(idOf(variant), variant).toBe(id);
    },
  );

  it.each([
    ["担保交易", "escrow"],
    ["担保", "escrow"],
    ["fxassure", "escrow"],
    ["Alipay", "escrow"],
    ["assuretrade", "escrow"],
    ["payWay 1", "escrow"],
    ["账期", "term"],
    ["period", "term"],
    ["accountPeriod", "term"],
    ["payway7", "term"],
    ["3/7", "staged37"],
    ["３／７", "staged37"],
    ["分阶段3/7", "staged37"],
    ["分阶段交易 3/7", "staged37"],
    ["分阶段付款3/7", "staged37"],
    ["37staged", "staged37"],
    ["3/6/1", "staged361"],
    [361, "staged361"],
    ["361", "staged361"],
    ["6/3/1", "staged631"],
    ["631staged", "staged631"],
    ["9/1", "staged91"],
    [91, "staged91"],
    ["91", "staged91"],
    ["tradeType 8", "cod"],
    [8, "cod"],
    ["信任付", "trustpay"],
    ["payWay 2", "trustpay"],
    [2, "trustpay"],
    ["信用卡", "card"],
    ["CARD", "card"],
    ["融易收", "collect"],
    ["payWay 4", "collect"],
    [4, "collect"],
    ["收票易", "billcollect"],
    ["承兑汇票", "bill"],
    ["payWay 6", "bill"],
    ["PAYWAY14", "bill"],
    [14, "bill"],
    ["诚E赊", "chengeshe"],
    ["诚ｅ赊", "chengeshe"],
    ["creditBuy", "chengeshe"],
    ["CREDITBUY", "chengeshe"],
    ["payWay 3", "chengeshe"],
    [3, "chengeshe"],
  ])("knows %j", (value, id) => expect(idOf(value)).toBe(id));

  it.each(["比特币", "分阶段", "支付", "网商银行", "payWay 5", 5, 46088, "constructor", true])(
    "refuses %j and lists the names",
    (value) => {
      const answer = idOf(value);
      expect(answer).toContain(`“${value}”`);
      for (const { name } of paymentMethods) expect(answer).toContain(name);
    },
  );
});
