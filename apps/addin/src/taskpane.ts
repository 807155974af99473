import "./taskpane.css";
import { failureDetail, failureWords } from "@sevenstar/pane/browser/failure-words.ts";
import { loadPart } from "@sevenstar/pane/browser/load-part.ts";
import { connectToOffice } from "./office-connection.ts";

const connection = await connectToOffice();
// A page that waits for an unreachable CDN is drawn no further.
if (document.readyState === "loading") window.stop();
const loading = document.getElementById("loading");
try {
  const [{ showPane }, host] = await Promise.all([
    loadPart(() => import("./show-pane.tsx")),
    connection === "excel" ? loadPart(() => import("./office-sheet-host.ts")) : undefined,
  ]);
  loading?.remove();
  showPane(connection, host?.officeSheetHost);
} catch (error) {
  tellFailure(loading ?? document.body, error);
}

/** Says why the pane is not shown, and offers to load the page again. */
function tellFailure(place: HTMLElement, error: unknown): void {
  const { zh, en } = failureWords(error);
  const again = document.createElement("button");
  again.textContent = "重新载入 Reload";
  again.onclick = () => location.reload();
  place.replaceChildren(`${zh} ${en} `, again);
  place.title = failureDetail(error);
}
