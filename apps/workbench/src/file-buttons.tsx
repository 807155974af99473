import type { Words } from "@sevenstar/core/cells/words";
import { useSay } from "@sevenstar/pane/shell/language-context.ts";
import { useEffect, useRef, useState } from "react";

const texts = {
  choose: { zh: "选择要导入的文件", en: "Choose the files to import" },
  import: { zh: "导入", en: "Import" },
  importHint: {
    zh: "把 .csv 或 .xlsx 放进一张新表；也可以把文件拖进来",
    en: "Put a .csv or .xlsx into a new sheet; files can be dropped here, too",
  },
  export: { zh: "导出", en: "Export" },
  exportHint: {
    zh: "把所有表存成一个 .xlsx，带公式和数值",
    en: "Save every sheet in one .xlsx, with formulas and values",
  },
  drop: {
    zh: "松开，导入到一张新表（.csv 或 .xlsx）",
    en: "Let go to import into a new sheet (.csv or .xlsx)",
  },
} as const satisfies Record<string, Words>;

interface FileButtonsProps {
  readonly isDisabled: boolean;
  readonly onImport: (files: readonly File[]) => void;
  readonly onExport: () => void;
}

/** Import by button or by dropping files anywhere on the page, and export. */
export function FileButtons({ isDisabled, onImport, onExport }: FileButtonsProps) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const isDragged = useDroppedFiles(isDisabled ? undefined : onImport);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={say(texts.choose)}
        accept=".csv,.txt,.tsv,.xlsx,.xlsm,.xls"
        onChange={({ target }) => {
          onImport([...(target.files ?? [])]);
          target.value = "";
        }}
      />
      <button
        type="button"
        className="button first"
        title={say(texts.importHint)}
        disabled={isDisabled}
        onClick={() => input.current?.click()}
      >
        {say(texts.import)}
      </button>
      <button
        type="button"
        className="button"
        title={say(texts.exportHint)}
        disabled={isDisabled}
        onClick={onExport}
      >
        {say(texts.export)}
      </button>
      {isDragged && <div className="drop">{say(texts.drop)}</div>}
    </>
  );
}

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

/** Takes files dropped on the page before the grid does; gives whether files are held over it. */
function useDroppedFiles(onDrop: ((files: readonly File[]) => void) | undefined): boolean {
  const [isDragged, setIsDragged] = useState(false);
  const take = useRef(onDrop);
  useEffect(() => {
    take.current = onDrop;
  });
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setIsDragged(take.current !== undefined);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsDragged(false);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setIsDragged(false);
      take.current?.([...(event.dataTransfer?.files ?? [])]);
    };
    addEventListener("dragenter", over, true);
    addEventListener("dragover", over, true);
    addEventListener("dragleave", leave, true);
    addEventListener("drop", drop, true);
    return () => {
      removeEventListener("dragenter", over, true);
      removeEventListener("dragover", over, true);
      removeEventListener("dragleave", leave, true);
      removeEventListener("drop", drop, true);
    };
  }, []);
  return isDragged;
}
