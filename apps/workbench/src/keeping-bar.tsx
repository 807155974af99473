import type { Words } from "@sevenstar/core/cells/words";
import { useSay } from "@sevenstar/pane/shell/language-context.ts";
import { useState } from "react";
import type { AutosaveStore } from "./autosave/autosave-store.ts";
import { isUnsaved, type Keeping, reasonOf } from "./autosave/keeping.ts";

interface KeepingBarProps {
  readonly keeping: Keeping | undefined;
  readonly store: AutosaveStore | undefined;
  readonly hasAside: boolean;
}

const texts = {
  untouched: { zh: "示例数据", en: "Sample data" },
  saving: { zh: "正在保存…", en: "Saving…" },
  saved: { zh: "已保存在本浏览器", en: "Saved in this browser" },
  savedApart: {
    zh: "已保存在本浏览器；另一个窗口改的那份另存着，点“换回我的表格”打开",
    en: "Saved in this browser; what another window changed is put aside: “Back to my workbook” opens it",
  },
  unsavedHere: {
    zh: "这里的改动还没有保存：另一个窗口开着这份表格，关掉那个窗口，这里就接着保存。",
    en: "What you changed here is not saved: another window has this workbook open; close it and this one goes on saving.",
  },
  elsewhere: {
    zh: "另一个窗口开着这份表格，请在那边改；这里的改动要等那边关掉才保存。",
    en: "Another window has this workbook open: work there; changes here are saved once it is closed.",
  },
  stale: {
    zh: "另一个窗口改过这份表格，这里还是之前的样子，请刷新。",
    en: "Another window changed this workbook; this one shows it as it was: reload.",
  },
  failed: (reason: Words): Words => ({
    zh: `没有自动保存：${reason.zh}；关闭前请点“导出”。`,
    en: `Not saved: ${reason.en}. Press “Export” before you close the page.`,
  }),
  reload: { zh: "刷新", en: "Reload" },
  samples: { zh: "恢复示例数据", en: "Back to the samples" },
  samplesHint: {
    zh: "现在的表格另存在本浏览器，随时可以换回",
    en: "The workbook is put aside in this browser and can be taken back",
  },
  mine: { zh: "换回我的表格", en: "Back to my workbook" },
  mineHint: { zh: "换回上次放在一边的表格", en: "Take back the workbook that was put aside" },
};

/** What to say of it; where it is a problem it says what to do. */
function wordsOf(keeping: Keeping): Words {
  switch (keeping.state) {
    case "untouched":
    case "saving":
    case "stale":
      return texts[keeping.state];
    case "saved":
      return keeping.isApart ? texts.savedApart : texts.saved;
    case "elsewhere":
      return keeping.isUnsaved ? texts.unsavedHere : texts.elsewhere;
    case "failed":
      return texts.failed(keeping.problem);
  }
}

const PROBLEMS: readonly Keeping["state"][] = ["elsewhere", "stale", "failed"];

/** Whether the workbook is kept in this browser, and the ways to the samples and back. */
export function KeepingBar({ keeping, store, hasAside }: KeepingBarProps) {
  const say = useSay();
  const [problem, setProblem] = useState<Words>();
  if (!keeping) return null;
  const open = (change: () => Promise<void>) => {
    change().then(
      () => location.reload(),
      (error: unknown) => setProblem(reasonOf(error)),
    );
  };
  const isBusy = isUnsaved(keeping);
  const isSample = keeping.state === "untouched" && !hasAside;
  const isProblem = problem !== undefined || PROBLEMS.includes(keeping.state);
  const words = problem ? texts.failed(problem) : wordsOf(keeping);
  return (
    <div className="keeping">
      <span role="status" className={isProblem ? "problem" : isSample ? "unseen" : undefined}>
        {say(words)}
      </span>
      {keeping.state === "stale" && (
        <button type="button" className="button" onClick={() => location.reload()}>
          {say(texts.reload)}
        </button>
      )}
      {store && keeping.state !== "untouched" && (
        <button
          type="button"
          className="button"
          title={say(texts.samplesHint)}
          disabled={isBusy}
          onClick={() => open(store.putAside)}
        >
          {say(texts.samples)}
        </button>
      )}
      {store && hasAside && (
        <button
          type="button"
          className="button"
          title={say(texts.mineHint)}
          disabled={isBusy}
          onClick={() => open(store.takeBack)}
        >
          {say(texts.mine)}
        </button>
      )}
    </div>
  );
}
