import { DOMParser, type Element } from "@xmldom/xmldom";
import { zipEntries } from "./zip-entries.ts";

/** A cell as the file has it. */
export interface XlsxCell {
  readonly formula: string | undefined;
  /** The range that the formula fills. */
  readonly fills: string | undefined;
  readonly value: string | undefined;
}

const parsed = (xml: string | undefined) => new DOMParser().parseFromString(xml ?? "<none/>", "text/xml");
const all = (parent: { getElementsByTagName(name: string): ArrayLike<Element> }, name: string) =>
  Array.from(parent.getElementsByTagName(name));
const text = (parent: Element, name: string) => all(parent, name)[0]?.textContent ?? undefined;

/** The cells of an .xlsx by sheet name and address, read without the library that wrote it. */
export function xlsxCells(file: Buffer): Map<string, Map<string, XlsxCell>> {
  const entries = zipEntries(file);
  const strings = all(parsed(entries.get("xl/sharedStrings.xml")), "si").map(
    (item) => item.textContent ?? "",
  );
  const targets = new Map(
    all(parsed(entries.get("xl/_rels/workbook.xml.rels")), "Relationship").map((relation) => [
      relation.getAttribute("Id"),
      `xl/${relation.getAttribute("Target")?.replace(/^\/?(?:xl\/)?/, "")}`,
    ]),
  );
  return new Map(
    all(parsed(entries.get("xl/workbook.xml")), "sheet").map((sheet) => {
      const part = entries.get(targets.get(sheet.getAttribute("r:id")) ?? "");
      const cells = all(parsed(part), "c").map((cell): [string, XlsxCell] => {
        const raw = text(cell, "v");
        const formula = all(cell, "f")[0];
        const value = cell.getAttribute("t") === "s" ? strings[Number(raw)] : raw;
        const fills = formula?.getAttribute("ref") ?? undefined;
        return [cell.getAttribute("r") ?? "", { formula: formula?.textContent ?? undefined, fills, value }];
      });
      return [sheet.getAttribute("name") ?? "", new Map(cells)];
    }),
  );
}
