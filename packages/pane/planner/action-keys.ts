/** What is pressed of a key: its name with Ctrl and Shift before it, as actions write it, such as "Ctrl+Shift+Z". */
export function pressedKey(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey">): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const isShifted = event.shiftKey && /^[A-Z]$/.test(key);
  return [...(event.ctrlKey || event.metaKey ? ["Ctrl"] : []), ...(isShifted ? ["Shift"] : []), key].join(
    "+",
  );
}

/** A key as `aria-keyshortcuts` names it. */
export const ariaKey = (key: string): string => key.replace("Ctrl", "Control");
