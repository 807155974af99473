import type { Words } from "@sevenstar/core/cells/words";
import { useSay } from "@sevenstar/pane/shell/language-context.ts";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { OpenWorkbook } from "../univer/open-workbook.ts";
import type { Problem, WorkbookState } from "./watch-workbook.ts";

/** How many problems the list shows; more would be no help. */
const LISTED = 200;

const texts = {
  status: { zh: "状态", en: "Status" },
  hint: {
    zh: "选中出错的格子，这里会写明原因和办法。",
    en: "Select a cell that failed: why, and what to do, stands here.",
  },
  failed: (count: number): Words => ({
    zh: `本表有 ${count} 格出错`,
    en: count === 1 ? "1 cell of this sheet failed" : `${count} cells of this sheet failed`,
  }),
  failedIn: (sheet: string): Words => ({
    zh: `“${sheet}”里出错的格子`,
    en: `Cells of “${sheet}” that failed`,
  }),
  firstOf: (count: number): Words => ({
    zh: `（共 ${count} 格，先列出 ${LISTED} 格）`,
    en: ` (the first ${LISTED} of ${count})`,
  }),
};

interface StatusBarProps {
  readonly workbook: OpenWorkbook | undefined;
  readonly state: WorkbookState | undefined;
  readonly children?: ReactNode;
}

/** Below the grid: why the selected cell failed, and how many cells of the sheet failed. */
export function StatusBar({ workbook, state, children }: StatusBarProps) {
  const [isOpen, setIsOpen] = useState(false);
  const say = useSay();
  const list = useId();
  const bar = useRef<HTMLElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const problems = state?.problems ?? [];

  useEffect(() => {
    if (!isOpen) return;
    const onPointer = ({ target }: PointerEvent) => {
      if (!bar.current?.contains(target as Node)) setIsOpen(false);
    };
    addEventListener("pointerdown", onPointer, true);
    return () => removeEventListener("pointerdown", onPointer, true);
  }, [isOpen]);

  const close = () => {
    setIsOpen(false);
    toggle.current?.focus();
  };
  const jump = ({ row, column }: Problem) => {
    const sheet = workbook?.api.getActiveWorkbook()?.getActiveSheet();
    sheet?.scrollToCell(Math.max(0, row - 3), Math.max(0, column - 1));
    sheet?.getRange(row, column).activate();
    setIsOpen(false);
  };

  return (
    <section
      className="status"
      aria-label={say(texts.status)}
      ref={bar}
      onKeyDown={(event) => {
        if (event.key === "Escape" && isOpen) close();
      }}
    >
      <p className={state?.sentence ? "sentence problem" : "sentence"} role="status">
        {state?.sentence ? (
          <>
            <b>{state.address}</b>
            {state.sentence}
          </>
        ) : (
          say(texts.hint)
        )}
      </p>
      {children}
      {problems.length > 0 && (
        <button
          ref={toggle}
          type="button"
          className="button"
          aria-expanded={isOpen}
          aria-controls={list}
          onClick={() => setIsOpen(!isOpen)}
        >
          {say(texts.failed(problems.length))}
        </button>
      )}
      {isOpen && problems.length > 0 && (
        <div className="problems" id={list}>
          <h2>
            {say(texts.failedIn(state?.sheetName ?? ""))}
            {problems.length > LISTED && say(texts.firstOf(problems.length))}
          </h2>
          <ol>
            {problems.slice(0, LISTED).map((problem) => (
              <li key={problem.address}>
                <button type="button" className="link" onClick={() => jump(problem)}>
                  <b>
                    {problem.address} {problem.code}
                  </b>
                  {problem.sentence}
                </button>
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}
