import type { Words } from "@sevenstar/core/cells/words";

/** What to say where a part of the page cannot be loaded. */
export const loadWords: Words = {
  zh: "页面已更新或断网，这一部分没有载入，请检查网络后刷新本页；已保存的内容不受影响。",
  en: "The page was updated or the network is down, so this part was not loaded: check the network and reload; what was saved is safe.",
};

/** A part of the page could not be loaded. */
export class LoadError extends Error {
  override readonly name = "LoadError";
  constructor(cause: unknown) {
    super(`${loadWords.zh}（${String(cause)}）`, { cause });
  }
}

/** Loads a part of the page on demand: `loadPart(() => import("../src/browser/part.ts"))`; rejects with a LoadError. */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    throw new LoadError(error);
  }
}
