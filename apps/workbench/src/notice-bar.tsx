import type { FileNotice } from "./files/use-files.ts";
import { ImportPreviewDialog } from "./import-preview-dialog.tsx";

interface NoticeBarProps {
  readonly notice: FileNotice;
  /** Tries again what did not succeed. */
  readonly onRetry?: (() => void) | undefined;
  readonly onDismiss: () => void;
}

/** Above the grid: what happens to a file, what came of it, and what can be done next. */
export function NoticeBar({ notice, onRetry, onDismiss }: NoticeBarProps) {
  const { kind, text, share, insertChecks, preview } = notice;
  return (
    <section className={`notice ${kind}`} aria-label="消息">
      <div className="text" role={kind === "problem" ? "alert" : "status"}>
        {text.split("\n").map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {preview ? (
        <ImportPreviewDialog preview={preview} />
      ) : kind === "progress" ? (
        <progress aria-label="进度" max={1} {...(share === undefined ? {} : { value: share })} />
      ) : (
        <div className="actions">
          {insertChecks && (
            <button type="button" className="button first" onClick={insertChecks}>
              插入体检公式
            </button>
          )}
          {onRetry && (
            <button type="button" className="button first" onClick={onRetry}>
              再试一次
            </button>
          )}
          <button type="button" className="button" onClick={onDismiss}>
            关闭
          </button>
        </div>
      )}
    </section>
  );
}
