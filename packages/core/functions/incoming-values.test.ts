import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describedCatalogue } from "../catalogue/catalogue.ts";
import { Refusal } from "../cells/refusal.ts";
import type { DescribedFunction, Parameter } from "./define-function.ts";
import { evaluate } from "./evaluate.ts";

const OWN = ["#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!"];
const FOREIGN = ["#REF!", "#NAME?", "#SPILL!", "#CALC!", "#BUSY!", "#GETTING_DATA"];

/** An error as Excel hands one over: an instance with a code and the fields of a data type. */
class ExcelError extends Error {
  readonly type = "Error";
  readonly basicType = "Error";
  readonly basicValue: string;
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
    this.basicValue = code;
  }
}

const argumentsOf = ({ examples }: DescribedFunction): unknown[] =>
  structuredClone([
    ...((examples.find(({ answer }) => typeof answer !== "object" || Array.isArray(answer)) ?? examples[0])
      ?.arguments ?? []),
  ]);

/** The worked example with one cell of one argument replaced. */
function withCell(definition: DescribedFunction, index: number, value: unknown, pick: number): unknown[] {
  const given = argumentsOf(definition);
  const argument = given[index];
  if (!Array.isArray(argument)) given[index] = value;
  else {
    const row = argument[pick % argument.length];
    if (Array.isArray(row)) row[(pick >> 4) % row.length] = value;
    else argument[pick % argument.length] = value;
  }
  return given;
}

const each = describedCatalogue.flatMap((definition) =>
  definition.parameters.map((parameter, index) => [definition, parameter, index] as const),
);

describe("G14: whatever error comes in", () => {
  it.each(each.map(([definition, { name }, index]) => [definition.id, name, definition, index] as const))(
    "%s answers one in %s with values and fresh errors only",
    (_id, _name, definition, index) => {
      fc.assert(
        fc.property(fc.constantFrom(...OWN, ...FOREIGN), fc.nat(), (code, pick) => {
          const error = new ExcelError(code);
          for (const cell of evaluate(definition, withCell(definition, index, error, pick)).flat()) {
            expect(cell).not.toBe(error);
            if (typeof cell !== "object") continue;
            expect(cell).toBeInstanceOf(Refusal);
            expect(OWN).toContain(cell.code);
            expect(cell.message).toMatch(/\p{Script=Han}/u);
          }
        }),
        { numRuns: 30 },
      );
    },
  );

  const ofShape = (...shapes: Parameter["shape"][]) =>
    each.filter(
      ([definition, { shape }, index]) =>
        shapes.includes(shape) && !Array.isArray(argumentsOf(definition)[index]),
    );
  it.each(
    ofShape("each", "one").map(
      ([definition, { name }, index]) => [definition.id, name, definition, index] as const,
    ),
  )(
    "%s answers an error of %s with its own code where a function may return it, else #VALUE! that names it",
    (_id, _name, definition, index) => {
      for (const code of [...OWN, ...FOREIGN]) {
        const given = argumentsOf(definition);
        given[index] = new ExcelError(code);
        const cell = evaluate(definition, given)[0]?.[0];
        expect(cell).toEqual(
          new Refusal(
            (OWN.includes(code) ? code : "#VALUE!") as "#VALUE!",
            `引用的格子出错（${code}），请先处理那个格子。`,
          ),
        );
      }
    },
  );
});

describe("G16: 0 where a host hands over a blank cell", () => {
  const blankable = each.filter(([, parameter]) => {
    if (parameter.shape === "headers") return true;
    if (parameter.shape === "table") return false;
    return (
      parameter.optional &&
      (parameter.shape === "range" ? parameter.zeroIsBlank : parameter.quantity.zeroIsBlank)
    );
  });
  it.each(
    blankable.map(([definition, { name }, index]) => [definition.id, name, definition, index] as const),
  )("%s takes 0 as %s for a blank", (_id, _name, definition, index) => {
    const [zero, blank] = [argumentsOf(definition), argumentsOf(definition)];
    while (zero.length < index) zero.push(null);
    while (blank.length < index) blank.push(null);
    zero[index] = 0;
    blank[index] = null;
    expect(evaluate(definition, zero)).toEqual(evaluate(definition, blank));
  });

  it("holds for words, dates, tables and the numbers whose 0 has no meaning", () => {
    const names = new Set(blankable.map(([definition, { name }]) => `${definition.id}.${name}`));
    for (const name of [
      ...["PAYFEE.payer", "PAYFEE.rates", "PAYFEE.date", "PAYCOMPARE.confirmDate", "ORDERFEES.method"],
      ...[
        "SEVENSTAR.headers",
        "SEVENSTAR.rules",
        "TITLEBUILD.limit",
        "KEYWORDS.top",
        "PEERS.top",
        "DEMANDGAP.top",
      ],
      ...["PRICEBAND.bands", "INDEXTREND.horizon", "TESTSIZE.power", "TESTSIZE.alpha", "WILSON.confidence"],
      ...["ACTIVITIES.industry", "ACTIVITIES.plan", "WORKDAYCN.holidays", "PRODUCTDIAG.benchmarks"],
    ]) {
      expect(names).toContain(name);
    }
  });
});
