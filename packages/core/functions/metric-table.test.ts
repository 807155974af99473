import { expect, it } from "vitest";
import { Refusal } from "../cells/refusal.ts";
import { readMetricTable } from "./metric-table.ts";

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
    "with blank rows at the end",
    true,
    [
      ["指标", "值"],
      ["访客数", 5],
      ["好评率", "96%"],
      ["", ""],
    ],
  ],
] as const)("reads two columns %s", (_, hasHeader, range) => {
  expect(readMetricTable(range, "画像")).toEqual({
    hasHeader,
    rows: [
      ["访客数", 5],
      ["好评率", "96%"],
    ],
  });
});

it("refuses a single column, saying what to select", () => {
  const refusal = readMetricTable([["指标"], ["访客数"]], "画像");
  expect(refusal).toBeInstanceOf(Refusal);
  expect((refusal as Refusal).message).toBe("画像应有“指标”和“值”两列，请选两列，左边写指标，右边写值。");
});
