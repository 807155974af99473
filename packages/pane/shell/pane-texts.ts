import type { Words } from "@sevenstar/core/cells/words";

/** Texts that several parts of the shell share; the others stand where they are used. */
export const paneTexts = {
  title: { zh: "七星表格", en: "SevenStar" },
  version: { zh: "版本", en: "Version" },
  switchLanguage: { zh: "English", en: "中文" },
  close: { zh: "关闭提示", en: "Close the message" },
  loading: { zh: "正在打开…", en: "Opening…" },
  failureDetail: { zh: "给技术支持看的原因", en: "The reason, for support" },
  reload: { zh: "重新载入", en: "Reload" },
} as const satisfies Record<string, Words>;
