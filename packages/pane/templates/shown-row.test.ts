import { expect, it } from "vitest";
import { rowText, shownValue } from "./shown-row.ts";

it.each([
  [0.006, "0.6%"],
  [0.0055, "0.55%"],
  [0.07, "7%"],
  [0.29, "29%"],
  [0, "0%"],
  ["0.6%", "0.6%"],
])("a rate of %j is shown as %s", (rate, shown) => {
  expect(shownValue("payment-rates", "rate", rate)).toBe(shown);
});

it("other numbers are shown as they are", () => {
  expect(shownValue("payment-rates", "minimum", 0.006)).toBe("0.006");
  expect(rowText("payment-rates", { id: "a", method: "信用卡", rate: 0.006, minimum: 0.1 })).toBe(
    "信用卡、0.6%、0.1",
  );
});
