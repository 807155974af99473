import { useState } from "react";
import { type Keeping, reasonOf } from "./kept/keeping.ts";
import type { KeptStore } from "./kept/kept-store.ts";

interface KeepingBarProps {
  readonly keeping: Keeping | undefined;
  readonly store: KeptStore | undefined;
  readonly hasAside: boolean;
}

const WORDS = { untouched: "示例数据", saving: "正在保存…", saved: "已保存在本浏览器" } as const;

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
  const isBusy = keeping.state === "saving" || (keeping.state === "failed" && keeping.isUnsaved);
  const isSample = keeping.state === "untouched" && !hasAside;
  const failure = problem ?? (keeping.state === "failed" ? keeping.problem : undefined);
  return (
    <div className="keeping">
      <span role="status" className={failure ? "problem" : isSample ? "unseen" : undefined}>
        {failure
          ? `没有自动保存：${failure}；关闭前请点“导出”。`
          : WORDS[keeping.state as keyof typeof WORDS]}
      </span>
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
