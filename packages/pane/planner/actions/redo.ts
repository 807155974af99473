import { defineAction } from "../define-action.ts";

/** Brings again what was taken back. */
export const redo = defineAction({
  id: "redo",
  words: { zh: "重做", en: "Redo" },
  help: { zh: "重做撤消的改动", en: "Bring again what was undone" },
  keys: ["Ctrl+Y", "Ctrl+Shift+Z"],
  needs: "nothing",
  isEnabled: ({ redone }) => redone !== undefined,
  title: ({ redone }) =>
    redone
      ? { zh: `重做：${redone.zh}`, en: `Redo: ${redone.en}` }
      : { zh: "没有可以重做的", en: "Nothing to redo" },
  run(_, actions) {
    actions.redo();
  },
});
