import {
  DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY,
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  FOCUSING_FX_BAR_EDITOR,
  IContextService,
} from "@univerjs/core";
import { IEditorBridgeService, IEditorService } from "@univerjs/preset-sheets-core";
import { editorText } from "./editor-text.ts";
import type { OpenWorkbook } from "./open-workbook.ts";

/** The cell's editor asks for the focus twice, in the frames after it has opened. */
const WATCHED_FRAMES = 6;

/**
 * Keeps the keys in the formula bar that was clicked: the cell's editor, which opens with it, takes the focus a
 * frame later where the click was short or the page is slow, and what is typed then is lost.
 */
export function keepBarFocus({ services }: OpenWorkbook): () => void {
  const editors = services.get(IEditorService);
  const bridge = services.get(IEditorBridgeService);
  const context = services.get(IContextService);
  let isBarClicked = false;
  const takeBack = () => {
    const bar = editors.getEditor(DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY);
    const isInBar = context.getContextValue(FOCUSING_FX_BAR_EDITOR) && bridge.isVisible().visible;
    const isElsewhere = document.activeElement?.id.endsWith(DOCS_NORMAL_EDITOR_UNIT_ID_KEY) ?? false;
    if (!bar || !isBarClicked || !isInBar || !isElsewhere) return;
    editors.focus(DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY);
    // The cell's editor takes the focus past the service, which then believes the bar has it.
    bar.docSelectionRenderService.focus();
    const end = editorText(bar).length;
    const ranges = bar.getSelectionRanges();
    bar.setSelectionRanges(ranges.length > 0 ? ranges : [{ startOffset: end, endOffset: end }]);
  };
  const watch = (frames: number) => {
    takeBack();
    if (frames > 0) requestAnimationFrame(() => watch(frames - 1));
  };
  const onPointer = ({ target, type }: PointerEvent) => {
    isBarClicked = target instanceof Element && target.closest("[data-u-comp=formula-bar]") !== null;
    if (isBarClicked && type === "pointerup") watch(WATCHED_FRAMES);
  };
  const onFocus = () => queueMicrotask(takeBack);
  addEventListener("pointerdown", onPointer, true);
  addEventListener("pointerup", onPointer, true);
  addEventListener("focusin", onFocus, true);
  return () => {
    removeEventListener("pointerdown", onPointer, true);
    removeEventListener("pointerup", onPointer, true);
    removeEventListener("focusin", onFocus, true);
  };
}
