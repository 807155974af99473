import type { Words } from "@sevenstar/core/cells/words";
import { failureWords } from "@sevenstar/pane/browser/failure-words.ts";
import { useFailure } from "@sevenstar/pane/browser/use-failure.ts";
import { FailureDetail } from "@sevenstar/pane/shell/failure-detail.tsx";
import { useSay } from "@sevenstar/pane/shell/language-context.ts";

const texts = {
  failure: { zh: "出错", en: "Error" },
  reload: { zh: "刷新本页", en: "Reload the page" },
  close: { zh: "关闭", en: "Close" },
} as const satisfies Record<string, Words>;

/** Above the grid: an error that nothing on the page has handled, and the way to go on. */
export function FailureNotice() {
  const say = useSay();
  const { failure, dismiss } = useFailure();
  if (!failure) return null;
  return (
    <section className="notice problem" aria-label={say(texts.failure)}>
      <div className="text" role="alert">
        <p>{say(failureWords(failure.error))}</p>
        <FailureDetail error={failure.error} />
      </div>
      <div className="actions">
        <button type="button" className="button first" onClick={() => location.reload()}>
          {say(texts.reload)}
        </button>
        <button type="button" className="button" onClick={dismiss}>
          {say(texts.close)}
        </button>
      </div>
    </section>
  );
}
