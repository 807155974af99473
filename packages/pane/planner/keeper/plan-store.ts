import type { Words } from "@sevenstar/core/cells/words";
import { localStore } from "../../browser/local-store.ts";
import { newerPlan, openPlanFile } from "../../plan/file/plan-file.ts";
import type { JsonValue, SheetHost } from "../../sheet-host/sheet-host.ts";
import { FILES_VIEW } from "../planner-texts.ts";

/** The key of the plan inside workbooks and in the browser. */
const KEY = "sevenstar.plan";
const SPOILED_KEY = "sevenstar.plan.damaged";

/** Where a plan is kept. */
export interface PlanStore {
  readonly place: "workbook" | "browser";
  /** The kept text, null where there is none, or why it cannot be read and whether it must not be replaced. */
  read(): Promise<{ readonly text: string | null } | { readonly problem: Words; readonly isNewer: boolean }>;
  /** Keeps a text; gives why it could not. */
  write(text: string): Promise<Words | undefined>;
  /** Calls back when somebody else has kept another plan here; gives the way to stop. */
  readonly watch?: (onChange: () => void) => () => void;
}

const browserRefuses: Words = {
  zh: `浏览器不允许保存，关闭窗格后改动会丢失；请在“${FILES_VIEW.zh}”里导出 .xlsx，或允许本站存储数据。`,
  en: `The browser does not allow saving: changes are lost when the pane closes. Export an .xlsx under “${FILES_VIEW.en}”, or allow this site to store data.`,
};

/** The browser's storage; where it is refused nothing is kept and writing says so; a newer plan stays. */
export const browserPlanStore: PlanStore = {
  place: "browser",
  async read() {
    return { text: localStore.read(KEY) };
  },
  async write(text) {
    const kept = localStore.read(KEY);
    if (kept !== null && openPlanFile(kept, 0).kind === "newer") return newerPlan;
    return localStore.write(KEY, text) ? undefined : browserRefuses;
  },
  // Only other windows are told by this event.
  watch(onChange) {
    const listen = ({ key }: StorageEvent) => {
      if (key === KEY) onChange();
    };
    addEventListener("storage", listen);
    return () => removeEventListener("storage", listen);
  },
};

/** The workbook beside the pane; a copy of what is written there stays in the browser, should the workbook break. */
export const workbookPlanStore = (host: SheetHost): PlanStore => ({
  place: "workbook",
  async read() {
    const answer = await host.readDocument(KEY);
    if ("problem" in answer) {
      const isNewer = answer.isNewer === true;
      return { problem: isNewer ? newerPlan : { zh: answer.problem, en: answer.problem }, isNewer };
    }
    return { text: answer.document === null ? null : JSON.stringify(answer.document) };
  },
  async write(text) {
    await browserPlanStore.write(text);
    const answer = await host.writeDocument(KEY, JSON.parse(text) as JsonValue);
    return "problem" in answer ? { zh: answer.problem, en: answer.problem } : undefined;
  },
});

/** Puts a damaged text aside in the browser before it is mended; gives whether the browser kept it. */
export function setAside(text: string): boolean {
  try {
    const all = JSON.parse(localStore.read(SPOILED_KEY) ?? "[]") as string[];
    return localStore.write(SPOILED_KEY, JSON.stringify([...all, text].slice(-5)));
  } catch {
    return false;
  }
}
