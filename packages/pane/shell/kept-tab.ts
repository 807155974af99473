import { localStore } from "../browser/local-store.ts";
import type { PaneTab } from "./define-tab.ts";
import { tabs } from "./tabs.ts";

const KEY = "sevenstar.tab";

/** The tab that was open last; where the browser keeps nothing, the first. */
export const keptTab = {
  read(): PaneTab {
    const id = localStore.read(KEY);
    return tabs.find((tab) => tab.id === id) ?? tabs[0];
  },
  write({ id }: PaneTab): void {
    localStore.write(KEY, id);
  },
};
