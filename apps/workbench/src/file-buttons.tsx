import { useEffect, useRef, useState } from "react";

interface FileButtonsProps {
  readonly isDisabled: boolean;
  readonly onImport: (files: readonly File[]) => void;
  readonly onExport: () => void;
}

/** Import by button or by dropping files anywhere on the page, and export. */
export function FileButtons({ isDisabled, onImport, onExport }: FileButtonsProps) {
  const input = useRef<HTMLInputElement>(null);
  const isDragged = useDroppedFiles(isDisabled ? undefined : onImport);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="选择要导入的文件"
        accept=".csv,.txt,.tsv,.xlsx,.xlsm,.xls"
        onChange={({ target }) => {
          onImport([...(target.files ?? [])]);
          target.value = "";
        }}
      />
      <button
        type="button"
        className="button first"
        title="把 .csv 或 .xlsx 放进一张新表；也可以把文件拖进来"
        disabled={isDisabled}
        onClick={() => input.current?.click()}
      >
        导入
      </button>
      <button
        type="button"
        className="button"
        title="把所有表存成一个 .xlsx，带公式和数值"
        disabled={isDisabled}
        onClick={onExport}
      >
        导出
      </button>
      {isDragged && <div className="drop">松开，导入到一张新表（.csv 或 .xlsx）</div>}
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
