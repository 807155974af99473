import { GRID_PARTS } from "../univer/grid-parts.ts";

/** The parts of the page between which F6 moves, each by what may be focused in it. */
const REGIONS: readonly string[] = [
  ".top",
  `.grid ${GRID_PARTS.ribbon}`,
  ".sheet",
  `.grid ${GRID_PARTS.tabs}`,
  "#pane",
  ".status",
];
const GRID = 2;
const FOCUSABLE =
  '[role="tab"][aria-selected="true"], a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), [tabindex="0"]';

/** What the page does when keys leave the grid or come to it. */
interface RegionListener {
  /** Gives the grid the focus. */
  readonly focusGrid: () => void;
  /** Whether the grid is used by keyboard, so that the way out is worth a hint. */
  readonly onKeyboard: (isByKeyboard: boolean) => void;
}

/** Moves between the page's regions by F6 and Shift+F6, and out of the grid by Esc and then Tab. */
export function watchRegionKeys({ focusGrid, onKeyboard }: RegionListener): () => void {
  let isLeaving = false;
  const take = (event: KeyboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const move = (step: 1 | -1) => {
    const from = regionOf(document.activeElement);
    for (let tried = 1; tried <= REGIONS.length; tried++) {
      const index = (from + step * tried + REGIONS.length * tried) % REGIONS.length;
      if (index === GRID) {
        focusGrid();
        onKeyboard(true);
        return;
      }
      const target = firstFocusable(REGIONS[index] ?? "");
      if (!target) continue;
      target.focus();
      onKeyboard(false);
      return;
    }
  };
  const onKey = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing;
    const wasLeaving = isLeaving;
    if (event.key !== "Shift") isLeaving = false;
    if (!isPlain) return;
    const inGrid = regionOf(event.target as Element) === GRID;
    if (event.key === "F6") {
      take(event);
      move(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape" && inGrid) {
      isLeaving = true;
      onKeyboard(true);
    } else if (event.key === "Tab" && inGrid && wasLeaving) {
      take(event);
      move(event.shiftKey ? -1 : 1);
    } else if (event.key === "Tab" && !inGrid && (event.target as Element).closest(".grid")) {
      // Univer would take the key for its cells.
      event.stopImmediatePropagation();
    }
  };
  const onPointer = () => onKeyboard(false);
  addEventListener("keydown", onKey, true);
  addEventListener("pointerdown", onPointer, true);
  return () => {
    removeEventListener("keydown", onKey, true);
    removeEventListener("pointerdown", onPointer, true);
  };
}

/** The region an element stands in; the innermost, since ribbon and tabs stand in the grid's. */
function regionOf(element: Element | null): number {
  const found = [1, 3, 0, 4, 5, GRID].find((index) => element?.closest(REGIONS[index] ?? ""));
  return found ?? 0;
}

function firstFocusable(region: string): HTMLElement | undefined {
  const place = document.querySelector(region);
  if (!place || !(place as HTMLElement).offsetParent) return undefined;
  return [...place.querySelectorAll<HTMLElement>(FOCUSABLE)].find((each) => each.offsetParent !== null);
}
