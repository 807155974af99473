import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activityFit } from "../calendar/activity-fit.ts";
import { planWords } from "../calendar/plan-parameters.ts";
import { readHolidays } from "../calendar/read-holidays.ts";
import { readPlan } from "../calendar/read-plan.ts";
import { describedCatalogue } from "../catalogue/catalogue.ts";
import type { KindColumn, TemplateKind } from "../cells/define-template-kind.ts";
import { Refusal } from "../cells/refusal.ts";
import { evaluate } from "../functions/evaluate.ts";
import { readRuleSet } from "../listing/rule-set.ts";
import { readRateTable } from "../payment/rate-table.ts";
import { type KindId, kindOf, rowErrors } from "./rows.ts";
import { readTableForm, tableForm } from "./table-form.ts";
import { templateKinds } from "./template-kinds.ts";

type Sheet = readonly (readonly unknown[])[];
type Taken = (table: Sheet) => boolean;

const isTaken = (answer: unknown) => !(answer instanceof Refusal);

/** Whether the formulas that take a kind's table refuse nothing in it. */
const takenByFormula = {
  "listing-rules": (table) => isTaken(readRuleSet(table, "规则表")),
  "payment-rates": (table) => {
    const rates = readRateTable(table, "费率表");
    if (rates instanceof Refusal || rates.strangers.length > 0) return false;
    return [...rates.rows.values()].flat().every((row) => !row.badValidity && isTaken(row.read()));
  },
  "activity-plan": (table) => {
    const rows = readPlan(table, "活动计划");
    if (rows instanceof Refusal) return false;
    return rows.every(({ offsets, ...row }) =>
      [...Object.values(row), ...Object.values(offsets)].every(isTaken),
    );
  },
  holidays: (table) => isTaken(readHolidays(table, "放假安排")),
  requirements: (table) =>
    evaluate(activityFit, [[["指标", "值"]], table])
      .flat()
      .every(isTaken),
} satisfies Partial<Record<KindId, Taken>>;
type ReadKind = keyof typeof takenByFormula;
const readKinds = Object.keys(takenByFormula) as ReadKind[];

const columnsOf = (kind: KindId) => Object.entries(kindOf(kind).columns);
const headerOf = (kind: KindId) => columnsOf(kind).map(([, { header }]) => header);
const counted = () => {
  let count = 0;
  return () => `n${++count}`;
};
const read = (kind: KindId, table: Sheet) => readTableForm(kind, table, [], counted());

/** A table of a kind with one row, whose cells are given by field; the others hold their examples. */
const tableOf = (kind: KindId, cells: Readonly<Record<string, unknown>>): Sheet => [
  headerOf(kind),
  columnsOf(kind).map(([field, { example }]) => (field in cells ? cells[field] : example)),
];

const BLANKS = ["", "-", "－", " ", null];
const DATES = [
  ...[
    "2026-05-20",
    "2026/5/20",
    "2026年5月20日",
    "2026.5.20",
    "２０２６-０５-２０",
    "2026-05-20 10:30",
    " 2026-05-20 ",
  ],
  ...[
    "2026-13-01",
    "2026-02-29",
    "5月20日",
    "明天",
    "46109",
    "20260520",
    46_109,
    46_109.5,
    0,
    60,
    -1,
    3e6,
    true,
  ],
];
const RULES = [
  ...[
    "03-28",
    "3/28",
    "3月28日",
    "３－２８",
    "3-28",
    "农历 01-01",
    "农历1月1日",
    "農曆 8月15日",
    "农历 12-30",
  ],
  ...[
    "节气 立秋",
    "立秋",
    "中秋",
    "节气 中秋节",
    "春节",
    "11月第4个周五",
    "11月第四个星期五",
    "6月第3个周天",
  ],
  ...[
    "13-45",
    "02-30",
    "02-29",
    "00-10",
    "农历 闰04-01",
    "农历 13-01",
    "农历 01-31",
    "节气 乱写",
    "13月第1个周五",
  ],
  ...["11月第6个周五", "六月初", "0328", "1949-10-01", 46_162, 3.28, "节气", "农历", "大概三月"],
];
const NUMBERS = [
  ...[0, 1, 3, 4.5, -45, 1e21, 0.2, 0.21, 60],
  ...[
    "1,234.50",
    "¥105",
    "￥105",
    "105元",
    "12.3%",
    "6‰",
    "１２",
    "1.2万",
    "200+",
    "-7",
    "+3",
    "1e3",
    "54 个",
    "很多",
  ],
  ...[true, false, "1..60", "0.6 %", "6%%"],
];
const YES_NO = [
  "是",
  "否",
  "有",
  "无",
  "支持",
  "不支持",
  "√",
  "×",
  "✓",
  "Y",
  "n",
  "TRUE",
  true,
  false,
  1,
  0,
  2,
  "对",
  "开",
];
const METHODS = [
  ...[
    "信用卡",
    "信用卡支付",
    "诚e赊",
    "诚E赊",
    "诚易赊",
    "网商银行信任付",
    "信任付",
    "card",
    "payWay 8",
    "8",
    8,
    "37",
  ],
  ...["分阶段 3/7", "分阶段3/7", "货到付款", "fxassure", "瞎写的方式", "现金", 0, "支付", true],
];
const CHECKS = [
  ...[
    "标题长度",
    "商品标题",
    "主图数量",
    "Logo",
    "logo",
    "网上订购",
    "支持网上订购",
    "违禁词",
    "计量单位",
    "价格(元)",
  ],
  ...["视频时长", "实拍图", "详情视频", "不存在的检查", 0, 7, "constructor", "视频 时长"],
];
const CONDITIONS = [
  ">=",
  "<=",
  ">",
  "<",
  "=",
  "==",
  "≥",
  "≤",
  "＞＝",
  "介于",
  "不含",
  "有值",
  "包含",
  "已填",
  "大概",
  "constructor",
  0,
];
const VALUES = [
  "1..60",
  "60..1",
  "3-5",
  "3～5",
  "1至3",
  "必填属性总数",
  "起批量",
  "是",
  "否",
  "最好、第一",
  54,
  "54",
  "很多",
  true,
  0.01,
];
const WORDS = [
  "x",
  "通用",
  "服装、跨境",
  "全行业",
  "卖家",
  "买家",
  "卖方",
  "seller",
  "商家",
  "平台",
  0,
  12,
  true,
  "x".repeat(40),
];
const BASES = ["货款", "货款+运费", "货款 ＋ 运费", "运费", "貨款"];
const TYPES = ["休", "班", " 休 ", "假", "休息", 0, 1, "work"];

/** The cells to try in a column, whatever the kind makes of them: all spellings of the manual and wild ones. */
const spellings: Readonly<Record<string, readonly unknown[]>> = {
  check: CHECKS,
  star: [1, 7, "3", "４", 0, 8, 2.5, "多"],
  operator: CONDITIONS,
  value: [...VALUES, ...NUMBERS, ...DATES, ...YES_NO],
  method: METHODS,
  payer: WORDS,
  base: BASES,
  dateRule: [...RULES, ...DATES],
  type: TYPES,
  enabled: YES_NO,
};
const byHolds: Readonly<Record<KindColumn["holds"], readonly unknown[]>> = {
  text: WORDS,
  number: NUMBERS,
  day: DATES,
  dayRule: RULES,
  yesNo: YES_NO,
  scalar: VALUES,
};
const cellsFor = ([field, { holds }]: readonly [string, KindColumn]): readonly unknown[] => [
  ...(spellings[field] ?? byHolds[holds]),
  ...BLANKS,
];

/** Rows of a kind: most cells are blank or their column's example, so that one bad cell does not hide the others. */
const anyTable = (kind: KindId): fc.Arbitrary<Sheet> => {
  const row = fc.tuple(
    ...columnsOf(kind).map((column) =>
      fc.oneof(
        { weight: 8, arbitrary: fc.constant(column[1].example) },
        { weight: 1, arbitrary: fc.constant("") },
        { weight: 2, arbitrary: fc.constantFrom(...cellsFor(column)) },
      ),
    ),
  );
  return fc.array(row, { minLength: 1, maxLength: 3 }).map((rows) => [headerOf(kind), ...rows]);
};

describe.each(readKinds)("a table of %s", (kind) => {
  const takes: Taken = takenByFormula[kind];
  const template = (table: Sheet) => {
    const reading = read(kind, table);
    return "errors" in reading ? reading.errors : [];
  };

  it("[T9.4] is taken as a template where formulas take its example row", () => {
    expect(takes(tableOf(kind, {}))).toBe(true);
    expect(template(tableOf(kind, {}))).toEqual([]);
  });

  it.each(columnsOf(kind).flatMap((column) => cellsFor(column).map((cell) => [column[0], cell] as const)))(
    "[T9.4] with %s %j is taken by the template where formulas take it, and only there",
    (field, cell) => {
      const table = tableOf(kind, { [field]: cell });
      expect(template(table).length === 0).toBe(takes(table));
    },
  );

  it("[T9.4] is taken by the template where formulas take it, and only there, whatever its rows hold", () => {
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(anyTable(kind), (table) => {
        const taken = takes(table);
        seen[taken ? "taken" : "refused"]++;
        expect(template(table).length === 0).toBe(taken);
      }),
      { numRuns: 1000 },
    );
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(20);
  });

  it("[T9.4] says to formulas what it said before it was a template", () => {
    fc.assert(
      fc.property(anyTable(kind), (table) => {
        const reading = read(kind, table);
        fc.pre(!("errors" in reading));
        if ("errors" in reading) return;
        const { headers, rows } = tableForm(kind, reading.rows);
        expect(takes([headers, ...rows])).toBe(true);
        expect(rowErrors(kind, reading.rows)).toEqual([]);
        expect(read(kind, [headers, ...rows])).toMatchObject({
          rows: reading.rows.map(({ id: _, ...row }) => row),
        });
      }),
    );
  });

  it("[T9.4] is read alike from JSON, where texts stand as they were typed", () => {
    fc.assert(
      fc.property(anyTable(kind), ([header = [], ...rows]) => {
        const texts = rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell : "")));
        const fields = columnsOf(kind).map(([field]) => field);
        const json = texts.map((row, index) => ({
          id: `r${index}`,
          ...Object.fromEntries(row.map((cell, column) => [fields[column], cell])),
        }));
        // A row with nothing in it is no row of a table.
        fc.pre(texts.every((row) => row.some((cell) => cell.trim() !== "" && !BLANKS.includes(cell))));
        expect(rowErrors(kind, json).length === 0).toBe(takes([header, ...texts]));
      }),
      { numRuns: 500 },
    );
  });
});

it.each(templateKinds.map((kind: TemplateKind) => [kind.id as KindId, kind] as const))(
  "[T9.4] takes the starters of %s",
  (id, kind) => {
    for (const { rows } of kind.starters()) {
      const known = Object.keys(kind.columns);
      const own = rows.map((row, index) => ({
        ...Object.fromEntries(Object.entries(row).filter(([field]) => known.includes(field))),
        id: `r${index}`,
      }));
      expect(rows.length).toBeGreaterThan(0);
      expect(rowErrors(id, own)).toEqual([]);
    }
  },
);

it("[T9.4] is looked at for every kind whose table a function takes", () => {
  const taken = templateKinds.filter((kind: TemplateKind) => kind.takenAs !== undefined);
  expect(taken.map(({ id }) => id).toSorted()).toEqual(readKinds.toSorted());
  const names = new Set(describedCatalogue.flatMap(({ parameters }) => parameters.map(({ name }) => name)));
  for (const { takenAs } of taken as readonly TemplateKind[]) expect(names).toContain(takenAs);
});

/** Every table of a kind that stands in an example of the manual, with all columns of the kind. */
const manualTables = describedCatalogue.flatMap(({ id, parameters, examples }) =>
  examples.flatMap(({ arguments: given }) =>
    given.flatMap((argument, index) => {
      const parameter = parameters[index]?.name;
      const kind = readKinds.find((each) => kindOf(each).takenAs === parameter);
      const [header, ...rows] = Array.isArray(argument) ? (argument as readonly (readonly unknown[])[]) : [];
      if (!kind || !header?.every((each) => headerOf(kind).includes(String(each)))) return [];
      const places = headerOf(kind).map((each) => header.indexOf(each));
      return [
        [id, kind, [headerOf(kind), ...rows.map((row) => places.map((place) => row[place] ?? ""))]] as const,
      ];
    }),
  ),
);

it.each(manualTables)("[T9.4] takes the table of the manual's example of %s as %s", (_, kind, table) => {
  expect(takenByFormula[kind](table)).toBe(true);
  expect(read(kind, table)).not.toHaveProperty("errors");
});

it("[T9.4] takes every date rule that the manual shows", () => {
  const rules = /写成文本，如 ([^；]+)；/.exec(planWords.zh)?.[1]?.split("、") ?? [];
  expect(rules.length).toBeGreaterThan(4);
  for (const dateRule of rules)
    expect(read("activity-plan", tableOf("activity-plan", { dateRule }))).not.toHaveProperty("errors");
  expect(manualTables.length).toBeGreaterThan(2);
});

it.each([
  ["payment-rates", "费率(%)", { rate: 0.8 }, { rate: 0.008 }],
  ["payment-rates", "最高（万元）", { maximum: 0.01 }, { maximum: 100 }],
] as const)("[T9.4] applies in %s the unit of the header %s as formulas do", (kind, header, cells, row) => {
  const [first = [], ...rows] = tableOf(kind, cells);
  const bare = header.replace(/[（(].*/, "");
  const table = [first.map((each) => (each === bare ? header : each)), ...rows];
  expect(read(kind, table)).toMatchObject({ rows: [row] });
});

it("[T9.4] refuses the unit that a column cannot have, as formulas do", () => {
  const [first = [], ...rows] = tableOf("payment-rates", {});
  const table = [first.map((each) => (each === "最高" ? "最高(美元)" : each)), ...rows];
  expect(takenByFormula["payment-rates"](table)).toBe(false);
  expect(read("payment-rates", table)).toEqual({
    errors: [{ row: 0, column: "最高", message: expect.stringContaining("美元") }],
  });
});
