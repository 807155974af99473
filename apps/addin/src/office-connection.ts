/** How this page stands to Excel. */
export type OfficeConnection = "excel" | "plain-tab" | "unreachable";

/** What Office.onReady tells; `addin` is there in a shared runtime, and missing from Microsoft's types. */
interface OfficeReady {
  readonly host: Office.HostType | null;
  readonly addin?: { readonly visibilityMode: Office.VisibilityMode } | null;
}

const after = (milliseconds: number) =>
  new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), milliseconds));

/** How long the page waits for its scripts, then for Excel's answer, before it shows the pane without them. */
const PATIENCE = { scripts: 10_000, excel: 20_000 };

/**
 * Waits until office.js is there and has met its host, then until the pane can be seen.
 *
 * Excel loads this page in the background for its functions alone, so the interface must wait to be shown.
 */
export async function connectToOffice(): Promise<OfficeConnection> {
  await Promise.race([scriptsHaveRun(), after(PATIENCE.scripts)]);
  if (typeof Office === "undefined") return "unreachable";
  // office.js sets both to null; without the page's own property the browser's are back.
  for (const name of ["pushState", "replaceState"]) Reflect.deleteProperty(history, name);
  const ready = (await Promise.race([Office.onReady(), after(PATIENCE.excel)])) as OfficeReady | undefined;
  if (!ready) return "unreachable";
  if (!ready.host) return "plain-tab";
  await paneIsShown(ready);
  return "excel";
}

/** office.js and functions.js stand in the page, so they have run once the page is parsed. */
function scriptsHaveRun(): Promise<void> | undefined {
  if (document.readyState !== "loading") return undefined;
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", () => resolve()));
}

async function paneIsShown({ addin }: OfficeReady): Promise<void> {
  if (addin?.visibilityMode !== Office.VisibilityMode.hidden) return;
  await new Promise<void>((resolve) => {
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") resolve();
    });
    Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
      if (visibilityMode === Office.VisibilityMode.taskpane) resolve();
    });
  });
}
