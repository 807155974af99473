import { afterEach, describe, expect, it, vi } from "vitest";
import { newerPlan, planFileText } from "../../plan/file/plan-file.ts";
import { newPlan } from "../../plan/model/new-plan.ts";
import { openPlan } from "./open-plan.ts";
import { browserPlanStore, type PlanStore } from "./plan-store.ts";

/** A workbook that keeps something, or nothing. */
const workbook = (kept: Awaited<ReturnType<PlanStore["read"]>>): PlanStore => ({
  place: "workbook",
  read: async () => kept,
  write: async () => undefined,
});
const damaged = { problem: { zh: "已损坏", en: "damaged" }, isNewer: false };
const newer = { problem: newerPlan, isNewer: true };
const text = planFileText({ document: newPlan(2026) });
const laterText = '{"format":"sevenstar-plan","version":2}';

/** The browser's storage, with a plan in it or without. */
function browserKeeps(plan: string | null): void {
  let kept = plan;
  vi.stubGlobal("localStorage", {
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      kept = value;
    },
  });
}
afterEach(() => vi.unstubAllGlobals());

const remedies = async (kept: Awaited<ReturnType<PlanStore["read"]>>) => {
  const found = await openPlan(workbook(kept), 2026);
  return "trouble" in found ? found.trouble.remedies.map(({ kind }) => kind) : "opened";
};

describe("what the workbook keeps of a plan", () => {
  it("is replaced only when it is damaged, by the browser's copy or anew", async () => {
    browserKeeps(text);
    expect(await remedies(damaged)).toEqual(["copy", "anew"]);
    browserKeeps(null);
    expect(await remedies(damaged)).toEqual(["anew"]);
  });

  it("is never replaced when a later version wrote it, and another sentence says so", async () => {
    browserKeeps(text);
    for (const kept of [newer, { text: laterText }]) {
      const found = await openPlan(workbook(kept), 2026);
      expect(found).toEqual({ trouble: { problem: newerPlan, faults: [], remedies: [] } });
    }
    expect(newerPlan.zh).not.toContain("损坏");
    expect(newerPlan.zh).toContain("更新七星表格");
  });
});

describe("the browser's own copy", () => {
  it("of a later version is neither passed over nor written over", async () => {
    browserKeeps(laterText);
    expect(await remedies({ text: null })).toEqual([]);
    expect(await browserPlanStore.write(text)).toBe(newerPlan);
    expect(await browserPlanStore.read()).toEqual({ text: laterText });
    expect(await remedies({ text })).toBe("opened");
  });

  it("is gone on with in a workbook that keeps none, and written to", async () => {
    browserKeeps(text);
    expect(await openPlan(workbook({ text: null }), 2026)).toMatchObject({ opened: { isFromBrowser: true } });
    expect(await browserPlanStore.write("next")).toBeUndefined();
    expect(await browserPlanStore.read()).toEqual({ text: "next" });
  });
});
