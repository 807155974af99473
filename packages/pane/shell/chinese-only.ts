import type { Words } from "@sevenstar/core/cells/words";

/** A sentence that stands in Chinese only: a refusal by core, the spreadsheet or the server. */
export const chineseOnly = (sentence: string): Words => ({ zh: sentence, en: sentence });
