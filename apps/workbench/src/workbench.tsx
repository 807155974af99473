import { loadPart } from "@sevenstar/pane/browser/load-part.ts";
import { useEffect, useRef, useState } from "react";
import type { OpenWorkbook } from "../univer/start-univer.ts";
import type { AutosaveStore } from "./autosave/autosave-store.ts";
import type { Keeping } from "./autosave/keeping.ts";
import { FailureNotice } from "./failure-notice.tsx";
import { FileButtons } from "./file-buttons.tsx";
import { useFiles } from "./files/use-files.ts";
import icon from "./icon.svg";
import { KeepingBar } from "./keeping-bar.tsx";
import { NoticeBar } from "./notice-bar.tsx";
import type { WorkbookListener } from "./open-workbook.ts";
import { PaneBeside } from "./pane-beside.tsx";
import { watchRegionKeys } from "./region-keys.ts";
import { sortRows } from "./sheet-host/sort-rows.ts";
import { SortButton } from "./sort-button.tsx";
import { StatusBar } from "./status-bar.tsx";
import { useMedia } from "./use-media.ts";
import { useSession } from "./use-session.ts";
import { useTheme } from "./use-theme.ts";
import type { WorkbookState } from "./watch-workbook.ts";

/** Below this width the pane is a drawer over the grid. */
const NARROW = "(max-width: 700px)";

/** The page: grid on the left, pane on the right, what the selected cell says below. */
export function Workbench() {
  const [isDark, setIsDark] = useTheme();
  const isNarrow = useMedia(NARROW);
  const [hasRibbon] = useState(!isNarrow);
  const session = useSession();
  const [isPaneOpen, setIsPaneOpen] = useState(!isNarrow || session.invite !== undefined);
  const [workbook, setWorkbook] = useState<OpenWorkbook>();
  const [failure, setFailure] = useState<string>();
  const [state, setState] = useState<WorkbookState>();
  const [problem, setProblem] = useState<string>();
  const [keeping, setKeeping] = useState<Keeping>();
  const [kept, setKept] = useState<{ readonly store: AutosaveStore; readonly hasAside: boolean }>();
  const [isByKeyboard, setIsByKeyboard] = useState(false);
  const grid = useRef<HTMLDivElement>(null);
  const isStarted = useRef(false);
  const files = useFiles(workbook);

  useEffect(() => {
    if (isStarted.current || !grid.current) return;
    isStarted.current = true;
    const listener = {
      onState: setState,
      onProblem: setProblem,
      onKeeping: setKeeping,
      onStore: (store: AutosaveStore, { hasAside }: { hasAside: boolean }) => setKept({ store, hasAside }),
    };
    openInGrid(grid.current, { isDark, isNarrow }, listener).then(setWorkbook, (error: unknown) => {
      console.error(error);
      setFailure(error instanceof Error ? error.message : String(error));
    });
  }, [isDark, isNarrow]);
  useEffect(() => workbook?.api.toggleDarkMode(isDark), [workbook, isDark]);
  const opened = useRef<OpenWorkbook>(undefined);
  opened.current = workbook;
  // Once, and before the grid is there: what is registered first takes a key first.
  useEffect(
    () => watchRegionKeys({ focusGrid: () => opened.current?.focusGrid(), onKeyboard: setIsByKeyboard }),
    [],
  );

  return (
    <div className="workbench">
      <nav className="top" aria-label="工作台">
        <span className="brand">
          <img src={icon} width={24} height={24} alt="" />
          <span className="name">七星表格</span>
          <span className="english">SevenStar</span>
        </span>
        {session.team !== undefined && (
          <span className="team" title={`已登录：${session.team}`}>
            {session.team}
          </span>
        )}
        <FileButtons
          isDisabled={!workbook || files.isBusy}
          onImport={files.importFiles}
          onExport={files.exportWorkbook}
        />
        {!hasRibbon && (
          <SortButton
            isDisabled={!workbook || files.isBusy}
            onSort={(order) => {
              const answer = workbook && sortRows(workbook, order);
              setProblem(answer && "problem" in answer ? answer.problem : undefined);
            }}
          />
        )}
        <button type="button" className="button" aria-pressed={isDark} onClick={() => setIsDark(!isDark)}>
          深色
        </button>
        <button
          type="button"
          className="button"
          aria-expanded={isPaneOpen}
          aria-controls="pane"
          onClick={() => setIsPaneOpen(!isPaneOpen)}
        >
          窗格
        </button>
      </nav>
      {session.notice && (
        <NoticeBar notice={session.notice} onRetry={session.retry} onDismiss={session.dismiss} />
      )}
      {problem && (
        <NoticeBar notice={{ kind: "problem", text: problem }} onDismiss={() => setProblem(undefined)} />
      )}
      {files.notice && <NoticeBar notice={files.notice} onDismiss={files.dismiss} />}
      <FailureNotice />
      <div className="middle">
        <section className="sheet" aria-label="表格">
          <div className="grid" ref={grid} />
          {!workbook && (
            <div className="waiting" role={failure ? "alert" : "status"}>
              {failure ? (
                <>
                  <p>表格没有打开。请刷新本页再试；一直不行，请换用新版的 Edge、Chrome 或 Firefox。</p>
                  <p>原因：{failure}</p>
                </>
              ) : (
                <p>正在打开表格…</p>
              )}
            </div>
          )}
        </section>
        <div className="pane" id="pane" hidden={!isPaneOpen}>
          {isPaneOpen && !session.isPending && (
            <PaneBeside workbook={workbook} isDark={isDark} session={session} />
          )}
        </div>
      </div>
      <StatusBar workbook={workbook} state={state}>
        {isByKeyboard && (
          <p className="keys">
            <kbd>Esc</kbd> 再 <kbd>Tab</kbd>：离开表格；<kbd>F6</kbd>：到下一区
          </p>
        )}
        <KeepingBar keeping={keeping} store={kept?.store} hasAside={kept?.hasAside ?? false} />
      </StatusBar>
    </div>
  );
}

/** Loads the spreadsheet apart from the page's own script and opens the workbook in it. */
async function openInGrid(
  container: HTMLElement,
  look: { readonly isDark: boolean; readonly isNarrow: boolean },
  listener: WorkbookListener,
): Promise<OpenWorkbook> {
  const { openWorkbook } = await loadPart(() => import("./open-workbook.ts"));
  return openWorkbook(container, look, listener);
}
