import "./taskpane.css";
import { connectToOffice } from "./office-connection.ts";

const connection = await connectToOffice();
// A page that still waits for an unreachable CDN has no body yet: stop waiting and give it one.
if (!document.body) {
  window.stop();
  document.documentElement.append(document.createElement("body"));
}
const { showPane } = await import("./show-pane.tsx");
showPane(connection);
