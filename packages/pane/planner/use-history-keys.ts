import { type RefObject, useEffect } from "react";

/** Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z) inside a part of the page; in a field they stay the field's own. */
export function useHistoryKeys(
  within: RefObject<HTMLElement | null>,
  undo: () => void,
  redo: () => void,
): void {
  useEffect(() => {
    const part = within.current;
    const listen = (event: KeyboardEvent) => {
      const isField = event.target instanceof HTMLInputElement && event.target.type !== "checkbox";
      if (isField || event.target instanceof HTMLTextAreaElement) return;
      if (!(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) redo();
      else undo();
    };
    part?.addEventListener("keydown", listen);
    return () => part?.removeEventListener("keydown", listen);
  }, [within, undo, redo]);
}
