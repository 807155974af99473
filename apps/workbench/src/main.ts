import { startUniver } from "./start-univer.ts";
import { sampleWorkbook } from "./sheets/sample-workbook.ts";
const place = document.getElementById("workbench")!;
place.replaceChildren();
place.style.height = "100vh";
const api = startUniver(place, sampleWorkbook(false), false);
(window as never as { api: unknown }).api = api;
