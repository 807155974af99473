import { describe, expect, it } from "vitest";
import { shownAnswer } from "../functions/shown-answer.fixture.ts";
import { payDue } from "./pay-due.ts";
import { paymentMethods } from "./payment-methods.ts";

const CONFIRMED = 46_109;
const due = (...callArguments: unknown[]) => shownAnswer(payDue, ...callArguments)[0]?.[0];

describe("PAYDUE", () => {
  it("knows escrow, term and 诚e赊, and no other method", () => {
    for (const { id } of paymentMethods) {
      const answer = due(id, CONFIRMED, 45);
      if (id === "escrow") expect(answer).toBe(CONFIRMED);
      else if (id === "chengeshe") expect(answer).toBe(CONFIRMED + 30);
      else if (id === "term") expect(answer).toBe(CONFIRMED + 45);
      else expect(answer).toMatch(/^#N\/A .*到账日未知/);
    }
  });

  it("needs the days of a credit term, whole and not negative", () => {
    expect(due("账期", CONFIRMED)).toMatch(/^#VALUE! .*账期天数/);
    expect(due("账期", CONFIRMED, -1)).toMatch(/^#VALUE! .*不能为负数/);
    expect(due("账期", CONFIRMED, "半年")).toMatch(/^#VALUE! .*“半年”/);
    expect(due("账期", CONFIRMED, 0)).toBe(CONFIRMED);
    expect(due("账期", CONFIRMED, 30.9)).toBe(CONFIRMED + 30);
  });

  it("ignores a term for a method without one, whatever it says", () => {
    expect(due("诚e赊", CONFIRMED, 60)).toBe(CONFIRMED + 30);
    expect(due("担保交易", CONFIRMED, "-")).toBe(CONFIRMED);
    expect(due("担保交易", CONFIRMED, -5)).toBe(CONFIRMED);
  });

  it("cuts the time of day and ends with Excel's calendar", () => {
    expect(due("担保交易", "2026-03-28 09:48:43")).toBe(CONFIRMED);
    expect(due("诚e赊", CONFIRMED + 0.75)).toBe(CONFIRMED + 30);
    expect(due("诚e赊", 2_958_465)).toMatch(/^#VALUE! 到期日超出/);
    expect(due("账期", CONFIRMED, 1e308)).toMatch(/^#VALUE! 到期日超出/);
  });

  it("answers columns, blank for blank", () => {
    expect(
      shownAnswer(
        payDue,
        ...[[["诚e赊"], ["账期"], [""], ["担保交易"]], CONFIRMED, [[""], [10], [10], [""]]],
      ),
    ).toEqual([[CONFIRMED + 30], [CONFIRMED + 10], [""], [CONFIRMED]]);
  });
});
