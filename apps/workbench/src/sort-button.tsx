import type { Words } from "@sevenstar/core/cells/words";
import { useSay } from "@sevenstar/pane/shell/language-context.ts";
import { useEffect, useId, useRef, useState } from "react";
import { SORT_ORDERS, type SortOrder } from "./sort-orders.ts";

const texts = {
  sort: { zh: "排序", en: "Sort" },
  byColumn: { zh: "按选中的列", en: "By the selected column" },
} as const satisfies Record<string, Words>;

interface SortButtonProps {
  readonly isDisabled: boolean;
  readonly onSort: (order: SortOrder) => void;
}

/** Sorting where the grid has no ribbon and a finger opens no menu of the cells. */
export function SortButton({ isDisabled, onSort }: SortButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const say = useSay();
  const choices = useId();
  const all = useRef<HTMLElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const onPointer = ({ target }: PointerEvent) => {
      if (!all.current?.contains(target as Node)) setIsOpen(false);
    };
    addEventListener("pointerdown", onPointer, true);
    return () => removeEventListener("pointerdown", onPointer, true);
  }, [isOpen]);

  const close = () => {
    setIsOpen(false);
    toggle.current?.focus();
  };
  return (
    <section
      className="sort"
      aria-label={say(texts.sort)}
      ref={all}
      onKeyDown={(event) => {
        if (event.key === "Escape" && isOpen) close();
      }}
    >
      <button
        ref={toggle}
        type="button"
        className="button"
        disabled={isDisabled}
        aria-expanded={isOpen}
        aria-controls={choices}
        onClick={() => setIsOpen(!isOpen)}
      >
        {say(texts.sort)}
      </button>
      {isOpen && (
        <div className="choices" id={choices}>
          <p>{say(texts.byColumn)}</p>
          {SORT_ORDERS.map(({ order, title }) => (
            <button
              key={order}
              type="button"
              className="button"
              onClick={() => {
                close();
                onSort(order);
              }}
            >
              {say(title)}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
