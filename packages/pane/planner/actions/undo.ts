import { defineAction } from "../define-action.ts";

/** Takes the last change back. */
export const undo = defineAction({
  id: "undo",
  words: { zh: "撤消", en: "Undo" },
  help: { zh: "撤消上一步改动", en: "Take the last change back" },
  keys: ["Ctrl+Z"],
  needs: "nothing",
  isEnabled: ({ undone }) => undone !== undefined,
  title: ({ undone }) =>
    undone
      ? { zh: `撤消：${undone.zh}`, en: `Undo: ${undone.en}` }
      : { zh: "没有可以撤消的", en: "Nothing to undo" },
  run(_, actions) {
    actions.undo();
  },
});
