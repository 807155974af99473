import type { Words } from "@sevenstar/core/functions/quantity";

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
    try {
      const tab = localStorage.getItem(KEY);
      if (tab !== null && Object.hasOwn(paneTabs, tab)) return tab as PaneTab;
    } catch {
      // Storage is refused in some web views.
    }
    return "plan";
  },
  write(tab: PaneTab): void {
    try {
      localStorage.setItem(KEY, tab);
    } catch {
      // As above.
    }
  },
};
