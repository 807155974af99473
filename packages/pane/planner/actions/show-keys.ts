import { defineAction } from "../define-action.ts";

/** Shows what the keyboard does. */
export const showKeys = defineAction({
  id: "show-keys",
  words: { zh: "快捷键", en: "Keys" },
  help: { zh: "显示或收起这份说明", en: "Show this list, or put it away" },
  keys: ["?"],
  needs: "nothing",
  run(_, actions) {
    actions.toggleKeys();
  },
});
