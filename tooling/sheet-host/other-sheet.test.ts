import type { WrittenTable } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, type WorkbenchPage } from "./open-workbench.ts";

let workbench: WorkbenchPage;
beforeAll(async () => {
  workbench = await openWorkbench();
});
afterAll(() => workbench.close());

type Value = string | number | boolean | null;
/** A formula over the parts of the table, and what it shows, computed by hand. */
type Rule = readonly [formula: string, ...shown: (readonly Value[])[]];

const DATA = "我的 数据";
const table: WrittenTable = {
  name: "价目表",
  sheet: DATA,
  columns: [{ header: "品名" }, { header: "单价" }, { header: "数量" }, { header: "产地" }],
  rows: [
    ["苹果", 3, 10, "山东"],
    ["香蕉", 2, 20, "海南"],
    ["葡萄", 8, 5, "新疆"],
    ["橙子", 5, 40, "山东"],
  ],
};

/** How formulas may name the table's parts: {all} with its headers, {body} without, {head}, and its columns. */
const PARTS = ["all", "body", "head", "name", "price", "count", "place"] as const;
type Part = (typeof PARTS)[number];
const RANGES: Readonly<Record<Part, string>> = {
  all: "A1:D5",
  body: "A2:D5",
  head: "A1:D1",
  name: "A2:A5",
  price: "B2:B5",
  count: "C2:C5",
  place: "D2:D5",
};
const SPELLINGS: Readonly<Record<string, Readonly<Record<Part, string>>>> = {
  ranges: RANGES,
  fixed: Object.fromEntries(
    Object.entries(RANGES).map(([part, range]) => [part, range.replaceAll(/([A-D])(\d)/g, "$$$1$$$2")]),
  ) as Record<Part, string>,
  table: {
    all: "价目表[#All]",
    body: "价目表",
    head: "价目表[#Headers]",
    name: "价目表[品名]",
    price: "价目表[单价]",
    count: "价目表[[#Data],[数量]]",
    place: "价目表[[产地]]",
  },
  names: Object.fromEntries(PARTS.map((part) => [part, `区_${part}`])) as Record<Part, string>,
};

const RULES: readonly Rule[] = [
  ['VLOOKUP("葡萄",{all},2,FALSE)', [8]],
  ['VLOOKUP("葡萄",{body},4,0)', ["新疆"]],
  ['HLOOKUP("数量",{all},3,FALSE)', [20]],
  ["LOOKUP(4,{{1,3,5}},{{10,30,50}})", [30]],
  ['LOOKUP(2,1/({name}="香蕉"),{count})', [20]],
  ['XLOOKUP("橙子",{name},{price})', [5]],
  ['XLOOKUP("橙子",{name},{body})', ["橙子", 5, 40, "山东"]],
  ['XLOOKUP("梨",{name},{price},"没有")', ["没有"]],
  // 15 in Excel; Univer makes no range of two answers, and says so.
  ['SUM(XLOOKUP("香蕉",{name},{price}):XLOOKUP("橙子",{name},{price}))', ["#REF!"]],
  // 20 in Excel, which reads on below the shorter range.
  ["LOOKUP(4,{name},{{1;2}})", ["#REF!"]],
  ["INDEX({all},3,2)", [2]],
  ["INDEX({body},2,3)", [20]],
  ["INDEX({price},3)", [8]],
  ["INDEX({all},0,2)", ["单价"], [3], [2], [8], [5]],
  ["INDEX({all},2,0)", ["苹果", 3, 10, "山东"]],
  ["SUM(INDEX({body},0,3))", [75]],
  ["SUM(INDEX({price},2):INDEX({price},4))", [15]],
  ['INDEX({price},MATCH("葡萄",{name},0))', [8]],
  ["INDEX({all},{{2;4}},{{1;1}})", ["苹果"], ["葡萄"]],
  ['MATCH("葡萄",{name},0)', [3]],
  ['XMATCH("葡萄",{name})', [3]],
  ["OFFSET({all},1,1,1,1)", [3]],
  ["OFFSET({price},1,0,2,1)", [2], [8]],
  ["SUM(OFFSET({all},1,1,4,1))", [18]],
  ["SUM(OFFSET({price},0,1))", [75]],
  ["CHOOSE(2,{name},{price})", [3], [2], [8], [5]],
  ["SUM(CHOOSE(1,{price},{count}))", [18]],
  ['VLOOKUP("海南",CHOOSE({{1,2}},{place},{price}),2,0)', [2]],
  ["ROW({price})", [2], [3], [4], [5]],
  ["ROWS({all})", [5]],
  ["ROWS({body})", [4]],
  ["COLUMN({body})", [1, 2, 3, 4]],
  ["COLUMNS({all})", [4]],
  ["AREAS({all})", [1]],
  ["SUM({price})", [18]],
  ["AVERAGE({price})", [4.5]],
  ["MAX({count})", [40]],
  ["MIN({price})", [2]],
  ["COUNT({all})", [8]],
  ["COUNTA({all})", [20]],
  ["COUNTBLANK({all})", [0]],
  ["LARGE({price},2)", [5]],
  ["SMALL({price},2)", [3]],
  ["RANK(8,{price})", [1]],
  ["MEDIAN({price})", [4]],
  ["SUBTOTAL(9,{price})", [18]],
  ["AGGREGATE(9,6,{price})", [18]],
  ['SUMIF({name},"香蕉",{count})', [20]],
  ['SUMIF({price},">2")', [16]],
  ['SUMIFS({count},{place},"山东",{price},">3")', [40]],
  ['COUNTIF({place},"山东")', [2]],
  ['COUNTIFS({place},"山东",{price},">=5")', [1]],
  ['AVERAGEIF({place},"山东",{count})', [25]],
  ['AVERAGEIFS({count},{price},">2",{place},"山东")', [25]],
  ['MAXIFS({count},{place},"山东")', [40]],
  ['MINIFS({count},{place},"山东")', [10]],
  ["SUMPRODUCT({price},{count})", [310]],
  ['SUMPRODUCT(({place}="山东")*{price}*{count})', [230]],
  ["MMULT(TRANSPOSE({price}),{count})", [310]],
  ['FILTER({body},{place}="山东")', ["苹果", 3, 10, "山东"], ["橙子", 5, 40, "山东"]],
  ["FILTER({name},{price}>2)", ["苹果"], ["葡萄"], ["橙子"]],
  [
    "SORT({body},2)",
    ["香蕉", 2, 20, "海南"],
    ["苹果", 3, 10, "山东"],
    ["橙子", 5, 40, "山东"],
    ["葡萄", 8, 5, "新疆"],
  ],
  ["SORTBY({name},{price},-1)", ["葡萄"], ["橙子"], ["苹果"], ["香蕉"]],
  ["UNIQUE({place})", ["山东"], ["海南"], ["新疆"]],
  ["TRANSPOSE({price})", [3, 2, 8, 5]],
  ["TAKE({body},2,2)", ["苹果", 3], ["香蕉", 2]],
  ["TAKE({all},-1)", ["橙子", 5, 40, "山东"]],
  ["DROP({all},4,2)", [40, "山东"]],
  ["CHOOSECOLS({body},3)", [10], [20], [5], [40]],
  ["CHOOSEROWS({body},-1)", ["橙子", 5, 40, "山东"]],
  ["EXPAND({price},5,1,0)", [3], [2], [8], [5], [0]],
  ["HSTACK({name},{price})", ["苹果", 3], ["香蕉", 2], ["葡萄", 8], ["橙子", 5]],
  ["VSTACK({price},{count})", [3], [2], [8], [5], [10], [20], [5], [40]],
  ["TOROW({price})", [3, 2, 8, 5]],
  ["TOCOL({head})", ["品名"], ["单价"], ["数量"], ["产地"]],
  ["WRAPROWS({price},2)", [3, 2], [8, 5]],
  ["WRAPCOLS({price},2)", [3, 8], [2, 5]],
  ['TEXTJOIN("、",TRUE,{name})', ["苹果、香蕉、葡萄、橙子"]],
  ["CONCAT({head})", ["品名单价数量产地"]],
  ["{price}*{count}", [30], [40], [40], [200]],
  ["{head}", ["品名", "单价", "数量", "产地"]],
  ["{price}", [3], [2], [8], [5]],
  ["SUM(({price}>2)*1)", [3]],
  ["IFERROR({price}/0,{count})", [10], [20], [5], [40]],
  ["SUM(IF({price}>2,{count},0))", [55]],
  ["BYROW({price},LAMBDA(x,SUM(x)))", [3], [2], [8], [5]],
  ["BYCOL({price},LAMBDA(x,SUM(x)))", [18]],
  ["MAP({price},LAMBDA(x,x+1))", [4], [3], [9], [6]],
  ["REDUCE(0,{price},LAMBDA(a,x,a+x))", [18]],
  ["SCAN(0,{price},LAMBDA(a,x,a+x))", [3], [5], [13], [18]],
  ["DSUM({all},2,{all})", [18]],
  ["PERCENTRANK({price},8)", [1]],
  ["CORREL({price},{price})", [1]],
  ["BYROW({body},LAMBDA(x,COUNTA(x)))", [4], [4], [4], [4]],
  ["BYROW({body},LAMBDA(x,SUM(x)))", [13], [22], [13], [45]],
  ["BYCOL({body},LAMBDA(x,COUNTA(x)))", [4, 4, 4, 4]],
  ["LOOKUP(2,{price},{{10;20;30;40}})", [20]],
  ["LOOKUP(4,{{1;3;5;7}},{price})", [2]],
  ["IF({price}>4,{name},0)", [0], [0], ["葡萄"], ["橙子"]],
  ["SUM(IF(TRUE,{price},{count}))", [18]],
  ["SUM(OFFSET(INDEX({price},1),0,0,3,1))", [13]],
  ["ROWS(OFFSET({all},0,0,3))", [3]],
  ["ROW(INDEX({price},2))", [3]],
  ["COLUMN(INDEX({body},1,3))", [3]],
  ['VLOOKUP("葡萄",SORT({body},2),2,FALSE)', [8]],
  ["INDEX(SORT({body},2,-1),1,1)", ["葡萄"]],
  ["SUM(FILTER({count},{price}>2))", [55]],
];

/** Not by a table: once a table has changed, Univer reads a LET that it has read before as #N/A. */
const LET: Rule = ["LET(x,{price},SUM(x))", [18]];

const spelled = (formula: string, parts: Readonly<Record<Part, string>>, sheet: string) =>
  `=${formula
    .replaceAll("{{", "\u0001")
    .replaceAll("}}", "\u0002")
    .replaceAll(/\{(\w+)\}/g, (_, part: Part) => `${sheet}${parts[part]}`)
    .replaceAll("\u0001", "{")
    .replaceAll("\u0002", "}")}`;

/** Where the formulas stand: below the table, each with room for what it fills. */
const FIRST = 20;
const ROOM = 10;
const place = (index: number) => `H${FIRST + index * ROOM}:O${FIRST + index * ROOM + ROOM - 1}`;

/** What a formula shows, without the empty cells around it. */
function trimmed(rows: readonly (readonly Value[])[]): Value[][] {
  const lines = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1));
  return lines.slice(0, lines.findLastIndex((line) => line.length > 0) + 1);
}

describe("B13: a formula over another sheet", () => {
  it.each(Object.keys(SPELLINGS))(
    "gives by %s what it gives on that sheet, also once that has changed",
    async (spelling) => {
      const parts = SPELLINGS[spelling] ?? RANGES;
      const rules = spelling === "table" ? RULES : [LET, ...RULES];
      const isRange = parts.all.startsWith("A") || parts.all.startsWith("$");
      const { host, merchant } = await workbench.open();
      await host.writeTable(table);
      await merchant.addsSheet("别处");
      for (const [part, range] of Object.entries(SPELLINGS["fixed"] ?? {})) {
        await merchant.namesRange(`区_${part}`, `'${DATA}'!${range}`);
      }
      const enter = (sheet: string, prefix: string) =>
        merchant.entersAll(
          sheet,
          rules.map(([formula], index) => [
            place(index).split(":")[0] ?? "",
            { formula: spelled(formula, parts, prefix) },
          ]),
        );
      await enter(DATA, "");
      await enter("别处", isRange ? `'${DATA}'!` : "");
      const last = place(rules.length - 1);
      const shown = async (sheet: string) =>
        Object.fromEntries(
          (
            await merchant.seesAreas(
              sheet,
              rules.map((_, index) => place(index)),
            )
          ).map((rows, index) => [rules[index]?.[0], trimmed(rows)]),
        );
      const expected = Object.fromEntries(rules.map(([formula, ...rows]) => [formula, rows]));
      await expect
        .poll(async () => (await merchant.seesAreas("别处", [last]))[0]?.[0]?.[0], { timeout: 10_000 })
        .toBe(55);
      expect(await shown(DATA)).toEqual(expected);
      expect(await shown("别处")).toEqual(expected);

      await merchant.entersAll(DATA, [
        ["B4", 1],
        ["D4", "山东"],
      ]);
      await expect
        .poll(async () => (await shown("别处"))['COUNTIF({place},"山东")'], { timeout: 10_000 })
        .toEqual([[3]]);
      await expect.poll(async () => (await shown(DATA))["INDEX({price},3)"]).toEqual([[1]]);
      const changed = await shown(DATA);
      expect(await shown("别处")).toEqual(changed);
      expect(changed).toMatchObject({
        'VLOOKUP("葡萄",{all},2,FALSE)': [[1]],
        "INDEX({price},3)": [[1]],
        "SUM(OFFSET({all},1,1,4,1))": [[11]],
        'SUMIFS({count},{place},"山东",{price},">3")': [[40]],
        'COUNTIF({place},"山东")': [[3]],
        "SORTBY({name},{price},-1)": [["橙子"], ["苹果"], ["香蕉"], ["葡萄"]],
        "UNIQUE({place})": [["山东"], ["海南"]],
      });
    },
  );

  it("says that a table has no such column, instead of reading the one before the table", async () => {
    const { host, merchant } = await workbench.open();
    await host.writeTable(table);
    await merchant.insertsColumn(DATA, 0);
    await merchant.entersAll(
      DATA,
      [1, 2, 3, 4, 5].map((row) => [`A${row}`, 7]),
    );
    await merchant.addsSheet("别处");
    await merchant.enters("别处", "A1", { formula: "=SUM(价目表[没有])" });
    await merchant.enters("别处", "A2", { formula: "=SUM(价目表[单价])" });
    await expect.poll(async () => (await merchant.sees("别处", "A2")).value).toBe(18);
    expect((await merchant.sees("别处", "A1")).value).toBe("#NAME?");
  });

  it("leaves the rows that SORT is given where they stand", async () => {
    const { merchant } = await workbench.open();
    await merchant.entersAll("Sheet1", [
      ["A1", 3],
      ["A2", 1],
      ["A3", 2],
      ["C1", { formula: "=SORT(A1:A3)" }],
      ["E1", { formula: "=TAKE(A1:A3,1)" }],
      ["G1", { formula: "=SORT(A1:A3,1,-1)" }],
      ["I1", { formula: "=TAKE(A1:A3,1)" }],
    ]);
    await expect.poll(async () => (await merchant.sees("Sheet1", "I1")).value).toBe(3);
    expect(await merchant.seesAreas("Sheet1", ["C1:C3", "E1", "G1:G3"])).toEqual([
      [[1], [2], [3]],
      [[3]],
      [[3], [2], [1]],
    ]);
  });

  it("is computed though another formula makes the engine fail", async () => {
    const { merchant } = await workbench.open();
    await merchant.hasFunctionThatThrows("THROWS");
    await merchant.enters("Sheet1", "A1", { formula: "=THROWS(1)" });
    await merchant.enters("Sheet1", "A2", { formula: "=1+1" });
    await expect.poll(async () => (await merchant.sees("Sheet1", "A2")).value).toBe(2);
    expect((await merchant.sees("Sheet1", "A1")).value).toBe("#CALC!");
  });
});
