import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newPlan } from "../model/new-plan.ts";
import { onDay } from "../model/on-day.fixture.ts";
import type { PlanActivity, PlanDocument, YearPlan } from "../model/plan-document.ts";
import { closeJson } from "./close-json.ts";
import firstVersion from "./first-version.fixture.json" with { type: "json" };
import { openPlanFile, type PlanFile, planFileText } from "./plan-file.ts";

const standard = newPlan(2026);
const [plan] = standard.plans as [YearPlan];
const [first, second, ...others] = plan.activities as [PlanActivity, PlanActivity, ...PlanActivity[]];
const worked: PlanFile = {
  document: {
    ...standard,
    plans: [
      {
        ...plan,
        industries: ["服装"],
        activities: [
          { ...first, owner: "小王", note: "换行\n“引号”", statuses: { stockReady: "已完成" } },
          { ...second, fixedDays: { start: onDay("2026-03-29"), enrolTo: onDay("2026-03-02") } },
          ...others,
        ],
      },
    ],
    notices: [{ year: 2027, days: [{ day: onDay("2027-01-01"), name: "元旦", type: "休" }] }],
    shop: [{ metric: "好评率", value: "96%" }],
    requirements: [{ activity: "9.20官方大促", metric: "好评率", operator: ">=", value: "95%" }],
  },
  written: { year: 2026, rows: {} },
};

const opened = (text: string) => openPlanFile(text, 2026);
function damaged(text: string) {
  const found = opened(text);
  if (found.kind !== "damaged") throw new Error(`opened as ${found.kind}`);
  return found;
}
/** The worked plan with something put in place of something. */
const spoiled = (change: (document: Record<string, unknown>) => void): string => {
  const parsed = JSON.parse(planFileText(worked)) as { document: Record<string, unknown> };
  change(parsed.document);
  return JSON.stringify(parsed);
};

describe("a kept plan", () => {
  it("of the first version opens with everything that was done in it, and is kept as it was", () => {
    const found = opened(JSON.stringify(firstVersion));
    if (found.kind !== "open") throw new Error(`opened as ${found.kind}`);
    const { document, written } = found.file;
    expect([document.year, document.plans.map(({ year }) => year)]).toEqual([2027, [2026, 2027]]);
    const [its] = document.plans as [YearPlan];
    expect(its.industries).toEqual(["服装"]);
    expect(its.activities[0]).toMatchObject({
      activity: "春节备货",
      owner: "小王",
      note: "主推 T 恤",
      statuses: { stockReady: "已完成" },
    });
    expect(its.activities.at(-1)).toMatchObject({
      id: "own-1",
      activity: "工厂店庆",
      fixedDays: { stockReady: onDay("2026-06-01") },
    });
    expect(document.requirements).toEqual([
      { activity: "工厂店庆", metric: "好评率", operator: ">=", value: "95%" },
    ]);
    expect(Object.keys(written?.rows ?? {})).toContain("own-1");
    expect(JSON.parse(planFileText(found.file))).toEqual(firstVersion);
  });

  it("opens as it was kept", () => {
    expect(opened(planFileText(worked))).toEqual({ kind: "open", file: worked });
    expect(opened(planFileText({ document: standard }))).toEqual({
      kind: "open",
      file: { document: standard },
    });
  });

  it("of a later version is left alone", () => {
    const text = JSON.stringify({ format: "sevenstar-plan", version: 2, anything: true });
    expect(opened(text)).toEqual({ kind: "newer" });
  });
});

describe("a damaged plan", () => {
  it("that breaks off keeps everything before the break", () => {
    const text = planFileText(worked);
    // Broken off within the third activity's source.
    const broken = text.slice(0, text.indexOf("6.28官方大促") + 200);
    const { repaired, faults } = damaged(broken);
    expect(faults[0]).toBe("内容不完整");
    const [kept] = repaired.document.plans;
    expect(kept?.activities.slice(0, 2)).toEqual(worked.document.plans[0]?.activities.slice(0, 2));
    expect(kept?.activities).toHaveLength(3);
  });

  it("keeps the good rows, and the good fields of the others, and names the bad ones", () => {
    const { repaired, faults } = damaged(
      spoiled((document) => {
        const [year] = document["plans"] as { activities: Record<string, unknown>[] }[];
        Object.assign(year?.activities[1] ?? {}, { days: "三天", statuses: { enrolTo: "快了" } });
        year?.activities.splice(2, 1, 7 as never);
      }),
    );
    expect(faults).toEqual(["2026 年第 2 个活动的天数、状态读不出来", "2026 年第 3 个活动读不出来"]);
    const activities = repaired.document.plans[0]?.activities ?? [];
    expect(activities).toHaveLength(plan.activities.length - 1);
    expect(activities[1]).toEqual({ ...worked.document.plans[0]?.activities[1], days: 1 });
  });

  it("with two rows of one id keeps both", () => {
    const { repaired } = damaged(
      spoiled((document) => {
        const [year] = document["plans"] as { activities: Record<string, unknown>[] }[];
        Object.assign(year?.activities[1] ?? {}, { id: first.id });
      }),
    );
    const ids = repaired.document.plans[0]?.activities.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(plan.activities.length);
  });

  it.each([
    "",
    "null",
    "[]",
    "{}",
    "<html>",
    '{"format":"sevenstar-plan","version":1,"document":{"plans":[]',
  ])("that says %j gives a plan to begin with", (text) => {
    const { repaired } = damaged(text);
    expect(repaired.document.plans.map(({ year }) => year)).toEqual([2026]);
    expect(opened(planFileText(repaired)).kind).toBe("open");
  });

  it("is mended into one that opens, wherever it breaks off", () => {
    const text = planFileText(worked);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 1 }), (length) => {
        const { repaired } = damaged(text.slice(0, length));
        expect(opened(planFileText(repaired)).kind).toBe("open");
      }),
    );
  });

  it("is mended into one that opens, whatever a part says", () => {
    const path = fc.constantFrom("plans", "notices", "shop", "requirements", "assumptions", "year");
    fc.assert(
      fc.property(path, fc.jsonValue(), (key, value) => {
        const found = opened(spoiled((document) => Object.assign(document, { [key]: value })));
        const file =
          found.kind === "damaged" ? found.repaired : found.kind === "open" ? found.file : undefined;
        expect(opened(planFileText(file as PlanFile)).kind).toBe("open");
      }),
    );
  });
});

describe("a JSON text that breaks off", () => {
  it.each([
    ['{"a":[1,2,3', { a: [1, 2] }],
    ['{"a":"x","b":"y', { a: "x" }],
    ['{"a":"x","b":', { a: "x" }],
    ['{"a":{"b":"}"},"c":[{"d":"e"},{"f', { a: { b: "}" }, c: [{ d: "e" }, {}] }],
    ['{"a":"\\"', {}],
    ["", undefined],
  ])("%s", (text, expected) => expect(closeJson(text)).toEqual(expected));
});

it("a document of the wrong kind is no plan", () => {
  const other: PlanDocument = { ...standard, plans: [] };
  expect(opened(JSON.stringify({ document: other })).kind).toBe("damaged");
});
