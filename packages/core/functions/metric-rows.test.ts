import { expect, it } from "vitest";
import { readMetricRows } from "./metric-rows.ts";
import { Refusal } from "./refusal.ts";

it.each([
  [
    "without a header",
    false,
    [
      ["访客数", 5],
      ["好评率", "96%"],
    ],
  ],
  [
    "with one",
    true,
    [
      ["指标", "值"],
      ["访客数", 5],
      ["好评率", "96%"],
    ],
  ],
  [
    "with its columns in another order",
    true,
    [
      ["备注", "数值", "指标"],
      ["", 5, "访客数"],
      ["x", "96%", "好评率"],
    ],
  ],
  [
    "with rows that name no metric",
    true,
    [
      ["指标", "值"],
      ["访客数", 5],
      ["", 7],
      ["-", 8],
      ["好评率", "96%"],
      ["", ""],
    ],
  ],
] as const)("reads two columns %s", (_, hasHeader, range) => {
  expect(readMetricRows(range, "画像")).toEqual({
    hasHeader,
    rows: [
      ["访客数", 5],
      ["好评率", "96%"],
    ],
  });
});

it("refuses a single column, saying what to select", () => {
  const refusal = readMetricRows([["指标"], ["访客数"]], "画像");
  expect(refusal).toBeInstanceOf(Refusal);
  expect((refusal as Refusal).message).toBe("画像应为两列：指标、值，请选两列，左边指标，右边值。");
});
