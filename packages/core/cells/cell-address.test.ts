import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaAddress, cellAddress, readAreaAddress, readCellAddress } from "./cell-address.ts";

describe("a cell's address", () => {
  it.each([
    ["A1", 0, 0],
    ["$B$2", 1, 1],
    ["b2", 1, 1],
    ["B$2", 1, 1],
    ["$aa10", 9, 26],
    [" C3 ", 2, 2],
    ["Ｄ４", 3, 3],
    ["XFD1048576", 1_048_575, 16_383],
  ])("%s", (text, row, column) => expect(readCellAddress(text)).toEqual({ row, column }));

  it.each([
    "",
    "A",
    "1",
    "A0",
    "A01",
    "$$B2",
    "B$$2",
    "A1:B2",
    "XFE1",
    "ZZZ1",
    "ZZZ9999999",
    "A1048577",
    "A9999999",
    "AAAA1",
    "Sheet1!A1",
    "1A",
    "A-1",
    " ".repeat(10_000),
  ])("not %j", (text) => expect(readCellAddress(text)).toBeUndefined());

  it("is read as it is written, for every cell of a sheet", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_048_575 }), fc.nat({ max: 16_383 }), (row, column) => {
        expect(readCellAddress(cellAddress(row, column))).toEqual({ row, column });
        expect(readCellAddress(cellAddress(row, column).toLowerCase())).toEqual({ row, column });
      }),
    );
  });
});

describe("an area's address", () => {
  it.each([
    ["A1:G2", [0, 0, 1, 6]],
    ["$A$1:$G$2", [0, 0, 1, 6]],
    ["G2:A1", [0, 0, 1, 6]],
    ["C3", [2, 2, 2, 2]],
  ])("%s", (text, [top, left, bottom, right]) =>
    expect(readAreaAddress(text)).toEqual({ top, left, bottom, right }),
  );

  it.each(["", "A1:", ":A1", "A1:B2:C3", "A:C", "1:2", "A1:XFE2"])("not %j", (text) =>
    expect(readAreaAddress(text)).toBeUndefined(),
  );

  it("is that of its cell where it has but one", () => {
    expect(areaAddress(2, 2, 2, 2)).toBe("C3");
    expect(areaAddress(0, 0, 1, 6)).toBe("A1:G2");
  });
});
