import { type RefObject, useEffect, useRef } from "react";
import { isComposing } from "../browser/is-composing.ts";
import { pressedKey } from "./action-keys.ts";

const isChecked = ({ type }: HTMLInputElement) => type === "checkbox" || type === "radio";

/** Whether a key belongs to the field in which it is pressed; a list takes letters, as it is searched by them. */
function isOfField(target: EventTarget | null, key: string): boolean {
  if (target instanceof HTMLInputElement) return !isChecked(target);
  return (
    target instanceof HTMLTextAreaElement || (target instanceof HTMLSelectElement && !key.startsWith("Ctrl+"))
  );
}

/** Calls `onKey` for the keys that are pressed inside a part of the page, but in a field; it gives whether it took the key. */
export function usePlannerKeys(within: RefObject<HTMLElement | null>, onKey: (key: string) => boolean): void {
  const take = useRef(onKey);
  take.current = onKey;
  useEffect(() => {
    const part = within.current;
    const listen = (event: KeyboardEvent) => {
      if (event.altKey || event.defaultPrevented || isComposing(event)) return;
      const key = pressedKey(event);
      if (!isOfField(event.target, key) && take.current(key)) event.preventDefault();
    };
    part?.addEventListener("keydown", listen);
    return () => part?.removeEventListener("keydown", listen);
  }, [within]);
}
