import { expect, it } from "vitest";
import { type KindId, rowErrors } from "./rows.ts";

it.each([
  [["$B$2", "c3", "XFD1"], []],
  [["A9999999"], [{ row: 1, column: "位置", message: "应为单元格地址，如 A1，最大 XFD1048576" }]],
  [["B2", "ZZZ9999999"], [{ row: 2, column: "位置", message: "应为单元格地址，如 A1，最大 XFD1048576" }]],
  [
    ["A200000", "B200000"],
    [{ row: 2, column: "位置", message: "“B200000”太远：到 A1:B200000 为止超过 200,000 格，请移近一些" }],
  ],
])("[T9] takes the cells of a worksheet that can be written together: %j", (cells, errors) => {
  expect(
    rowErrors(
      "sheet",
      cells.map((cell, index) => ({ id: `r${index}`, cell, content: 1 })),
    ),
  ).toEqual(errors);
});

it.each<[KindId, unknown, string, string]>([
  ["payment-rates", { id: "a", method: "信用卡", validFrom: 46_023 }, "生效日", "应为日期，如 2026-03-28"],
  ["payment-rates", { id: "a", method: "信用卡", rate: true }, "费率", "应为数字"],
  ["payment-rates", { id: "a" }, "方式", "必须填写"],
  ["payment-rates", { id: "a", method: " " }, "方式", "不能为空"],
  ["payment-rates", { id: 1, method: "信用卡" }, "id", "应为文本"],
  ["payment-rates", { method: "信用卡" }, "id", "必须填写"],
  ["activity-plan", { id: "a", activity: "大促", dateRule: "03-28", owner: 1 }, "负责人", "应为文本"],
  ["word-list", { id: "a", word: 1, use: "违禁" }, "词", "应为文本"],
  ["requirements", { id: "a", activity: "大促", metric: "DSR", operator: ">=", value: "" }, "值", "不能为空"],
  ["sheet", { id: "a", cell: "A1", format: 1 }, "格式", "应为文本"],
  ["holidays", null, "", "每一行应是一个对象"],
  ["holidays", "休", "", "每一行应是一个对象"],
])("[T9] names the cell and the reason: %s %j", (kind, row, column, message) => {
  expect(rowErrors(kind, [row])).toEqual([{ row: 1, column, message }]);
});
