import type { Words } from "@sevenstar/core/cells/words";
import { loadPart } from "@sevenstar/pane/browser/load-part.ts";
import { chineseOnly } from "@sevenstar/pane/shell/chinese-only.ts";
import { LanguageContext, sayIn } from "@sevenstar/pane/shell/language-context.ts";
import { useEffect, useRef, useState } from "react";
import type { OpenWorkbook } from "../univer/open-workbook.ts";
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
import { useKeptLanguage } from "./use-kept-language.ts";
import { useMedia } from "./use-media.ts";
import { useSession } from "./use-session.ts";
import { useTheme } from "./use-theme.ts";
import type { WorkbookState } from "./watch-workbook.ts";

const texts = {
  workbench: { zh: "工作台", en: "Workbench" },
  signedIn: { zh: "已登录：", en: "Signed in: " },
  dark: { zh: "深色", en: "Dark" },
  pane: { zh: "窗格", en: "Pane" },
  sheet: { zh: "表格", en: "Sheet" },
  notOpen: {
    zh: "表格没有打开。请刷新本页再试；一直不行，请换用新版的 Edge、Chrome 或 Firefox。",
    en: "The grid did not open. Reload the page; if it stays so, use a new Edge, Chrome or Firefox.",
  },
  reason: { zh: "原因：", en: "Reason: " },
  opening: { zh: "正在打开表格…", en: "Opening the grid…" },
  next: { zh: "再", en: "then" },
  leave: { zh: "：离开表格；", en: ": leave the grid;" },
  nextRegion: { zh: "：到下一区", en: ": to the next region" },
} as const satisfies Record<string, Words>;

/** Below this width the pane is a drawer over the grid. */
const NARROW = "(max-width: 700px)";

/** The page: grid on the left, pane on the right, what the selected cell says below. */
export function Workbench() {
  const [isDark, setIsDark] = useTheme();
  const [language, setLanguage] = useKeptLanguage();
  const say = sayIn[language];
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
    <LanguageContext value={language}>
      <div className="workbench" lang={language === "zh" ? "zh-CN" : "en"}>
        <nav className="top" aria-label={say(texts.workbench)}>
          <span className="brand">
            <img src={icon} width={24} height={24} alt="" />
            <span className="name">七星表格</span>
            <span className="english">SevenStar</span>
          </span>
          {session.team !== undefined && (
            <span className="team" title={`${say(texts.signedIn)}${session.team}`}>
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
            {say(texts.dark)}
          </button>
          <button
            type="button"
            className="button"
            aria-expanded={isPaneOpen}
            aria-controls="pane"
            onClick={() => setIsPaneOpen(!isPaneOpen)}
          >
            {say(texts.pane)}
          </button>
        </nav>
        {session.notice && (
          <NoticeBar notice={session.notice} onRetry={session.retry} onDismiss={session.dismiss} />
        )}
        {problem && (
          <NoticeBar
            notice={{ kind: "problem", words: [chineseOnly(problem)] }}
            onDismiss={() => setProblem(undefined)}
          />
        )}
        {files.notice && <NoticeBar notice={files.notice} onDismiss={files.dismiss} />}
        <FailureNotice />
        <div className="middle">
          <section className="sheet" aria-label={say(texts.sheet)}>
            <div className="grid" ref={grid} />
            {!workbook && (
              <div className="waiting" role={failure ? "alert" : "status"}>
                {failure ? (
                  <>
                    <p>{say(texts.notOpen)}</p>
                    <p>
                      {say(texts.reason)}
                      {failure}
                    </p>
                  </>
                ) : (
                  <p>{say(texts.opening)}</p>
                )}
              </div>
            )}
          </section>
          <div className="pane" id="pane" hidden={!isPaneOpen}>
            {isPaneOpen && !session.isPending && (
              <PaneBeside
                workbook={workbook}
                isDark={isDark}
                session={session}
                language={language}
                onLanguage={setLanguage}
              />
            )}
          </div>
        </div>
        <StatusBar workbook={workbook} state={state}>
          {isByKeyboard && (
            <p className="keys">
              <kbd>Esc</kbd> {say(texts.next)} <kbd>Tab</kbd>
              {say(texts.leave)} <kbd>F6</kbd>
              {say(texts.nextRegion)}
            </p>
          )}
          <KeepingBar keeping={keeping} store={kept?.store} hasAside={kept?.hasAside ?? false} />
        </StatusBar>
      </div>
    </LanguageContext>
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
