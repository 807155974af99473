import { loadPart } from "../browser/load-part.ts";
import { defineTab } from "../shell/define-tab.ts";

/** The templates' tab. */
export const templatesTab = defineTab({
  id: "templates",
  words: { zh: "模板", en: "Templates" },
  load: async () => (await loadPart(() => import("./templates.tsx"))).Templates,
});
