import { documentXml, readDocumentXml } from "@sevenstar/pane/sheet-host/document-xml.ts";
import type { OpenWorkbook } from "../../univer/open-workbook.ts";
import { readCustom, writeCustom } from "../sheet-host/workbook-custom.ts";

/** The documents inside the workbook, as the XML parts of a file that Excel's add-in reads too. */
export const workbookDocuments = (workbook: OpenWorkbook): string[] =>
  Object.entries(readCustom(workbook).documents ?? {}).map(([key, text]) => documentXml(key, String(text)));

/** Takes over the documents of an imported file that the workbook does not have yet. */
export function addDocuments(workbook: OpenWorkbook, xmls: readonly string[]): void {
  for (const xml of xmls) {
    const read = readDocumentXml(xml);
    if (!read || read === "damaged") continue;
    const custom = readCustom(workbook);
    writeCustom(workbook, { ...custom, documents: { [read.key]: read.text, ...custom.documents } });
  }
}
