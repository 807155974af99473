import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describedCatalogue } from "@sevenstar/core/catalogue/catalogue";
import type { Example, ExpectedCell } from "@sevenstar/core/functions/define-function";
import { exampleFormula } from "@sevenstar/core/functions/example-formula";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { addinDist } from "./addin-dist.ts";
import { type ExcelRuntime, loadExcelRuntime } from "./load-excel-runtime.ts";

let excel: ExcelRuntime;
beforeAll(() => {
  excel = loadExcelRuntime(addinDist);
});

/** What Excel shows for a worked example: numbers to 15 digits, errors with their sentence. */
function expectedGrid({ answer }: Example): unknown[][] {
  const rows = (Array.isArray(answer) ? answer : [[answer]]) as ExpectedCell[][];
  return rows.map((row) =>
    row.map((cell) => {
      if (typeof cell === "number") return Number.isInteger(cell) ? cell : expect.closeTo(cell, 9);
      if (typeof cell !== "object") return cell;
      return { code: cell.error, message: expect.stringContaining(cell.says) };
    }),
  );
}

describe.each(["zh-CN", "en-US"] as const)("with the metadata in %s", (locale) => {
  it("offers the functions of the catalogue, no more and no fewer", () => {
    const ids = describedCatalogue.map((definition) => definition.id);
    expect([...loadExcelRuntime(addinDist, { locale }).ids].sort()).toEqual(ids.sort());
  });
});

describe.each(
  describedCatalogue.flatMap((definition) =>
    definition.examples.map((example) => [exampleFormula(definition, example), definition, example] as const),
  ),
)("%s", (_, definition, example) => {
  it("answers in Excel as it is promised", () => {
    expect(excel.call(definition.id, example.arguments)).toEqual(expectedGrid(example));
  });
});

describe.each(describedCatalogue.map((definition) => [definition.id, definition] as const))(
  "%s",
  (id, definition) => {
    it("answers whatever it is given and never throws, so every error has its sentence", () => {
      const cell = fc.oneof(
        fc.constantFrom(
          null,
          "",
          "-",
          " ",
          "标题",
          "信用卡",
          "7/3",
          "12.5%",
          "2026-03-28",
          true,
          0,
          -1,
          1e13,
        ),
        fc.constantFrom({ code: "#DIV/0!" }, { code: "#REF!" }),
        fc.string({ maxLength: 8 }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      );
      const range = fc
        .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
        .chain(([rows, columns]) =>
          fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
            minLength: rows,
            maxLength: rows,
          }),
        );
      const formula = fc.tuple(
        ...definition.parameters.map(({ shape }) => (shape === "one" ? cell : fc.oneof(cell, range))),
      );
      fc.assert(
        fc.property(formula, (formulaArguments) => {
          for (const shown of excel.call(id, formulaArguments).flat()) {
            if (typeof shown !== "object" || !["#VALUE!", "#N/A"].includes(shown.code)) continue;
            expect(shown.message).toMatch(/\p{Script=Han}.*。/u);
          }
        }),
        { numRuns: 60 },
      );
    });
  },
);

it("answers an error in a cell with one of its own and goes on with the next (G7, G14)", () => {
  const answer = excel.call("TITLELEN", [[["短袖"], [{ code: "#REF!" }], [{ code: "#DIV/0!" }], ["T恤"]]]);
  const message = "引用的格子出错（#REF!），请先处理那个格子。";
  expect(answer).toEqual([[4], [{ code: "#VALUE!", message }], [{ code: "#DIV/0!" }], [3]]);
});

it.each([null, "", 0] as const)("answers an empty cell that arrives as %j", (emptyCell) => {
  const [[answer] = []] = loadExcelRuntime(addinDist, { emptyCell }).call("TITLELEN", [[[null]]]);
  expect(answer).toBe("");
});

it("is one classic script without modules, page or network", () => {
  const script = readFileSync(new URL("functions.js", addinDist), "utf8");
  expect(script).not.toMatch(
    /(?:^|[;}])\s*(?:import|export)[\s{*("]|\brequire\s*\(|\b(?:document|window|fetch|localStorage)\b\./,
  );
  expect(script.trim()).toMatch(/^\(function\(\)\{[\s\S]*\}\)\(\);?$/);
  expect(existsSync(new URL("functions.js.map", addinDist))).toBe(false);
});

it("stays within the budget of functions.js: 90 kB gzip", () => {
  const script = readFileSync(new URL("functions.js", addinDist));
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(90_000);
});
