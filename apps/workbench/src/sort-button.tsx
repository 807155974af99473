import { useEffect, useId, useRef, useState } from "react";
import { SORT_ORDERS, type SortOrder } from "./sort-orders.ts";

interface SortButtonProps {
  readonly isDisabled: boolean;
  readonly onSort: (order: SortOrder) => void;
}

/** Sorting where the grid has no ribbon and a finger opens no menu of the cells. */
export function SortButton({ isDisabled, onSort }: SortButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
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
      aria-label="排序"
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
        排序
      </button>
      {isOpen && (
        <div className="choices" id={choices}>
          <p>按选中的列</p>
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
              {title}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
