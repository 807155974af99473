import { webLightTheme } from "@fluentui/react-components";

/**
 * Prints a part of the page by itself, in light colours, from a frame that holds nothing else.
 *
 * Gives whether the browser could; some web views of Excel cannot print.
 */
export async function printElement(element: HTMLElement, title: string): Promise<boolean> {
  const frame = document.createElement("iframe");
  frame.setAttribute("aria-hidden", "true");
  frame.title = title;
  frame.style.cssText = "position:fixed;width:0;height:0;border:0;visibility:hidden";
  document.body.append(frame);
  try {
    const page = frame.contentDocument;
    const view = frame.contentWindow;
    if (!page || !view) return false;
    page.title = title;
    const style = page.createElement("style");
    style.textContent = `${styleRules()}\nbody{margin:0;background:#fff;color:#000}@page{margin:12mm}`;
    page.head.append(style);
    const around = page.createElement("div");
    for (const [name, value] of Object.entries(webLightTheme)) {
      around.style.setProperty(`--${name}`, String(value));
    }
    around.style.fontFamily = webLightTheme.fontFamilyBase;
    around.append(page.importNode(element, true));
    page.body.append(around);
    const isPrinted = new Promise<void>((resolve) => view.addEventListener("afterprint", () => resolve()));
    view.focus();
    view.print();
    await Promise.race([isPrinted, new Promise((resolve) => setTimeout(resolve, 60_000))]);
    return true;
  } catch {
    return false;
  } finally {
    frame.remove();
  }
}

/** The rules of every style sheet of the page that it may read. */
function styleRules(): string {
  return [...document.styleSheets]
    .flatMap((sheet) => {
      try {
        return [...sheet.cssRules].map((rule) => rule.cssText);
      } catch {
        return [];
      }
    })
    .join("\n");
}
