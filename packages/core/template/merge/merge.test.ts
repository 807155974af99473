import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_ROWS, rowErrors, type TemplateRow } from "../rows.ts";
import { sameContent, sameRow, sameValue } from "../same-content.ts";
import type { Content } from "../wire/template.ts";
import { type Choice, type Conflict, conflictKey, type Merge, mergeTemplate } from "./merge.ts";
import { resolveConflicts } from "./resolve.ts";

type Word = readonly [id: string, word: string, use?: string, weight?: unknown];
const words = (...rows: readonly Word[]): Content => ({
  kind: "word-list",
  name: "词表",
  rows: rows.map(([id, word, use = "违禁", weight]) => ({
    id,
    word,
    use,
    ...(weight === undefined ? {} : { weight }),
  })),
});
const ids = (content: Content | null) => content?.rows.map(({ id }) => id).join("");

describe("fields and rows", () => {
  const base = words(["a", "最好"], ["b", "第一"]);

  it("[T6.1] takes what one side changed, row by row and field by field", () => {
    const mine = words(["a", "最好", "违禁", 3], ["b", "第一"]);
    const theirs = words(["a", "最佳"], ["b", "第一", "品牌"]);
    expect(mergeTemplate(base, mine, theirs)).toMatchObject({
      content: words(["a", "最佳", "违禁", 3], ["b", "第一", "品牌"]),
      conflicts: [],
    });
  });

  it("[T6.1] takes what both changed alike", () => {
    const same = words(["a", "最佳"]);
    expect(mergeTemplate(base, same, { ...same, rows: [...same.rows] })).toMatchObject({
      content: same,
      base: same,
      conflicts: [],
      merged: [],
    });
  });

  it("[T6.2][T6.7] keeps both values of a field that both changed, mine in view", () => {
    const mine = words(["a", "最优", "违禁", 2], ["b", "第一"]);
    const theirs = words(["a", "最佳"], ["b", "头名"]);
    expect(mergeTemplate(base, mine, theirs)).toEqual({
      content: words(["a", "最优", "违禁", 2], ["b", "头名"]),
      base: words(["a", "最好"], ["b", "头名"]),
      merged: [],
      conflicts: [{ type: "field", row: "a", field: "word", base: "最好", mine: "最优", theirs: "最佳" }],
    });
  });

  it("[T6.2] merges the name like a field", () => {
    const named = (name: string) => ({ ...base, name });
    expect(mergeTemplate(base, named("甲"), base).content?.name).toBe("甲");
    const both = mergeTemplate(base, named("甲"), named("乙"));
    expect(both.content?.name).toBe("甲");
    expect(both.conflicts).toEqual([{ type: "name", base: "词表", mine: "甲", theirs: "乙" }]);
  });

  it("[T6.3] lets a deleted row go where nobody edited it, else keeps both", () => {
    const without = words(["b", "第一"]);
    const edited = words(["a", "最佳"], ["b", "第一"]);
    expect(mergeTemplate(base, without, words(["a", "最好"], ["b", "头名"]))).toMatchObject({
      content: words(["b", "头名"]),
      conflicts: [],
    });
    const [mine, theirs] = [mergeTemplate(base, edited, without), mergeTemplate(base, without, edited)];
    const [old, now] = [base.rows[0], edited.rows[0]];
    expect(mine.conflicts).toEqual([
      { type: "row", row: "a", base: old, mine: now, theirs: null, errors: [] },
    ]);
    expect(theirs.conflicts).toEqual([
      { type: "row", row: "a", base: old, mine: null, theirs: now, errors: [] },
    ]);
    expect([ids(mine.content), ids(theirs.content)]).toEqual(["ab", "b"]);
  });

  it("[T6.4] takes rows added on both sides with one id for one row", () => {
    const mine = words(["n", "极品", "违禁", 1]);
    const theirs = words(["n", "顶级", "违禁"]);
    expect(mergeTemplate(words(), mine, theirs)).toMatchObject({
      content: words(["n", "极品", "违禁", 1]),
      conflicts: [{ type: "field", row: "n", field: "word", base: undefined, mine: "极品", theirs: "顶级" }],
    });
    expect(mergeTemplate(null, mine, mine).conflicts).toEqual([]);
  });

  it("[T6.8] lists the rows that both contributed to", () => {
    const mine = words(["a", "最好", "违禁", 3], ["b", "头名"]);
    const theirs = words(["a", "最佳"], ["b", "第一"]);
    expect(mergeTemplate(base, mine, theirs).merged).toEqual([
      { row: "a", mine: ["weight"], theirs: ["word"] },
    ]);
  });
});

describe("a whole template", () => {
  const base = words(["a", "最好"]);
  const edited = words(["a", "最佳"]);

  it("[T6.5] deleted on one side and edited on the other is a conflict", () => {
    for (const [mine, theirs] of [
      [edited, null],
      [null, edited],
    ] as const) {
      expect(mergeTemplate(base, mine, theirs)).toEqual({
        content: mine,
        base,
        merged: [],
        conflicts: [{ type: "template", base, mine, theirs }],
      });
    }
    expect(mergeTemplate(base, base, null)).toMatchObject({ content: null, conflicts: [] });
  });

  it("[T6.5] of another kind is a conflict with every edit", () => {
    const other: Content = { kind: "holidays", name: "词表", rows: [] };
    expect(mergeTemplate(base, edited, other).conflicts).toEqual([
      { type: "template", base, mine: edited, theirs: other },
    ]);
    expect(mergeTemplate(base, base, other)).toMatchObject({ content: other, conflicts: [] });
  });

  it("[T6.5] of too many rows together is a conflict", () => {
    const many = (prefix: string) =>
      words(...Array.from({ length: MOST_ROWS / 2 + 1 }, (_, index): Word => [`${prefix}${index}`, "x"]));
    expect(mergeTemplate(words(), many("m"), many("t")).conflicts).toMatchObject([{ type: "template" }]);
  });

  it("[T6.5] of worksheet cells that reach too far together is a conflict", () => {
    const sheet = (...cells: string[]): Content => ({
      kind: "sheet",
      name: "甲",
      rows: cells.map((cell) => ({ id: cell, cell, content: 1 })),
    });
    const [base, mine, theirs] = [sheet("A1"), sheet("A1", "A150000"), sheet("A1", "XFD1")];
    expect(mergeTemplate(base, mine, theirs).conflicts).toEqual([{ type: "template", base, mine, theirs }]);
  });

  it("[T6.6] keeps both of a row whose merged form is not valid", () => {
    const row = (fields: object): Content => ({ ...base, rows: [{ id: "a", use: "违禁", ...fields }] });
    // A version of the program that takes other weights wrote it; here the row is not valid with it.
    const mine = row({ word: "最佳" });
    const theirs = row({ word: "最好", weight: "很重" });
    expect(mergeTemplate(row({ word: "最好" }), mine, theirs)).toMatchObject({
      content: mine,
      conflicts: [
        {
          type: "row",
          row: "a",
          mine: mine.rows[0],
          theirs: theirs.rows[0],
          errors: [{ row: 1, column: "权重", message: expect.stringMatching(/^应为数字，现为“很重”/) }],
        },
      ],
    });
  });
});

describe("the order of rows", () => {
  const list = (order: string) => words(...[...order].map((id): Word => [id, id]));
  it.each([
    ["abc", "abc", "cab", "cab", "theirs moved"],
    ["abc", "bca", "abc", "bca", "mine moved"],
    ["abc", "acb", "bac", "acb", "both moved: acb < bac"],
    ["abc", "bac", "acb", "acb", "and so the other way round"],
    ["abc", "axbc", "abyc", "axbyc", "rows follow the row they followed"],
    ["abc", "axbc", "awbc", "awxbc", "at one place the smaller id goes first"],
    ["abc", "xabc", "abcy", "xabcy", "at the start and at the end"],
    ["abc", "axc", "cab", "cax", "moved by them, replaced by me"],
    ["abc", "", "abc", "", "all deleted"],
  ])("[T7.3] %s, %s and %s give %s: %s", (base, mine, theirs, merged) => {
    const { content, conflicts } = mergeTemplate(list(base), list(mine), list(theirs));
    expect([ids(content), conflicts]).toEqual([merged, []]);
  });
});

describe("a person's choice", () => {
  const base = words(["a", "最好", "违禁", 1], ["b", "第一"]);
  const mine = words(["a", "最优", "违禁", 2], ["b", "头名"]);
  const theirs = words(["a", "最佳", "违禁", 3]);
  const { conflicts } = mergeTemplate(base, mine, theirs);
  const chosen = (...choices: readonly Choice[]) =>
    new Map(
      conflicts.slice(0, choices.length).map((each, index) => [conflictKey(each), choices[index] as Choice]),
    );

  it("[T6.10] is mine, theirs or another value, for each conflict by itself", () => {
    expect(conflicts.map((each) => ("field" in each ? each.field : each.type))).toEqual([
      "weight",
      "word",
      "row",
    ]);
    const choices = chosen({ value: 9 }, { take: "theirs" }, { take: "mine" });
    expect(resolveConflicts(base, mine, theirs, choices)).toMatchObject({
      content: words(["a", "最佳", "违禁", 9], ["b", "头名"]),
      base: theirs,
      conflicts: [],
    });
  });

  it("[T6.10] leaves the others open", () => {
    const merge = resolveConflicts(base, mine, theirs, chosen({ take: "theirs" })) as Merge;
    expect(merge.conflicts).toEqual(conflicts.slice(1));
    const again = mergeTemplate(merge.base, merge.content, theirs);
    expect(again.conflicts).toEqual(conflicts.slice(1));
    expect(again.content?.rows[0]).toMatchObject({ word: "最优", weight: 3 });
  });

  it.each([
    [{ value: "重" }, "第 1 行“权重”应为数字，现为“重”"],
    [{ value: Number.NaN }, "第 1 行“权重”应为"],
  ])("[T6.10] is refused where the result is not valid: %j", (choice, problem) => {
    const result = resolveConflicts(base, mine, theirs, chosen(choice, { take: "mine" }));
    expect(result).toMatchObject({ problem: expect.stringContaining(problem) });
  });

  it("[T6.10] is refused where the values have changed since", () => {
    const newer = words(["a", "最佳", "违禁", 4]);
    expect(resolveConflicts(base, mine, newer, chosen({ take: "mine" }))).toEqual({
      problem: "内容刚刚又有变化，请看过新的内容再选。",
      errors: [],
    });
  });

  it("[T6.10] of a whole template is mine or theirs only; a name is checked", () => {
    const whole = mergeTemplate(base, mine, null).conflicts[0] as Conflict;
    const choose = (choice: Choice) => new Map([[conflictKey(whole), choice]]);
    expect(resolveConflicts(base, mine, null, choose({ take: "theirs" }))).toMatchObject({ content: null });
    expect(resolveConflicts(base, mine, null, choose({ take: "mine" }))).toMatchObject({
      content: mine,
      base: null,
    });
    expect(resolveConflicts(base, mine, null, choose({ value: mine }))).toHaveProperty("problem");
    const [left, right] = [
      { ...base, name: "甲" },
      { ...base, name: "乙" },
    ];
    const named = (value: unknown) =>
      resolveConflicts(
        base,
        left,
        right,
        new Map([[conflictKey(mergeTemplate(base, left, right).conflicts[0] as Conflict), { value }]]),
      );
    expect(named(" 丙 ")).toMatchObject({ content: { name: "丙" } });
    expect(named(" ")).toMatchObject({ problem: "模板名称不能为空。" });
  });

  it("[T6.10] of a row is a whole row, whose id stays", () => {
    const rowConflict = conflicts[2] as Conflict;
    const choose = (value: unknown) =>
      resolveConflicts(base, mine, theirs, new Map([[conflictKey(rowConflict), { value }]]));
    expect(choose({ id: "z", word: "榜首", use: "品牌" })).toMatchObject({
      content: { rows: [{ id: "a" }, { id: "b", word: "榜首", use: "品牌" }] },
    });
    expect(choose("榜首")).toMatchObject({ problem: "一行的冲突请填写整行。" });
  });
});

/** A few rows of few values, so that both sides often meet. */
const anyContent: fc.Arbitrary<Content> = fc
  .record({
    name: fc.constantFrom("甲", "乙", "丙"),
    kind: fc.constantFrom("word-list" as const, "word-list" as const, "word-list" as const, "sheet" as const),
    rows: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom("a", "b", "c", "d", "e"),
        word: fc.constantFrom("x", "y", "z"),
        use: fc.constantFrom("违禁", "品牌"),
        weight: fc.constantFrom<unknown>(undefined, "", null, 1, 2),
      }),
      { selector: ({ id }) => id, maxLength: 5 },
    ),
  })
  .map(({ name, kind, rows }) => ({
    name,
    kind,
    rows:
      kind === "sheet"
        ? rows.map(({ id, word }) => ({ id, cell: "A1", content: word }))
        : rows.map(({ weight, ...row }) => ({ ...row, ...(weight === undefined ? {} : { weight }) })),
  }));

/** What a person does to a template: rows edited, added, deleted, moved, renamed. */
const anyEdit = (base: Content): fc.Arbitrary<Content> =>
  anyContent.chain((other) =>
    fc
      .record({
        taken: fc.subarray(base.rows.map((_, index) => index)),
        dropped: fc.subarray(base.rows.map((_, index) => index)),
        moved: fc.boolean(),
        named: fc.boolean(),
      })
      .map(({ taken, dropped, moved, named }) => {
        const others = new Map(other.rows.map((row) => [row.id, row]));
        const isLikeBase = other.kind === base.kind;
        const kept = base.rows.flatMap((row, index): TemplateRow[] => {
          if (dropped.includes(index) && taken.length < 2) return [];
          return [(isLikeBase && taken.includes(index) && others.get(row.id)) || row];
        });
        const known = new Set(base.rows.map(({ id }) => id));
        const added = isLikeBase ? other.rows.filter(({ id }) => !known.has(id)) : [];
        const rows = moved ? [...added, ...kept.toReversed()] : [...kept, ...added];
        return { kind: base.kind, name: named ? other.name : base.name, rows };
      }),
  );

const orNothing = (arbitrary: fc.Arbitrary<Content>) => fc.option(arbitrary, { freq: 12 });
const anyThree = fc.oneof(
  fc.tuple(orNothing(anyContent), orNothing(anyContent), orNothing(anyContent)),
  anyContent.chain((base) => fc.tuple(fc.constant(base), orNothing(anyEdit(base)), orNothing(anyEdit(base)))),
);
const holds = (check: (base: Content | null, mine: Content | null, theirs: Content | null) => void) =>
  fc.assert(
    fc.property(anyThree, ([base, mine, theirs]) => check(base, mine, theirs)),
    { numRuns: 1000 },
  );
const exchanged = (conflict: Conflict): Conflict =>
  ({ ...conflict, mine: conflict.theirs, theirs: conflict.mine }) as Conflict;
const all = (conflicts: readonly Conflict[], take: "mine" | "theirs") =>
  new Map(conflicts.map((conflict) => [conflictKey(conflict), { take }]));
const canonical = (content: Content | null) =>
  content && {
    ...content,
    rows: content.rows.map((row) =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([, value]) => value !== "" && value !== null)
          .sort(),
      ),
    ),
  };

describe("for any three contents", () => {
  it("[T7.1] merging is deterministic, and merging the result again changes nothing", () =>
    holds((base, mine, theirs) => {
      const once = mergeTemplate(base, mine, theirs);
      expect(mergeTemplate(base, mine, theirs)).toEqual(once);
      const again = mergeTemplate(base, once.content, theirs);
      expect(canonical(again.content)).toEqual(canonical(once.content));
      expect(again.conflicts.map(conflictKey)).toEqual(once.conflicts.map(conflictKey));
    }));

  it("[T6.1] a side that changed nothing gives way", () =>
    holds((base, mine) => {
      for (const sides of [
        [base, mine, mine],
        [base, base, mine],
        [base, mine, base],
      ] as const) {
        const { content, conflicts, merged } = mergeTemplate(...sides);
        expect([canonical(content), conflicts, merged]).toEqual([canonical(mine), [], []]);
      }
    }));

  it("[T7.2] exchanging the sides exchanges them in the conflicts and changes nothing else", () =>
    holds((base, mine, theirs) => {
      const one = mergeTemplate(base, mine, theirs);
      const other = mergeTemplate(base, theirs, mine);
      expect(other.conflicts).toEqual(one.conflicts.map(exchanged));
      expect(other.merged.map(({ row, mine, theirs }) => ({ row, mine: theirs, theirs: mine }))).toEqual(
        one.merged,
      );
      const chosen = mergeTemplate(base, mine, theirs, all(one.conflicts, "mine"));
      const chosenThere = mergeTemplate(base, theirs, mine, all(other.conflicts, "theirs"));
      expect(canonical(chosen.content)).toEqual(canonical(chosenThere.content));
      expect(chosen.conflicts).toEqual([]);
    }));

  it("[T6.9] every change of each side is in the result or in a conflict", () =>
    holds((base, mine, theirs) => {
      const { content, conflicts } = mergeTemplate(base, mine, theirs);
      if (conflicts.some(({ type }) => type === "template")) return;
      const rowOf = (of: Content | null, id: string) => of?.rows.find((row) => row.id === id);
      const inConflict = (id: string, field?: string) =>
        conflicts.some(
          (each) =>
            ("row" in each && each.row === id && each.type === "row") ||
            (each.type === "field" && each.row === id && each.field === field),
        );
      for (const side of [mine, theirs]) {
        const ground = base?.kind === side?.kind ? base : null;
        if (side && side.name !== base?.name && content) {
          expect(content.name === side.name || conflicts.some(({ type }) => type === "name")).toBe(true);
        }
        for (const row of side?.rows ?? []) {
          for (const [field, value] of Object.entries(row)) {
            if (sameValue(value, rowOf(ground, row.id)?.[field])) continue;
            const now = rowOf(content, row.id)?.[field];
            expect(sameValue(now, value) || inConflict(row.id, field)).toBe(true);
          }
        }
        for (const old of base?.rows ?? []) {
          if (!side || rowOf(side, old.id) || base?.kind !== content?.kind) continue;
          expect(rowOf(content, old.id) === undefined || inConflict(old.id)).toBe(true);
        }
      }
    }));

  it("[T6.11] going on from a merge in conflict finds the same conflicts", () =>
    holds((base, mine, theirs) => {
      const once = mergeTemplate(base, mine, theirs);
      const again = mergeTemplate(once.base, once.content, theirs);
      expect(again.conflicts.map(conflictKey)).toEqual(once.conflicts.map(conflictKey));
      expect(canonical(again.content)).toEqual(canonical(once.content));
      if (once.conflicts.length === 0) expect(sameContent(once.base, theirs)).toBe(true);
    }));

  it("[T6.6] valid sides of one kind give a valid result", () =>
    holds((base, mine, theirs) => {
      const { content } = mergeTemplate(base, mine, theirs);
      expect(content ? rowErrors(content.kind, content.rows) : []).toEqual([]);
    }));
});

it("rows that are not there are equal only to each other", () => {
  expect(sameRow(undefined, undefined)).toBe(true);
  expect(sameRow(undefined, { id: "a" })).toBe(false);
});
