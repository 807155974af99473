import { isComposing } from "@sevenstar/pane/browser/is-composing.ts";

/**
 * Keeps the Enter that ends the composition of a text from every field of the page.
 *
 * Univer's own fields, such as a sheet's name and the name box, take it for "done".
 */
export function hideComposingEnter(): void {
  addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Enter" && isComposing(event)) event.stopImmediatePropagation();
    },
    true,
  );
}
