import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInActivities } from "./built-in-activities.ts";
import { newPlan, newYearPlan } from "./new-plan.ts";
import { applyCommand, type PlanCommand } from "./plan-command.ts";
import { type PlanActivity, planOfYear } from "./plan-document.ts";
import { doCommand, planHistory, redo, showYear, undo } from "./plan-history.ts";

const start = newPlan(2026);
const [first, second] = builtInActivities as [PlanActivity, PlanActivity];
const own: PlanActivity = { ...first, id: "own", activity: "周年庆" };
const names = (document = start) => planOfYear(document, 2026)?.activities.map(({ id }) => id) ?? [];

describe("commands", () => {
  it("add at a place or at the end, change, remove and order activities", () => {
    const add: PlanCommand = { kind: "add-activities", year: 2026, activities: [own], at: 1 };
    const added = applyCommand(start, add);
    expect(names(added).slice(0, 3)).toEqual([first.id, "own", second.id]);
    const changed = applyCommand(added, {
      kind: "change-activity",
      year: 2026,
      activity: { ...own, days: 3 },
    });
    expect(planOfYear(changed, 2026)?.activities[1]?.days).toBe(3);
    const ordered = applyCommand(changed, {
      kind: "order-activities",
      year: 2026,
      ids: ["own", ...names().toReversed()],
    });
    expect(names(ordered)).toEqual(["own", ...names().toReversed()]);
    expect(names(applyCommand(ordered, { kind: "remove-activities", year: 2026, ids: ["own"] }))).toEqual(
      names().toReversed(),
    );
  });

  it("take the grade away with the date rule that bore it", () => {
    const change = (activity: PlanActivity) =>
      planOfYear(applyCommand(start, { kind: "change-activity", year: 2026, activity }), 2026)?.activities[0];
    expect(change({ ...first, note: "早订货" })?.grade).toBe("computed");
    expect(change({ ...first, dateRule: "02-01" })?.grade).toBeUndefined();
  });

  it("leave everything else of a document as it is", () => {
    const changed = applyCommand(start, {
      kind: "set-status",
      year: 2026,
      id: second.id,
      milestone: "enrolTo",
      status: "已完成",
    });
    expect(planOfYear(changed, 2026)?.activities[1]?.statuses).toEqual({ enrolTo: "已完成" });
    expect(planOfYear(changed, 2026)?.activities[0]).toBe(first);
    expect(start).toEqual(newPlan(2026));
  });
});

describe("undo and redo", () => {
  const commands: fc.Arbitrary<PlanCommand> = fc.oneof(
    fc.constantFrom<PlanCommand>(
      { kind: "add-activities", year: 2026, activities: [own] },
      { kind: "remove-activities", year: 2026, ids: [first.id, second.id] },
      { kind: "set-industries", year: 2026, industries: ["服装"] },
      { kind: "add-year", plan: newYearPlan(2027, []) },
      { kind: "remove-year", year: 2026 },
      { kind: "set-notice", notice: { year: 2027, days: [] } },
      { kind: "remove-notice", year: 2027 },
      { kind: "set-assumptions", assumptions: { closedBefore: 20, closedAfter: 10, production: 30 } },
      { kind: "set-requirements", shop: [{ metric: "好评率", value: "96%" }], requirements: [] },
      {
        kind: "together",
        words: { zh: "读回", en: "read back" },
        commands: [
          { kind: "change-activity", year: 2026, activity: { ...first, owner: "小王" } },
          { kind: "order-activities", year: 2026, ids: [second.id] },
        ],
      },
    ),
  );

  it("give back the very plan before each command, and the very one after", () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 12 }), (list) => {
        const done = list.reduce(doCommand, planHistory(start));
        const undone = list.reduce(undo, done);
        expect(undone.document).toEqual(start);
        expect(undo(undone)).toBe(undone);
        const again = list.reduce(redo, undone);
        expect(again.document).toEqual(done.document);
        expect(redo(again)).toBe(again);
      }),
    );
  });

  it("names what would be undone", () => {
    const history = [
      { kind: "set-status", year: 2026, id: second.id, milestone: "stockReady", status: "放弃" },
      { kind: "change-activity", year: 2026, activity: { ...first, isEnabled: false } },
      { kind: "remove-activities", year: 2026, ids: [first.id] },
    ] satisfies PlanCommand[];
    const { done } = history.reduce(doCommand, planHistory(start));
    expect(done.map(({ words }) => words.zh)).toEqual([
      "“3.28官方大促”备货完成：放弃",
      "停用“春节备货”",
      "删除“春节备货”",
    ]);
  });

  it("forgets what was undone once something else is done, and does not record looking at another year", () => {
    const one = doCommand(planHistory(start), { kind: "set-industries", year: 2026, industries: ["服装"] });
    const other = doCommand(undo(one), { kind: "set-industries", year: 2026, industries: ["跨境"] });
    expect(other.undone).toEqual([]);
    expect(showYear(other, 2027).done).toBe(other.done);
    expect(undo(showYear(other, 2027)).document).toEqual(start);
  });
});
