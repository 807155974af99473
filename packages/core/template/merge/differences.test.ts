import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sameContent } from "../same-content.ts";
import type { Content } from "../wire/template.ts";
import { type Difference, differences } from "./differences.ts";

const rates = (name: string, ...rows: readonly Record<string, unknown>[]): Content => ({
  kind: "payment-rates",
  name,
  rows: rows.map((row) => ({ id: "", ...row })) as Content["rows"],
});
const card = { id: "a", method: "信用卡", rate: 0.01, payer: "卖家" };
const term = { id: "b", method: "账期", rate: 0.002 };

describe("the differences of two contents", () => {
  it("names each changed field with its old and new value, in the rows' order", () => {
    const after = rates("费率", { ...card, rate: 0.008, payer: "买家" }, { ...term, source: "公告" });
    const [first, second] = after.rows;
    expect(differences(rates("费率", card, term), after)).toEqual([
      { type: "field", row: first, field: "rate", from: 0.01, to: 0.008 },
      { type: "field", row: first, field: "payer", from: "卖家", to: "买家" },
      { type: "field", row: second, field: "source", from: undefined, to: "公告" },
    ]);
  });

  it("names added and removed rows, a new name and another order", () => {
    const third = { id: "c", method: "诚e赊" };
    expect(differences(rates("费率", card, term), rates("新费率", third, card))).toEqual([
      { type: "name", from: "费率", to: "新费率" },
      { type: "added", row: third },
      { type: "removed", row: term },
    ]);
    expect(differences(rates("费率", card, term), rates("费率", term, card))).toEqual([{ type: "order" }]);
  });

  it("takes blank values for equal, and a template that is not there for one without rows", () => {
    expect(differences(rates("费率", card), rates("费率", { ...card, source: "", maximum: null }))).toEqual(
      [],
    );
    expect(differences(null, rates("费率", card))).toEqual([{ type: "added", row: card }]);
    expect(differences(rates("费率", card), null)).toEqual([{ type: "removed", row: card }]);
    expect(differences(null, null)).toEqual([]);
  });

  it("removes and adds every row where the kind changes, though the ids are the same", () => {
    const word: Content = { kind: "word-list", name: "费率", rows: [{ id: "a", word: "最" }] };
    expect(differences(rates("费率", card), word)).toEqual([
      { type: "added", row: word.rows[0] },
      { type: "removed", row: card },
    ]);
  });

  const content = fc
    .record({
      name: fc.constantFrom("甲", "乙"),
      rows: fc.uniqueArray(
        fc.record({
          id: fc.constantFrom("a", "b", "c", "d", "e"),
          word: fc.constantFrom("最", "第一", "", undefined),
          weight: fc.constantFrom(1, 2, null),
        }),
        { selector: ({ id }) => id },
      ),
    })
    .map(({ name, rows }): Content => ({ kind: "word-list", name, rows }));

  it("is none for equal contents only", () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        expect(differences(before, after).length === 0).toBe(sameContent(before, after));
      }),
    );
  });

  it("makes the new content of the old one when it is carried out", () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        const found = differences(before, after);
        const made = carriedOut(before, found);
        const hasOrder = found.some(({ type }) => type === "order");
        const place = new Map(after.rows.map(({ id }, index) => [id, index]));
        const stays = made.rows.filter(({ id }) => before.rows.some((row) => row.id === id));
        const isSorted = stays.every(
          ({ id }, index) =>
            index === 0 || (place.get(stays[index - 1]?.id ?? "") ?? 0) < (place.get(id) ?? 0),
        );
        expect(isSorted).toBe(!hasOrder);
        const rows = made.rows.toSorted(
          (one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0),
        );
        expect(sameContent({ ...made, rows }, after)).toBe(true);
      }),
    );
  });
});

/** What comes of a content when each difference is carried out; added rows come last. */
function carriedOut(content: Content, steps: readonly Difference[]): Content {
  const rows = new Map(content.rows.map((row) => [row.id, { ...row } as Record<string, unknown>]));
  let { name } = content;
  for (const step of steps) {
    if (step.type === "name") name = step.to;
    if (step.type === "added") rows.set(step.row.id, { ...step.row });
    if (step.type === "removed") rows.delete(step.row.id);
    if (step.type === "field") (rows.get(step.row.id) ?? {})[step.field] = step.to;
  }
  return { ...content, name, rows: [...rows.values()] as unknown as Content["rows"] };
}
