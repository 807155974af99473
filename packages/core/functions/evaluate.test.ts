import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Grid } from "../cells/cell.ts";
import {
  amountQuantity,
  choiceQuantity,
  dateQuantity,
  numberQuantity,
  textQuantity,
  yesNoQuantity,
} from "../cells/quantity.ts";
import { badArgument, notKnown, Refusal } from "../cells/refusal.ts";
import { cellOf } from "../cells/table.ts";
import { defineFunction } from "./define-function.ts";
import { evaluate } from "./evaluate.ts";

const words = { zh: "测试用", en: "for the test" };

const sum = defineFunction({
  id: "SUMTEST",
  parameters: [
    { shape: "each", name: "left", title: "左", quantity: numberQuantity({ words }) },
    {
      shape: "each",
      name: "right",
      title: "右",
      quantity: amountQuantity,
      optional: true,
      fallback: 0,
    },
  ],
  elements: () => (left, right) => (left === 404 ? notKnown("404 未知，请填写。") : left + right),
});

const fields = { price: { header: "价格", aliases: ["单价"] }, count: { header: "数量" } } as const;
const prices = defineFunction({
  id: "PRICES",
  parameters: [
    { shape: "table", name: "table", title: "商品表", fields },
    { shape: "headers", name: "headers", title: "表头", optional: true },
  ],
  compute: ({ table }) => {
    const column: Grid = table.rows.map((row) => [String(cellOf(table, row, "price") ?? "")]);
    return column.length > 0 ? column : [[""]];
  },
});

const one = (quantity: Parameters<typeof defineFunction>[0]["parameters"][number]) =>
  defineFunction({
    id: "ONE",
    parameters: [quantity],
    compute: (values) => [[JSON.stringify(values)]],
  });

const shown = (answer: Grid) =>
  answer.map((row) => row.map((cell) => (cell instanceof Refusal ? `${cell.code} ${cell.message}` : cell)));

describe("G2: whole columns at once", () => {
  it("takes one cell or a range and answers in the range's shape", () => {
    expect(evaluate(sum, [1, 2])).toEqual([[3]]);
    expect(evaluate(sum, [[[1], [2]], 10])).toEqual([[11], [12]]);
  });

  it("broadcasts n×1 with 1×m to n×m", () => {
    expect(evaluate(sum, [[[1], [2]], [[10, 20, 30]]])).toEqual([
      [11, 21, 31],
      [12, 22, 32],
    ]);
  });

  it("pairs equal shapes element by element", () => {
    const twoByTwo = [
      [1, 2],
      [3, 4],
    ];
    expect(evaluate(sum, [twoByTwo, twoByTwo])).toEqual([
      [2, 4],
      [6, 8],
    ]);
  });

  it("refuses sizes that do not fit and names both", () => {
    const [[cell] = []] = shown(
      evaluate(sum, [
        [[1], [2], [3]],
        [[1], [2]],
      ]),
    );
    expect(cell).toMatch(/^#VALUE! .*2 行 × 1 列.*3 行 × 1 列/);
  });

  it("gives every broadcast element what the same call on two cells gives", () => {
    const cells = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(cells, cells, (down, across) => {
        const answer = evaluate(sum, [down.map((value) => [value]), [across]]);
        const expected = down.map((left) => across.map((right) => left + right));
        expect(answer).toEqual(expected);
      }),
    );
  });

  it("ignores trailing blank rows of a table but keeps blank rows inside it", () => {
    expect(evaluate(prices, [[["价格"], [1], [""], [2], [null], ["-"]]])).toEqual([["1"], [""], ["2"]]);
  });
});

describe("G3: blanks", () => {
  it.each([[null], [undefined], [""], ["  "], ["\u3000"]])(
    "answers a blank required element (%j) with nothing",
    (blank) => {
      expect(evaluate(sum, [[[blank], [5]], 1])).toEqual([[""], [6]]);
    },
  );

  it("takes the default for a blank optional element", () => {
    expect(
      evaluate(sum, [
        [[1], [2]],
        [[""], [10]],
      ]),
    ).toEqual([[1], [12]]);
    expect(evaluate(sum, [1, null])).toEqual([[1]]);
  });

  it('reads "-" as blank in tables only', () => {
    expect(evaluate(prices, [[["价格"], ["-"], [1]]])).toEqual([[""], ["1"]]);
    expect(shown(evaluate(sum, ["-", 1]))[0]?.[0]).toContain("#VALUE!");
  });
});

describe("G4: numbers as merchants paste them", () => {
  it.each([
    ["1,234.50", 1234.5],
    ["¥105", 105],
    ["￥1,050", 1050],
    ["105元", 105],
    ["12.3%", 0.123],
    ["0.7 %", 0.007],
    ["１２", 12],
    [" -5 ", -5],
    ["12,345,678.9", 12_345_678.9],
  ])("reads %s as %d", (text, number) => {
    expect(evaluate(sum, [text, 0])).toEqual([[number]]);
  });

  it.each(["abc", "1,23", "12个", "1.2.3", "--1", "¥", "%", "10-20"])(
    "refuses %s by the argument's name and text",
    (text) => {
      const [[cell] = []] = shown(evaluate(sum, [text, 0]));
      expect(cell).toMatch(/^#VALUE! 左（left）/);
      expect(cell).toContain(`“${text}”`);
    },
  );

  it("does not take TRUE for a number", () => {
    expect(shown(evaluate(sum, [true, 0]))[0]?.[0]).toContain("#VALUE!");
  });

  it("keeps bounds", () => {
    expect(shown(evaluate(sum, [1, -5]))[0]?.[0]).toBe("#VALUE! 右（right）不能为负数，现为 -5，请改正。");
  });
});

describe("G5: yes and no", () => {
  const yesNo = one({ shape: "one", name: "flag", title: "标志", quantity: yesNoQuantity });
  it.each([true, "是", "有", "支持", "√", "✓", "Y", "yes", "1", 1])("reads %j as yes", (value) =>
    expect(evaluate(yesNo, [value])).toEqual([['{"flag":true}']]),
  );
  it.each([false, "否", "无", "不支持", "×", "✗", "N", "no", "0", 0])("reads %j as no", (value) =>
    expect(evaluate(yesNo, [value])).toEqual([['{"flag":false}']]),
  );
  it("refuses other words", () =>
    expect(shown(evaluate(yesNo, ["也许"]))[0]?.[0]).toMatch(/#VALUE! .*“也许”/));
});

describe("G6: dates", () => {
  const date = one({ shape: "one", name: "day", title: "日期", quantity: dateQuantity });
  it.each([46109, 46109.75, "2026-03-28", "2026/3/28", "2026年3月28日", "2026-03-28 09:48:43", "46109"])(
    "reads %j as serial 46109",
    (value) => expect(evaluate(date, [value])).toEqual([['{"day":46109}']]),
  );
  it.each(["2026-02-29", "2026-13-01", "3月28日", "明天", -1, 2_958_466])("refuses %j", (value) =>
    expect(shown(evaluate(date, [value]))[0]?.[0]).toMatch(/^#VALUE! 日期（day）应为日期/),
  );
});

describe("G7: errors are per element", () => {
  it("spoils only the bad element", () => {
    expect(shown(evaluate(sum, [[[1], ["坏"], [404], [4]], 1]))).toEqual([
      [2],
      [expect.stringMatching(/^#VALUE!.*“坏”/)],
      ["#N/A 404 未知，请填写。"],
      [5],
    ]);
  });

  it("answers an incoming error with a fresh one of its own code, even beside a blank (G14)", () => {
    const division = { type: "Error", basicType: "Error", basicValue: "#DIV/0!" };
    const fresh = new Refusal("#DIV/0!", "引用的格子出错（#DIV/0!），请先处理那个格子。");
    expect(evaluate(sum, [[[division], [1]], 1])[0]?.[0]).toEqual(fresh);
    expect(evaluate(sum, [null, division])[0]?.[0]).toEqual(fresh);
  });

  it("answers the whole call so where the argument holds for the whole call; codes of no function's own are #VALUE! (G14)", () => {
    const error = { type: "Error", basicType: "Error", basicValue: "#REF!" };
    const day = one({ shape: "one", name: "day", title: "日期", quantity: dateQuantity });
    expect(evaluate(day, [error])).toEqual([
      [new Refusal("#VALUE!", "引用的格子出错（#REF!），请先处理那个格子。")],
    ]);
  });

  it("does not take a quantity's own object for an error value", () => {
    const method = { words, read: () => ({ id: "card" }) };
    const answer = evaluate(one({ shape: "one", name: "method", title: "方式", quantity: method }), ["x"]);
    expect(answer).toEqual([['{"method":{"id":"card"}}']]);
  });

  it("takes the basic value of a rich value", () => {
    expect(evaluate(sum, [{ type: "FormattedNumber", basicType: "Double", basicValue: 7 }, 1])).toEqual([
      [8],
    ]);
  });
});

describe("G8: headers", () => {
  it.each(["价格", " 价 格 ", "价格(元)", "价格（元/件）", "【价格】", "单价(元)", "价格/元"])(
    "knows %s",
    (header) => {
      expect(evaluate(prices, [[[header], [9]]])).toEqual([["9"]]);
    },
  );

  it("prefers a field's own header to an alias, wherever it stands", () => {
    expect(
      evaluate(prices, [
        [
          ["单价", "价格"],
          [1, 2],
        ],
      ]),
    ).toEqual([["2"]]);
  });

  it("takes headers given apart from the table", () => {
    expect(evaluate(prices, [[[5], [6]], [["单价"]]])).toEqual([["5"], ["6"]]);
  });

  it("names the columns it looked for where none is known", () => {
    expect(shown(evaluate(prices, [[["甲"], [1]]]))[0]?.[0]).toMatch(/^#VALUE! .*价格、数量/);
  });

  it("refuses headers that do not fit the table and names both sizes", () => {
    expect(shown(evaluate(prices, [[[1, 2]], [["价格"]]]))[0]?.[0]).toMatch(
      /^#VALUE! 表头有 1 列，.*有 2 列/,
    );
  });

  it("answers a header without rows with nothing", () =>
    expect(evaluate(prices, [[["价格"]]])).toEqual([[""]]));
});

describe("G9 and G10: answers", () => {
  it("is rectangular and free of null and NaN for whatever comes in, and the same each time", () => {
    const cell = fc.oneof(
      fc.constantFrom<unknown>(null, undefined, "", "-", 1e308, -0, Number.NaN, "😀", true, {
        type: "Error",
      }),
      fc.double(),
      fc.string(),
    );
    const range = fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 });
    fc.assert(
      fc.property(fc.oneof(cell, range), fc.oneof(cell, range), (left, right) => {
        for (const definition of [sum, prices]) {
          const answer = evaluate(definition, [left, right]);
          expect(answer.length).toBeGreaterThan(0);
          expect(new Set(answer.map((row) => row.length)).size).toBe(1);
          for (const value of answer.flat()) {
            expect(value).not.toBeNull();
            expect(value).not.toBeUndefined();
          }
          expect(evaluate(definition, [left, right])).toEqual(answer);
        }
      }),
    );
  });
});

describe("G11: what holds for the whole call", () => {
  const shared = defineFunction({
    id: "SHARED",
    parameters: [
      { shape: "each", name: "title", title: "标题", quantity: textQuantity },
      {
        shape: "range",
        name: "rates",
        title: "费率表",
        optional: true,
        fallback: "built-in",
        read: (cells: readonly unknown[], argument: string) =>
          cells.length > 1 ? "given" : badArgument(`${argument}太小。`),
      },
    ],
    elements:
      ({ rates }) =>
      (title) =>
        `${title} ${rates}`,
  });

  it("uses the built-in set when the table is left out", () => {
    expect(evaluate(shared, ["a"])).toEqual([["a built-in"]]);
    expect(evaluate(shared, ["a", [[""]]])).toEqual([["a built-in"]]);
  });

  it("uses the table where one is given", () =>
    expect(evaluate(shared, ["a", [[1], [2]]])).toEqual([["a given"]]));

  it("answers the whole call with the refusal of a bad table", () =>
    expect(shown(evaluate(shared, [[["a"], ["b"]], [[1]]]))).toEqual([["#VALUE! 费率表（rates）太小。"]]));
});

describe("G13: closed sets", () => {
  const set = {
    id: "COLOURS",
    members: [
      { value: "红", words },
      { value: "蓝", words },
    ],
  };
  const colour = defineFunction({
    id: "COLOUR",
    parameters: [
      {
        shape: "each",
        name: "colour",
        title: "颜色",
        quantity: choiceQuantity(set, (folded) => ({ 红: "red", 蓝: "blue", red: "red" })[folded]),
      },
    ],
    elements: () => (value) => value,
  });

  it("accepts other spellings and lists the members for what is unknown", () => {
    expect(evaluate(colour, [[["红"], [" R ed "], ["RED"]]])).toEqual([["red"], ["red"], ["red"]]);
    expect(shown(evaluate(colour, ["绿"]))[0]?.[0]).toMatch(/#VALUE! .*“绿”.*红、蓝/);
  });
});
