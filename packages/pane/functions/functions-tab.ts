import { loadPart } from "../browser/load-part.ts";
import { defineTab } from "../shell/define-tab.ts";

/** The functions' tab. */
export const functionsTab = defineTab({
  id: "functions",
  words: { zh: "函数", en: "Functions" },
  load: async () => (await loadPart(() => import("./function-list.tsx"))).FunctionList,
});
