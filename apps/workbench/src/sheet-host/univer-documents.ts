import { documentText, newerProblem, readDocumentTexts } from "@sevenstar/pane/sheet-host/document-text.ts";
import type { SheetHost } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { answered } from "../../univer/one-step.ts";
import type { OpenWorkbook } from "../../univer/open-workbook.ts";
import { readCustom, writeCustom } from "./workbook-custom.ts";

/** Small documents inside the workbook's snapshot. */
export const univerDocuments = (
  workbook: OpenWorkbook,
): Pick<SheetHost, "readDocument" | "writeDocument"> => ({
  readDocument: async (key) => answered(() => readDocumentTexts(key, keptTexts(workbook, key))),

  writeDocument: async (key, document) =>
    answered(() => {
      const made = documentText(key, document);
      if ("problem" in made) return made;
      const newer = newerProblem(key, keptTexts(workbook, key));
      if (newer) return newer;
      const custom = readCustom(workbook);
      const { [key]: _, ...others } = custom.documents ?? {};
      writeCustom(workbook, {
        ...custom,
        documents: document === null ? others : { ...others, [key]: made.text },
      });
      return { key };
    }),
});

function keptTexts(workbook: OpenWorkbook, key: string): string[] {
  const text: unknown = readCustom(workbook).documents?.[key];
  return text === undefined ? [] : [String(text)];
}
