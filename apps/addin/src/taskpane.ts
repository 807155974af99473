import "./taskpane.css";
import { connectToOffice } from "./office-connection.ts";

const connection = await connectToOffice();
// A page that waits for an unreachable CDN is drawn no further.
if (document.readyState === "loading") window.stop();
const [{ showPane }, host] = await Promise.all([
  import("./show-pane.tsx"),
  connection === "excel" ? import("./office-sheet-host.ts") : undefined,
]);
document.getElementById("loading")?.remove();
showPane(connection, host?.officeSheetHost);
