import { describe, expect, it } from "vitest";
import type { Cell, Grid } from "../cells/cell.ts";
import { Refusal } from "../cells/refusal.ts";
import type { ExpectedCell } from "../functions/define-function.ts";
import { evaluate } from "../functions/evaluate.ts";
import { exampleFormula } from "../functions/example-formula.ts";
import { describedCatalogue } from "./catalogue.ts";

const asExpected = (cell: Cell, expected: ExpectedCell | undefined): unknown => {
  if (!(cell instanceof Refusal)) return cell;
  const said =
    typeof expected === "object" && cell.message.includes(expected.says) ? expected.says : cell.message;
  return { error: cell.code, says: said };
};

const expectGrid = (answer: Grid, expected: readonly (readonly ExpectedCell[])[]) => {
  const shown = answer.map((row, r) => row.map((cell, c) => asExpected(cell, expected[r]?.[c])));
  expect(shown).toEqual(
    expected.map((row) => row.map((cell) => (typeof cell === "number" ? near(cell) : cell))),
  );
};

const near = (value: number) => (Number.isInteger(value) ? value : expect.closeTo(value, 9));

/** A day of the years 2000 to 2099. */
const isDateSerial = (value: number) => value >= 36_526 && value < 73_051;

describe.each(describedCatalogue.map((definition) => [definition.id, definition] as const))(
  "%s",
  (_, definition) => {
    it("has a worked example", () => expect(definition.examples.length).toBeGreaterThan(0));

    it.each(definition.examples.map((example) => [exampleFormula(definition, example), example] as const))(
      "%s",
      (_formula, example) => {
        const { answer } = example;
        expectGrid(
          evaluate(definition, example.arguments),
          Array.isArray(answer) ? answer : [[answer as ExpectedCell]],
        );
      },
    );

    it("has its texts in Chinese and English", () => {
      const texts = [
        definition.summary,
        definition.returns,
        ...definition.parameters.map((parameter) => parameter.words),
      ];
      for (const { zh, en } of texts) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en.length).toBeGreaterThan(2);
      }
      expect(definition.summary.en).not.toMatch(/[，。；]/);
      expect(definition.source.length).toBeGreaterThan(3);
    });

    it("says of its worked examples where they hold dates, by header or as a whole", () => {
      for (const { answer } of definition.examples) {
        if (!Array.isArray(answer)) {
          if (definition.dates === "all" && typeof answer === "number")
            expect(isDateSerial(answer)).toBe(true);
          continue;
        }
        const [headers = [], ...rows] = answer;
        for (const [column, header] of headers.entries()) {
          const numbers = rows.map((row) => row[column]).filter((cell) => typeof cell === "number");
          const isDeclared = Array.isArray(definition.dates) && definition.dates.includes(header);
          if (isDeclared) for (const number of numbers) expect(isDateSerial(number)).toBe(true);
          else if (numbers.length > 0) expect(`${header}: ${numbers.every(isDateSerial)}`).toContain("false");
        }
        for (const header of Array.isArray(definition.dates) ? definition.dates : []) {
          if (definition.id !== "ORDERCLEAN") expect(headers).toContain(header);
        }
      }
    });

    it("answers no argument at all with a rectangular grid without null or NaN", () => {
      const answer = evaluate(definition, []);
      expect(new Set(answer.map((row) => row.length)).size).toBe(1);
      for (const cell of answer.flat()) expect(cell ?? Number.NaN).not.toBeNaN();
    });
  },
);

it("has ids that Excel takes, each once, without a dot (G1)", () => {
  const ids = describedCatalogue.map((definition) => definition.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[A-Z][A-Z]{2,63}$/);
});
