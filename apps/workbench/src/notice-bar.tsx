import type { Words } from "@sevenstar/core/cells/words";
import { useSay } from "@sevenstar/pane/shell/language-context.ts";
import type { FileNotice } from "./files/file-notice.ts";
import { ImportPreviewDialog } from "./import-preview-dialog.tsx";

const texts = {
  message: { zh: "消息", en: "Message" },
  progress: { zh: "进度", en: "Progress" },
  insertChecks: { zh: "插入体检公式", en: "Insert check formulas" },
  again: { zh: "再试一次", en: "Try again" },
  close: { zh: "关闭", en: "Close" },
} as const satisfies Record<string, Words>;

interface NoticeBarProps {
  readonly notice: FileNotice;
  /** Tries again what did not succeed. */
  readonly onRetry?: (() => void) | undefined;
  readonly onDismiss: () => void;
}

/** Above the grid: what happens to a file, what came of it, and what can be done next. */
export function NoticeBar({ notice, onRetry, onDismiss }: NoticeBarProps) {
  const say = useSay();
  const { kind, words, share, insertChecks, preview } = notice;
  return (
    <section className={`notice ${kind}`} aria-label={say(texts.message)}>
      <div className="text" role={kind === "problem" ? "alert" : "status"}>
        {words.map((line) => (
          <p key={line.zh}>{say(line)}</p>
        ))}
      </div>
      {preview ? (
        <ImportPreviewDialog preview={preview} />
      ) : kind === "progress" ? (
        <progress
          aria-label={say(texts.progress)}
          max={1}
          {...(share === undefined ? {} : { value: share })}
        />
      ) : (
        <div className="actions">
          {insertChecks && (
            <button type="button" className="button first" onClick={insertChecks}>
              {say(texts.insertChecks)}
            </button>
          )}
          {onRetry && (
            <button type="button" className="button first" onClick={onRetry}>
              {say(texts.again)}
            </button>
          )}
          <button type="button" className="button" onClick={onDismiss}>
            {say(texts.close)}
          </button>
        </div>
      )}
    </section>
  );
}
