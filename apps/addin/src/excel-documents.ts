import { documentText, newerProblem, readDocumentTexts } from "@sevenstar/pane/sheet-host/document-text.ts";
import { DOCUMENT_NAMESPACE, documentXml, readDocumentXml } from "@sevenstar/pane/sheet-host/document-xml.ts";
import type { SheetHost } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { runInExcel, writeInExcel } from "./run-in-excel.ts";

/** Small documents in custom XML parts of our own namespace, one part for each key. */
export const excelDocuments: Pick<SheetHost, "readDocument" | "writeDocument"> = {
  readDocument: (key) =>
    runInExcel(async (context) => {
      const kept = await keptParts(context);
      const texts = textsOf(kept, key);
      if (texts.length === 0 && kept.some((part) => part.key === undefined)) {
        return {
          problem: `工作簿里七星表格保存的内容已损坏，读不出“${key}”；表里的内容没有受影响，请重新保存一次。`,
        };
      }
      return readDocumentTexts(key, texts);
    }),

  writeDocument: async (key, document) => {
    const made = documentText(key, document);
    if ("problem" in made) return made;
    return writeInExcel(async (context) => {
      const kept = await keptParts(context);
      const newer = newerProblem(key, textsOf(kept, key));
      if (newer) return newer;
      for (const part of kept) {
        if (part.key === key || part.key === undefined) part.item.delete();
      }
      if (document !== null) context.workbook.customXmlParts.add(documentXml(key, made.text));
      await context.sync();
      return { key };
    });
  },
};

interface KeptPart {
  readonly item: Excel.CustomXmlPart;
  /** Undefined where the XML is damaged. */
  readonly key: string | undefined;
  readonly text: string;
}

const textsOf = (parts: readonly KeptPart[], key: string) =>
  parts.flatMap((part) => (part.key === key ? [part.text] : []));

/** The parts of our namespace; what another program put there is left alone. */
async function keptParts(context: Excel.RequestContext): Promise<KeptPart[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(DOCUMENT_NAMESPACE);
  parts.load("items/id");
  await context.sync();
  const xmls = parts.items.map((item) => ({ item, xml: item.getXml() }));
  await context.sync();
  return xmls.flatMap(({ item, xml }): KeptPart[] => {
    const read = readDocumentXml(xml.value);
    if (read === "damaged") return [{ item, key: undefined, text: "" }];
    return read ? [{ item, ...read }] : [];
  });
}
