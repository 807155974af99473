import type { Words } from "@sevenstar/core/cells/words";
import { localStore } from "../browser/local-store.ts";

/** The pane's tabs in their order. */
export const paneTabs = {
  plan: { zh: "活动日历", en: "Planner" },
  functions: { zh: "函数", en: "Functions" },
  templates: { zh: "模板", en: "Templates" },
} as const satisfies Record<string, Words>;

export type PaneTab = keyof typeof paneTabs;

const KEY = "sevenstar.tab";

/** The tab that was open last; where the browser keeps nothing, the first. */
export const keptTab = {
  read(): PaneTab {
    const tab = localStore.read(KEY);
    return tab !== null && Object.hasOwn(paneTabs, tab) ? (tab as PaneTab) : "plan";
  },
  write(tab: PaneTab): void {
    localStore.write(KEY, tab);
  },
};
