import type { Words } from "@sevenstar/core/cells/words";
import { newerPlan, type OpenedPlan, openPlanFile, type PlanFile } from "../../plan/file/plan-file.ts";
import { newPlan } from "../../plan/model/new-plan.ts";
import { type PlanHistory, planHistory } from "../../plan/model/plan-history.ts";
import type { WrittenPlan } from "../../plan/table/written-plan.ts";
import { browserPlanStore, type PlanStore } from "./plan-store.ts";

/** Why a plan is not open, and what can be done about it. */
export interface PlanTrouble {
  readonly problem: Words;
  /** What of a damaged plan could not be read. */
  readonly faults: readonly string[];
  /** The damaged text, to be downloaded. */
  readonly text?: string;
  /** What to go on with: what could be read, or the copy that the browser keeps; none where it must not be touched. */
  readonly remedies: readonly { readonly kind: "repair" | "copy" | "anew"; readonly file: PlanFile }[];
}

/** A plan that is open. */
export interface Opened {
  readonly history: PlanHistory;
  readonly written?: WrittenPlan;
  /** The plan is the browser's; the workbook has none yet. */
  readonly isFromBrowser: boolean;
}

/** A plan as it stands in a file. */
export const openedFile = ({ document, written }: PlanFile, isFromBrowser: boolean): Opened => ({
  history: planHistory(document),
  ...(written ? { written } : {}),
  isFromBrowser,
});

/** What a later version saved is neither opened nor replaced. */
const untouched = { trouble: { problem: newerPlan, faults: [], remedies: [] } } as const;

/** Opens the plan that a store keeps, or says why not and what can be done without losing anything. */
export async function openPlan(
  store: PlanStore,
  thisYear: number,
): Promise<{ readonly trouble: PlanTrouble } | { readonly opened: Opened }> {
  const anew = { kind: "anew", file: { document: newPlan(thisYear) } } as const;
  const kept = await store.read();
  const found = store.place === "workbook" ? await browserCopy(thisYear) : undefined;
  const copy = found?.kind === "open" ? found.file : undefined;
  // What was written belongs to the workbook that it was written into.
  const copies = copy ? [{ kind: "copy", file: { document: copy.document } } as const] : [];
  if ("problem" in kept) {
    if (kept.isNewer) return untouched;
    return { trouble: { problem: kept.problem, faults: [], remedies: [...copies, anew] } };
  }
  if (kept.text === null) {
    if (found?.kind === "newer") return untouched;
    // What was written belongs to another workbook.
    return { opened: openedFile(copy ? { document: copy.document } : anew.file, copy !== undefined) };
  }
  const plan = openPlanFile(kept.text, thisYear);
  if (plan.kind === "open") return { opened: openedFile(plan.file, false) };
  if (plan.kind === "newer") return untouched;
  const problem = {
    zh: "保存的活动计划损坏了，下面列出的部分读不出来。修复会保留其余全部内容；损坏的原文另存一份，也可以先下载。",
    en: "The saved plan is damaged: what is listed below cannot be read. The repair keeps everything else; the damaged text is put aside and can be downloaded first.",
  };
  return {
    trouble: {
      problem,
      faults: plan.faults,
      text: kept.text,
      remedies: [{ kind: "repair", file: plan.repaired }, ...copies],
    },
  };
}

/** The plan that the browser keeps, if it keeps one. */
async function browserCopy(thisYear: number): Promise<OpenedPlan | undefined> {
  const kept = await browserPlanStore.read();
  return "problem" in kept || kept.text === null ? undefined : openPlanFile(kept.text, thisYear);
}
