import { DOMParser } from "@xmldom/xmldom";
import { afterAll, beforeAll, vi } from "vitest";
import { sheetHostContract } from "./contract.ts";
import { openExcel } from "./open-excel.ts";

beforeAll(() => {
  vi.stubGlobal("DOMParser", DOMParser);
});
afterAll(() => vi.unstubAllGlobals());

sheetHostContract(async () => openExcel(), 30);
