import type { Words } from "@sevenstar/core/cells/words";
import { failureWords } from "../browser/failure-words.ts";
import { LoadError } from "../browser/load-part.ts";
import type { Outcome } from "../shell/outcome-context.ts";
import { paneTexts } from "../shell/pane-texts.ts";

/** What to tell of something that was not done: why, and the way to load the page anew. */
export function failedOutcome(what: Words, error: unknown): Outcome {
  const { zh, en } = failureWords(error);
  const reason = error instanceof LoadError ? "" : String(error);
  return {
    isProblem: true,
    words: {
      zh: `${what.zh}：${zh}${reason && `原因：${reason}`}`,
      en: `${what.en}: ${en}${reason && ` Reason: ${reason}`}`,
    },
    remedy: { words: paneTexts.reload, onTake: () => location.reload() },
  };
}
