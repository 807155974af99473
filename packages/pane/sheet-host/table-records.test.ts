import { describe, expect, it } from "vitest";
import type { SheetValue } from "./sheet-host.ts";
import { tableRecords } from "./table-records.ts";

const fields = {
  id: { header: "编号", kind: "key" },
  name: { header: "活动", kind: "text" },
  from: { header: "开始", kind: "day" },
  discount: { header: "折扣", kind: "number" },
} as const;
const read = (headers: readonly string[], ...rows: readonly (readonly SheetValue[])[]) =>
  tableRecords(
    { address: "活动计划!A1:D9", headers, rows, rowNumbers: rows.map((_, row) => row + 2) },
    fields,
  );
const headers = ["活动", "编号", "备注", "开始", "折扣"];

describe("records of a table", () => {
  it("are found by header in any order of columns, blank cells as null", () => {
    expect(read(headers, ["五一", "a", "我的", 46_143, 0.9], [null, 7, null, null, " "])).toEqual({
      records: [
        { id: "a", name: "五一", from: 46_143, discount: 0.9, rowNumber: 2 },
        { id: "7", name: null, from: null, discount: null, rowNumber: 3 },
      ],
    });
  });

  it("have dates and numbers that were typed as text", () => {
    // 2026-05-01 is Excel's day 46143.
    expect(read(headers, ["五一", "a", null, "2026年5月1日", "90%"])).toEqual({
      records: [{ id: "a", name: "五一", from: 46_143, discount: 0.9, rowNumber: 2 }],
    });
  });

  it.each<[string, readonly string[], (readonly SheetValue[])[], string]>([
    ["deleted columns", ["活动", "编号"], [], "没有“开始”、“折扣”列"],
    ["a date that is none", headers, [["五一", "a", null, "5月初", 1]], "第 2 行的“开始”是“5月初”，不是日期"],
    ["a number that is none", headers, [["五一", "a", null, 1, "九折"]], "第 2 行的“折扣”是“九折”，不是数字"],
    ["an error value", headers, [["五一", "a", null, "#N/A", 1]], "“开始”是“#N/A”，不是日期"],
    ["a truth value for a date", headers, [["五一", "a", null, true, 1]], "不是日期"],
    ["a blank key", headers, [["五一", null, null, 1, 1]], "第 2 行的“编号”是空的"],
    [
      "a repeated key",
      headers,
      [
        ["五一", "a", null, 1, 1],
        ["六一", " a", null, 1, 1],
      ],
      "第 3 行的“编号”与第 2 行重复（a）",
    ],
  ])("are refused with what to do for %s", (_, its, rows, words) => {
    expect(read(its, ...rows)).toEqual({ problem: expect.stringContaining(words) });
  });
});
