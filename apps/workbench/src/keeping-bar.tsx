import { useState } from "react";
import type { AutosaveStore } from "./autosave/autosave-store.ts";
import { isUnsaved, type Keeping, reasonOf } from "./autosave/keeping.ts";

interface KeepingBarProps {
  readonly keeping: Keeping | undefined;
  readonly store: AutosaveStore | undefined;
  readonly hasAside: boolean;
}

/** What to say of it; where it is a problem it says what to do. */
function wordsOf(keeping: Keeping): { readonly text: string; readonly isProblem: boolean } {
  switch (keeping.state) {
    case "untouched":
      return { text: "示例数据", isProblem: false };
    case "saving":
      return { text: "正在保存…", isProblem: false };
    case "saved": {
      const apart = "；另一个窗口改的那份另存着，点“换回我的表格”打开";
      return { text: `已保存在本浏览器${keeping.isApart ? apart : ""}`, isProblem: false };
    }
    case "elsewhere": {
      const text = keeping.isUnsaved
        ? "这里的改动还没有保存：另一个窗口开着这份表格，关掉那个窗口，这里就接着保存。"
        : "另一个窗口开着这份表格，请在那边改；这里的改动要等那边关掉才保存。";
      return { text, isProblem: true };
    }
    case "stale":
      return { text: "另一个窗口改过这份表格，这里还是之前的样子，请刷新。", isProblem: true };
    case "failed":
      return { text: failureText(keeping.problem), isProblem: true };
  }
}

const failureText = (reason: string) => `没有自动保存：${reason}；关闭前请点“导出”。`;

/** Whether the workbook is kept in this browser, and the ways to the samples and back. */
export function KeepingBar({ keeping, store, hasAside }: KeepingBarProps) {
  const [problem, setProblem] = useState<string>();
  if (!keeping) return null;
  const open = (change: () => Promise<void>) => {
    change().then(
      () => location.reload(),
      (error: unknown) => setProblem(reasonOf(error)),
    );
  };
  const isBusy = isUnsaved(keeping);
  const isSample = keeping.state === "untouched" && !hasAside;
  const { text, isProblem } = problem ? { text: failureText(problem), isProblem: true } : wordsOf(keeping);
  return (
    <div className="keeping">
      <span role="status" className={isProblem ? "problem" : isSample ? "unseen" : undefined}>
        {text}
      </span>
      {keeping.state === "stale" && (
        <button type="button" className="button" onClick={() => location.reload()}>
          刷新
        </button>
      )}
      {store && keeping.state !== "untouched" && (
        <button
          type="button"
          className="button"
          title="现在的表格另存在本浏览器，随时可以换回"
          disabled={isBusy}
          onClick={() => open(store.putAside)}
        >
          恢复示例数据
        </button>
      )}
      {store && hasAside && (
        <button
          type="button"
          className="button"
          title="换回上次放在一边的表格"
          disabled={isBusy}
          onClick={() => open(store.takeBack)}
        >
          换回我的表格
        </button>
      )}
    </div>
  );
}
