import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { typedName } from "./typed-name.ts";

/** The letters before the mark | in a formula. */
const lettersAt = (marked: string) => typedName(marked.replace("|", ""), marked.indexOf("|"))?.letters;

describe("the list of functions may open", () => {
  it.each([
    ["=S|", "S"],
    ["=SEVENS|", "SEVENS"],
    ["=SUM(TIT|", "TIT"],
    ["=SUM(TIT|)", "TIT"],
    ["=1+pay|", "pay"],
    ["=SUM(A1,pa|,2)", "pa"],
    ["=-SU|", "SU"],
    ["=A|", "A"],
  ])("at %s", (marked, letters) => expect(lettersAt(marked)).toBe(letters));
});

describe("the list of functions never opens (B10)", () => {
  it.each([
    "=A1|",
    "=SUM(A1:A|",
    "=SUM(A1:AM|",
    "=SUM(A1:Z5001|)",
    "=SUM(A|:A7)",
    "=SUM($A|",
    "=SUM($A$1|",
    "=SEVENSTAR(商品体检|!N5:AM8)",
    "=SEVENSTAR(商品体检!N|",
    "=SEVENSTAR(商品体检!N5:AM|",
    "=SEVENSTAR('goods5k-gbk|",
    "=SEVENSTAR('goods5k-gbk'!A|",
    '=TITLELEN("SU|',
    '=TITLELEN("SU|M(")',
    "=SUM|(A1)",
    "=SUM(A1)|",
    "=费率表[费|",
    "=费率表|[费率]",
    "=S|UM",
    "=1e|",
    "=12|",
    "SUM|",
    "=|",
  ])("at %s", (marked) => expect(lettersAt(marked)).toBeUndefined());
});

it("opens for no reference, whatever its sheet and shape", () => {
  const column = fc.stringMatching(/^[A-Z]{1,2}$/);
  const cell = fc.tuple(column, fc.integer({ min: 1, max: 1_048_576 })).map(([c, r]) => `${c}${r}`);
  const sheet = fc.constantFrom("", "商品体检!", "'goods5k-gbk'!", "'我的 表'!");
  fc.assert(
    fc.property(sheet, cell, cell, (where, first, last) => {
      const reference = `${where}${first}:${last}`;
      const formula = `=SUM(${reference})`;
      const colon = 5 + where.length + first.length + 1;
      // Where a reference has no sheet, its first letters are also the first letters of functions.
      const from = where === "" ? colon : 5;
      for (let caret = from; caret <= formula.length; caret++) {
        expect(typedName(formula.slice(0, caret), caret), formula.slice(0, caret)).toSatisfy(
          (name: unknown) => name === undefined || (where.startsWith("商") && caret <= 9),
        );
        expect(typedName(formula, caret)).toBeUndefined();
      }
    }),
  );
});
