import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../functions/evaluate.ts";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { payFee } from "./pay-fee.ts";
import { payNet } from "./pay-net.ts";
import { payPrice } from "./pay-price.ts";

const fee = (...callArguments: unknown[]) => shownAnswer(payFee, ...callArguments)[0]?.[0];
const net = (...callArguments: unknown[]) => shownAnswer(payNet, ...callArguments)[0]?.[0];
const price = (...callArguments: unknown[]) => shownAnswer(payPrice, ...callArguments)[0]?.[0];

describe("PAYFEE", () => {
  it("asks nothing of the seller where the buyer bears the fee, whether the rate is known or not", () => {
    expect(fee("信用卡", 10_000, 500, "买家")).toBe(0);
    expect(fee("账期交易", 10_000, 500, "买家")).toBe(0);
    expect(fee("信任付", 10_000)).toBe(0);
    expect(fee("信任付", 10_000, 0, "卖家")).toMatch(/^#N\/A 网商银行信任付费率未知，请在费率表中填写/);
    expect(fee("信用卡", 10_000, 500, "")).toBe(105);
    expect(fee("信用卡", 10_000, 500, "平台")).toMatch(/^#VALUE! .*“平台”.*卖家、买家/);
  });

  it("refuses negative amounts by name", () => {
    expect(fee("信用卡", -1)).toMatch(/^#VALUE! 货款（goods）不能为负数/);
    expect(fee("信用卡", 1, "-0.01")).toMatch(/^#VALUE! 运费（freight）不能为负数/);
  });

  it("takes amounts as merchants paste them", () => {
    expect(fee("信用卡", "¥10,000.00", "500元")).toBe(105);
  });

  it("answers whole columns, spoiling only the bad elements (G2, G7)", () => {
    const error = { type: "Error", basicType: "Error", basicValue: "#DIV/0!" };
    expect(
      shownAnswer(
        payFee,
        ...[
          [["信用卡"], ["账期"], ["诚e赊"], [""], ["刷脸"], ["card"], [error]],
          [[100], [100], ["abc"], [1], [1], [0.5], [1]],
        ],
      ),
    ).toEqual([
      [1],
      ["#N/A 账期交易费率未知，请在费率表中填写。"],
      [expect.stringMatching(/^#VALUE! 货款（goods）应为数字，现为“abc”/)],
      [""],
      [expect.stringMatching(/^#VALUE! 方式（method）“刷脸”无法识别/)],
      [0.01],
      ["#DIV/0! 引用的格子出错（#DIV/0!），请先处理那个格子。"],
    ]);
  });

  it("gives each element of a table of methods by amounts what a call on two cells gives", () => {
    const methods = ["信用卡", "诚e赊", "账期", "信任付", "刷脸", ""];
    const amounts = fc.array(fc.oneof(fc.nat(10_000), fc.constantFrom("", "坏", -1)), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(amounts, (row) => {
        expect(evaluate(payFee, [methods.map((method) => [method]), [row], 10])).toEqual(
          methods.map((method) => row.map((goods) => evaluate(payFee, [method, goods, 10])[0]?.[0])),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe("PAYNET", () => {
  it("is goods and freight less the unrounded fee, rounded once", () => {
    expect(net("信用卡", 10_000, 500)).toBe(10_395);
    expect(net("信用卡", 0.5)).toBe(0.5);
    expect(net("信用卡", 10_000, 500, "买家")).toBe(10_500);
    expect(net("信任付", 10_000, 500)).toBe(10_500);
    expect(net("账期", 100)).toMatch(/^#N\/A/);
    expect(net("账期", 100, 0, "买家")).toBe(100);
  });

  it("is negative where a minimum is larger than the order", () => {
    expect(
      net("信用卡", 1, 0, "", [
        ["方式", "费率", "最低"],
        ["信用卡", "1%", 5],
      ]),
    ).toBe(-4);
  });
});

describe("PAYPRICE", () => {
  it("is the inverse of PAYNET", () => {
    expect(price("信用卡", 10_395, 500)).toBe(10_000);
    expect(price("信用卡", 10_395, 500, "买家")).toBe(9895);
    expect(price("账期", 100)).toMatch(/^#N\/A .*费率未知/);
    fc.assert(
      fc.property(fc.constantFrom("信用卡", "诚e赊"), fc.nat(1e9), fc.nat(1e5), (method, goods, freight) => {
        const reached = net(method, goods / 100, freight / 100) as number;
        const asked = price(method, reached, freight / 100) as number;
        expect(asked).toBeLessThanOrEqual(goods / 100);
        expect(net(method, asked, freight / 100)).toBe(reached);
      }),
      { numRuns: 500 },
    );
  });

  it("refuses a rate of 100 % as one typed without its sign, and a negative net", () => {
    expect(
      price("信用卡", 10, 0, "", [
        ["方式", "费率"],
        ["信用卡", "100%"],
      ]),
    ).toMatch(/^#VALUE! .*费率 100%，是否忘了除以 100？/);
    expect(price("信用卡", -10)).toMatch(/^#VALUE! 到账金额（net）不能为负数/);
  });
});
