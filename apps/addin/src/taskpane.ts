import "./taskpane.css";
import { connectToOffice } from "./office-connection.ts";

const connection = await connectToOffice();
// A page that waits for an unreachable CDN is drawn no further.
if (document.readyState === "loading") window.stop();
const { showPane } = await import("./show-pane.tsx");
document.getElementById("loading")?.remove();
showPane(connection);
