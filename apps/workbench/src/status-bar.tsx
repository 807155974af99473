import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { OpenWorkbook } from "../univer/start-univer.ts";
import type { Problem, WorkbookState } from "./watch-workbook.ts";

/** How many problems the list shows; more would be no help. */
const LISTED = 200;

interface StatusBarProps {
  readonly workbook: OpenWorkbook | undefined;
  readonly state: WorkbookState | undefined;
  readonly children?: ReactNode;
}

/** Below the grid: why the selected cell failed, and how many cells of the sheet failed. */
export function StatusBar({ workbook, state, children }: StatusBarProps) {
  const [isOpen, setIsOpen] = useState(false);
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
      aria-label="状态"
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
          "选中出错的格子，这里会写明原因和办法。"
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
          本表有 {problems.length} 格出错
        </button>
      )}
      {isOpen && problems.length > 0 && (
        <div className="problems" id={list}>
          <h2>
            “{state?.sheetName}”里出错的格子
            {problems.length > LISTED && `（共 ${problems.length} 格，先列出 ${LISTED} 格）`}
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
