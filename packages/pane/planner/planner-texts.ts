import type { Words } from "@sevenstar/core/cells/words";

/** What the view of the plan as tables and files is called; others send there. */
export const FILES_VIEW = { zh: "表格", en: "Sheets" } as const satisfies Words;

/** Texts that several parts of the planner share; the others stand where they are used. */
export const plannerTexts = {
  yearSuffix: { zh: " 年", en: "" },
  open: { zh: "打开", en: "Open" },
  copied: { zh: "已复制，可以直接粘贴到聊天里。", en: "Copied: paste it into a chat." },
  copyRefused: {
    zh: `浏览器不允许复制，请在“${FILES_VIEW.zh}”页展开文字后手工选取。`,
    en: `The browser did not allow copying: open the text under “${FILES_VIEW.en}” and select it by hand.`,
  },
  closeEditor: { zh: "收起", en: "Close" },
  remove: { zh: "删除", en: "Delete" },
  elsewhere: { zh: "不在这一年", en: "not in this year" },
} as const satisfies Record<string, Words>;
