import { failureWords } from "@sevenstar/pane/browser/failure-words.ts";
import { useFailure } from "@sevenstar/pane/browser/use-failure.ts";
import { FailureDetail } from "@sevenstar/pane/shell/failure-detail.tsx";

/** Above the grid: an error that nothing on the page has handled, and the way to go on. */
export function FailureNotice() {
  const { failure, dismiss } = useFailure();
  if (!failure) return null;
  return (
    <section className="notice problem" aria-label="出错">
      <div className="text" role="alert">
        <p>{failureWords(failure.error).zh}</p>
        <FailureDetail error={failure.error} />
      </div>
      <div className="actions">
        <button type="button" className="button first" onClick={() => location.reload()}>
          刷新本页
        </button>
        <button type="button" className="button" onClick={dismiss}>
          关闭
        </button>
      </div>
    </section>
  );
}
