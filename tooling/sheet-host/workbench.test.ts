import { afterAll, beforeAll } from "vitest";
import { sheetHostContract } from "./contract.ts";
import { openWorkbench, type WorkbenchPage } from "./open-workbench.ts";

let workbench: WorkbenchPage;
beforeAll(async () => {
  workbench = await openWorkbench();
});
afterAll(() => workbench.close());

sheetHostContract(() => workbench.open(), 5);
