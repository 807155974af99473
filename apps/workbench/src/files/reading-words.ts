import type { Words } from "@sevenstar/core/cells/words";

/** What is said while a file is read. */
export const readingWords = (name: string): Words => ({
  zh: `正在读取“${name}”…`,
  en: `Reading “${name}”…`,
});
