import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutTable, type StandingTable } from "./lay-out-table.ts";
import type { SheetValue, WrittenTable } from "./sheet-host.ts";

const columns = [{ header: "编号" }, { header: "值" }];
const table = (rows: WrittenTable["rows"]): WrittenTable => ({
  name: "表",
  sheet: "表",
  columns,
  key: "编号",
  rows,
});
const standing = (headers: readonly string[], values: readonly (readonly SheetValue[])[]): StandingTable => ({
  headers,
  values,
  cells: values,
});

describe("laying a table out", () => {
  it("puts a new table's columns side by side, with one row at least", () => {
    expect(layOutTable(table([]))).toEqual({
      headers: ["编号", "值"],
      addedColumns: 2,
      rowCount: 1,
      columns: [
        { place: 0, cells: [null], written: columns[0] },
        { place: 1, cells: [null], written: columns[1] },
      ],
    });
  });

  it("finds the columns wherever they stand, whatever their case and blanks, and adds what is missing", () => {
    const layout = layOutTable(
      { ...table([["a", 1]]), columns: [{ header: "ID" }, { header: "值" }], key: "ID" },
      standing(["备注", " id "], [[null, "a"]]),
    );
    expect(layout).toMatchObject({
      headers: ["备注", " id ", "值"],
      addedColumns: 1,
      columns: [{ place: 1 }, { place: 2 }],
    });
  });

  it("leaves the merchant's columns alone while every row stays in its place", () => {
    const layout = layOutTable(table([["a", 2]]), standing(["编号", "值", "备注"], [["a", 1, "我的"]]));
    expect(layout).toMatchObject({ columns: [{ place: 0 }, { place: 1 }] });
  });

  it("never gives a merchant's cell to another row than the one of its key", () => {
    const keys = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 12 });
    fc.assert(
      fc.property(keys, keys, (before, after) => {
        const filled = before.map((key) => [`备注 ${key}`, key, 1]);
        const rows = filled.length > 0 ? filled : [[null, null, null]];
        const layout = layOutTable(
          table(after.map((key) => [key, 2])),
          standing(["备注", "编号", "值"], rows),
        );
        if ("problem" in layout) throw new Error(layout.problem);
        const moved = layout.columns.find((column) => column.place === 0);
        const notes = moved ? moved.cells : rows.map(([note]) => note ?? null);
        const expected = after.map((key) => (before.includes(key) ? `备注 ${key}` : null));
        expect(notes.slice(0, after.length)).toEqual(expected);
        expect(notes.slice(after.length).every((note) => note === null)).toBe(true);
      }),
    );
  });
});
