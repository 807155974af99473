import type { Words } from "@sevenstar/core/cells/words";

/** Texts that several parts of the templates share; the others stand where they are used. */
export const templateTexts = {
  history: { zh: "历史", en: "History" },
  retry: { zh: "再试", en: "Retry" },
  name: { zh: "名称", en: "Name" },
  deleted: { zh: "（已删除）", en: "(deleted)" },
  loading: { zh: "正在读取…", en: "Reading…" },
  blank: { zh: "（空）", en: "(blank)" },
  notShown: { zh: "没有列出的还有：", en: "Not shown: " },
  readOnly: {
    zh: "需要新版本才能编辑，请刷新页面或升级。",
    en: "A newer version is needed to edit it: reload the page or upgrade.",
  },
} as const satisfies Record<string, Words>;
