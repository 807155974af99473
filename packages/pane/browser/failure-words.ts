import type { Words } from "@sevenstar/core/cells/words";
import { LoadError, loadWords } from "./load-part.ts";

const unforeseen: Words = {
  zh: "程序出了没有料到的错误，刚才的操作可能没有完成；已保存的内容不受影响。请再试一次，仍不行就刷新本页。",
  en: "An unforeseen error: what you just did may not be complete; what was saved is safe. Please try again, then reload this page.",
};

/** What to say of an error that nothing else has told of. */
export const failureWords = (error: unknown): Words => (error instanceof LoadError ? loadWords : unforeseen);

/** What support needs to know of an error. */
export const failureDetail = (error: unknown): string => {
  const cause = error instanceof LoadError ? error.cause : error;
  return (cause instanceof Error ? (cause.stack ?? String(cause)) : String(cause)).slice(0, 2_000);
};
