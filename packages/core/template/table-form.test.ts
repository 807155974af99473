import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KindId, kindIds, kindOf, rowErrors, type TemplateRow } from "./rows.ts";
import { ID_COLUMN, readTableForm, tableForm } from "./table-form.ts";

/** Ids n1, n2, … for new rows. */
const counted = () => {
  let count = 0;
  return () => `n${++count}`;
};
const sheetOf = (kind: KindId, rows: readonly TemplateRow[]): (string | number | boolean)[][] => {
  const { headers, rows: cells } = tableForm(kind, rows);
  return [[...headers], ...cells.map((row) => [...row])];
};
const read = (kind: KindId, sheet: readonly (readonly unknown[])[], base: readonly TemplateRow[]) =>
  readTableForm(kind, sheet, base, counted());

const holidays: TemplateRow[] = [
  { id: "a", date: "2026-10-01", name: "国庆节", type: "休", source: "国办发" },
  { id: "b", date: "2026-10-10", type: "班" },
];

describe("a template as a table", () => {
  it("[T9.1] has the columns of its kind and the id at the end", () => {
    const { headers } = tableForm("holidays", holidays);
    expect(headers).toEqual(["日期", "名称", "类型", "来源", "编号"]);
  });

  it("[T9.2] shows days as serial numbers, keeps text from becoming a date, leaves blanks blank", () => {
    // Day 1 is 1900-01-01; 2026-10-01 is 46296 in Excel, nine days before the 10th.
    expect(tableForm("holidays", holidays)).toMatchObject({
      formats: ["yyyy-mm-dd", "@", "@", "@", "@"],
      rows: [
        [46296, "国庆节", "休", "国办发", "a"],
        [46305, "", "班", "", "b"],
      ],
    });
    const plan = tableForm("activity-plan", [
      { id: "x", activity: "3.28", dateRule: "03-28", enabled: true },
    ]);
    expect(plan.formats[1]).toBe("@");
    expect(plan.rows[0]?.slice(0, 2)).toEqual(["3.28", "03-28"]);
    expect(plan.rows[0]?.[9]).toBe("是");
  });

  it("[T9.1] comes back as it was, whatever its kind", () => {
    fc.assert(
      fc.property(anyTemplate(), ({ kind, rows }) => {
        expect(rowErrors(kind, rows)).toEqual([]);
        expect(read(kind, sheetOf(kind, rows), rows)).toEqual({ rows, ids: rows.map(({ id }) => id) });
      }),
    );
  });

  it("[T9.2] means the same without its base, and then stays so", () => {
    fc.assert(
      fc.property(anyTemplate(), ({ kind, rows }) => {
        const once = read(kind, sheetOf(kind, rows), []);
        if ("errors" in once) throw new Error(JSON.stringify(once.errors));
        expect(sheetOf(kind, once.rows)).toEqual(sheetOf(kind, rows));
        expect(read(kind, sheetOf(kind, once.rows), [])).toEqual(once);
      }),
    );
  });
});

describe("a table edited in the sheet", () => {
  it("[T9.1] keeps its ids when rows are sorted, moved, inserted and deleted", () => {
    const [header = [], first = [], second = []] = sheetOf("holidays", holidays);
    const inserted = [46297, "国庆节", "休", "", ""];
    const blank = ["", "", "", "", ""];
    expect(read("holidays", [header, second, blank, inserted, first], holidays)).toEqual({
      rows: [holidays[1], { id: "n1", date: "2026-10-02", name: "国庆节", type: "休" }, { ...holidays[0] }],
      ids: ["b", "", "n1", "a"],
    });
    expect(read("holidays", [header, second], holidays)).toEqual({ rows: [holidays[1]], ids: ["b"] });
  });

  it("[T9.1] takes the lower of two rows with one id for new, and a cleared row for deleted", () => {
    const [header = [], first = []] = sheetOf("holidays", holidays);
    const reading = read("holidays", [header, first, ["", "", "", "", "b"], first.with(1, "副本")], holidays);
    expect(reading).toEqual({
      rows: [holidays[0], { ...holidays[0], id: "n1", name: "副本" }],
      ids: ["a", "", "n1"],
    });
  });

  it("[T9.1] may have its columns in another order", () => {
    const sheet = sheetOf("holidays", holidays).map((row) => [row[4], row[2], row[0], row[3], row[1]]);
    expect(read("holidays", sheet, holidays)).toMatchObject({ rows: holidays });
  });

  it("[T9.2] leaves a value as it was where the cell says the same", () => {
    const rates = [
      { id: "r", method: "信用卡", rate: "1%", minimum: "0.10", validFrom: "2026-01-01", payer: null },
    ];
    const [header = [], row = []] = sheetOf("payment-rates", rates);
    expect(row[1]).toBe(0.01);
    expect(read("payment-rates", [header, row.with(7, "2026/1/1")], rates)).toMatchObject({ rows: rates });
    expect(read("payment-rates", [header, row.with(1, 0.012)], rates)).toMatchObject({
      rows: [{ rate: 0.012, minimum: "0.10" }],
    });
  });

  it.each([
    ["word-list", "weight", "1,000", 1000],
    ["holidays", "date", "2026年10月1日", "2026-10-01"],
    ["activity-plan", "dateRule", 46_162, "2026-05-20"],
    ["activity-plan", "dateRule", "3月28日", "3月28日"],
    ["activity-plan", "enabled", true, "是"],
    ["activity-plan", "enabled", "×", "否"],
    ["requirements", "value", "54", 54],
    ["requirements", "value", "007", "007"],
    ["sheet", "content", "=SEVENSTAR(A1:B9)", "=SEVENSTAR(A1:B9)"],
    ["holidays", "name", { type: "FormattedNumber", basicType: "Double", basicValue: 11 }, "11"],
  ] as const)("reads in %s the %s %j as %j", (kind, field, cell, value) => {
    const valid = exampleRow(kind);
    const [header = [], row = []] = sheetOf(kind, [valid]);
    const column = Object.keys(kindOf(kind).columns).indexOf(field);
    const reading = read(kind, [header, (row as unknown[]).with(column, cell)], []);
    expect(reading).toMatchObject({ rows: [{ [field]: value }] });
  });

  it("[T9.3] names row, column and reason of every bad cell, and takes nothing", () => {
    const [header = [], first = [], second = []] = sheetOf("holidays", holidays);
    const blank = ["", "", "", "", ""];
    const bad = [second.with(0, "明天").with(2, "假"), ["", "春节", "", "", "不行"]];
    expect(read("holidays", [header, first, blank, ...bad], holidays)).toEqual({
      errors: [
        { row: 3, column: "日期", message: expect.stringMatching(/^应为日期，现为“明天”.*2026-03-28/) },
        { row: 3, column: "类型", message: "应为“休”或“班”，现为“假”" },
        { row: 4, column: ID_COLUMN, message: "应为 1 到 64 个英文字母、数字、_ 或 -" },
        { row: 4, column: "日期", message: "必须填写" },
      ],
    });
  });

  it("[T9.5] lets a row stand that an earlier version took, until it is changed", () => {
    const old: TemplateRow[] = [
      { id: "a", method: "瞎写的方式", rate: 0.01, minimum: 5, maximum: 1 },
      { id: "b", method: "信用卡", rate: 0.01 },
    ];
    const [header = [], bad = [], good = []] = sheetOf("payment-rates", old);
    const edited = good.with(1, 0.02);
    expect(read("payment-rates", [header, bad, edited], old)).toMatchObject({
      rows: [old[0], { ...old[1], rate: 0.02 }],
    });
    expect(read("payment-rates", [header, bad.with(1, 0.02), edited], old)).toMatchObject({
      errors: [
        { row: 1, column: "方式" },
        { row: 1, column: "最低", message: "大于“最高”" },
      ],
    });
  });

  it.each(["#N/A", "#DIV/0!", { type: "Error", basicType: "Error", basicValue: "#REF!" }])(
    "[T9.3] refuses the error value %j",
    (cell) => {
      const [header = [], first = []] = sheetOf("holidays", holidays);
      expect(read("holidays", [header, (first as unknown[]).with(1, cell)], holidays)).toEqual({
        errors: [{ row: 1, column: "名称", message: expect.stringMatching(/^是错误值.*，请改正$/) }],
      });
    },
  );

  it("[T9.3] refuses a table without one of its columns, or with one more", () => {
    const sheet = sheetOf("holidays", holidays);
    const without = (column: number) => sheet.map((row) => row.toSpliced(column, 1));
    expect(read("holidays", without(3), holidays)).toEqual({
      errors: [{ row: 0, column: "来源", message: expect.stringContaining("缺少这一列") }],
    });
    expect(read("holidays", without(4), holidays)).toEqual({
      errors: [{ row: 0, column: ID_COLUMN, message: expect.stringContaining("缺少这一列") }],
    });
    expect(read("holidays", without(4), [])).toMatchObject({ ids: ["n1", "n2"] });
    const more = sheet.map((row, index) => [...row, index === 0 ? "我的备注" : ""]);
    expect(read("holidays", more, holidays)).toEqual({
      errors: [{ row: 0, column: "我的备注", message: expect.stringContaining("模板没有这一列") }],
    });
    expect(
      read(
        "holidays",
        sheet.map((row) => [...row, ""]),
        holidays,
      ),
    ).toMatchObject({ ids: ["a", "b"] });
  });
});

const words = fc
  .string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(..."诚e赊信用卡abc 费率") })
  .map((text) => `x${text}x`);
const day = fc.constantFrom("2026-01-01", "2026-02-28", "2028-02-29", "2026-12-31");
const fraction = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
const share = fc.integer({ min: 0, max: 200 }).map((thousandths) => thousandths / 1000);
const whole = fc.integer({ min: -60, max: 60 });
const scalar = fc.oneof(words, whole, fc.boolean(), fc.constantFrom("1..60", "007", "=A1+1"));
const blank = fc.constantFrom(undefined, null, "");

/** Valid values for the fields of the kinds; a field that may be blank sometimes is. */
const fieldValues: { readonly [Kind in KindId]?: Readonly<Record<string, fc.Arbitrary<unknown>>> } = {
  "listing-rules": {
    check: fc.constantFrom("标题用量", "主图数量", "价格"),
    star: fc.integer({ min: 1, max: 7 }),
    operator: fc.constantFrom(">=", "≤", "="),
    value: fc.oneof(whole, fraction, fc.constantFrom("007", "1,000", "12%")),
    source: fc.oneof(words, blank),
  },
  "payment-rates": {
    method: fc.constantFrom("信用卡", "诚e赊", "分阶段 3/7"),
    rate: fc.oneof(share, fc.constantFrom("1%", "0.5 %"), blank),
    payer: fc.oneof(fc.constantFrom("卖家", "买家"), blank),
    base: fc.oneof(fc.constantFrom("货款", "货款+运费"), blank),
    validFrom: fc.oneof(day, blank),
  },
  "activity-plan": {
    activity: words,
    dateRule: fc.constantFrom(
      "03-28",
      "农历 01-01",
      "节气 立秋",
      "2026-05-20",
      "11月第4个周五",
      "3月28日",
      "中秋",
    ),
    days: fc.oneof(fc.integer({ min: 1, max: 9 }), blank),
    enrolFrom: fc.oneof(whole, blank),
    enabled: fc.oneof(fc.boolean(), fc.constantFrom("是", "否"), blank),
  },
  holidays: { date: day, name: fc.oneof(words, blank), type: fc.constantFrom("休", "班") },
  "word-list": {
    word: words,
    use: fc.constantFrom("违禁", "关键词", "品牌"),
    weight: fc.oneof(fraction, blank),
  },
  requirements: {
    activity: words,
    metric: words,
    operator: fc.constantFrom("=", "包含"),
    value: scalar,
  },
  sheet: {
    cell: fc.constantFrom("A1", "$B$2"),
    content: fc.oneof(scalar, blank),
    format: fc.oneof(words, blank),
  },
};

/** A row of a kind that holds the examples of its columns. */
const exampleRow = (kind: KindId): TemplateRow => ({
  id: "a",
  ...Object.fromEntries(Object.entries(kindOf(kind).columns).map(([field, { example }]) => [field, example])),
});

/** Values for the fields of a kind; where none are given, each holds its example. */
const valuesFor = (kind: KindId): Readonly<Record<string, fc.Arbitrary<unknown>>> =>
  fieldValues[kind] ??
  Object.fromEntries(
    Object.entries(kindOf(kind).columns).map(([field, { example }]) => [field, fc.constant(example)]),
  );

function anyTemplate(): fc.Arbitrary<{ kind: KindId; rows: TemplateRow[] }> {
  return fc.constantFrom(...kindIds).chain((kind) =>
    fc.array(fc.record(valuesFor(kind)), { maxLength: 6 }).map((rows) => ({
      kind,
      rows: rows.map((row, index) => {
        const filled = Object.entries(row).filter(([, value]) => value !== undefined);
        return { id: `r${index}`, ...Object.fromEntries(filled) };
      }),
    })),
  );
}

describe("a rate", () => {
  const rates = [{ id: "a", method: "信用卡", rate: 0.006 }];

  it("stands in its column as a percentage: 0.006 as 0.6%, and comes back as the same number", () => {
    const form = tableForm("payment-rates", rates);
    const place = form.headers.indexOf("费率");
    expect(form.formats[place]).toBe("0.0##%");
    expect(form.rows[0]?.[place]).toBe(0.006);
    expect(readTableForm("payment-rates", [form.headers, ...form.rows], rates, () => "new")).toMatchObject({
      rows: rates,
    });
  });

  it("that was typed as 0.6% is 0.006", () => {
    const { headers, rows } = tableForm("payment-rates", rates);
    const typed = rows[0]?.map((cell, index) => (headers[index] === "费率" ? "0.6%" : cell)) ?? [];
    expect(readTableForm("payment-rates", [headers, typed], rates, () => "new")).toMatchObject({
      rows: rates,
    });
  });
});
