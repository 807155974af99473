import type { ICellData } from "@univerjs/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareCells } from "./compare-cells.ts";

const BOOLEAN = 3;
const text = (v: string): ICellData => ({ v });
const sorted = (cells: readonly (ICellData | null)[], type: "asc" | "desc" = "asc") =>
  [...cells].sort((a, b) => compareCells(type, a, b)).map((cell) => cell?.v ?? "");

describe("cells of a sorted column", () => {
  it("follow each other as numbers, texts, truth values, errors", () => {
    const cells = [{ v: "#N/A", f: "=A1" }, { v: 1, t: BOOLEAN }, text("茶"), { v: 30 }, { v: 4 }];
    expect(sorted(cells)).toEqual([4, 30, "茶", 1, "#N/A"]);
    expect(sorted(cells, "desc")).toEqual(["#N/A", 1, "茶", 30, 4]);
  });

  it("are Chinese in the order of their sound", () => {
    // ā jiāo, bǎo wēn bēi, chá hú, fān bù bāo
    const sounds = ["阿胶", "保温杯", "茶壶", "帆布包"];
    expect(sorted(["茶壶", "帆布包", "阿胶", "保温杯"].map(text))).toEqual(sounds);
    expect(sorted(sounds.map(text), "desc")).toEqual(sounds.toReversed());
  });

  it("count the numbers inside texts", () => {
    expect(sorted(["款10", "款2", "款1"].map(text))).toEqual(["款1", "款2", "款10"]);
  });

  it("are blank at the end in either order", () => {
    const cells = [null, text("乙"), text(""), { v: 3 }];
    expect(sorted(cells)).toEqual([3, "乙", "", ""]);
    expect(sorted(cells, "desc")).toEqual(["乙", 3, "", ""]);
  });

  it("have one order whatever they hold", () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.record({
        v: fc.oneof(
          fc.integer(),
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.string({ unit: "grapheme" }),
        ),
      }),
      fc.record({ v: fc.constantFrom(0, 1), t: fc.constant(BOOLEAN) }),
    );
    fc.assert(
      fc.property(cell, cell, cell, fc.constantFrom("asc" as const, "desc" as const), (a, b, c, type) => {
        expect(Math.sign(compareCells(type, a, b)) + Math.sign(compareCells(type, b, a)) === 0).toBe(true);
        if (compareCells(type, a, b) <= 0 && compareCells(type, b, c) <= 0) {
          expect(compareCells(type, a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});
