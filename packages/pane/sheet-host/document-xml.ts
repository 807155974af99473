/** The namespace of the documents that are kept in a workbook's file, one custom XML part each. */
export const DOCUMENT_NAMESPACE = "urn:sevenstar:workbook";

/** The XML of a part that keeps a document's text under a key; the text is `documentText`'s, which needs no escapes. */
export const documentXml = (key: string, text: string): string =>
  `<document xmlns="${DOCUMENT_NAMESPACE}" key="${escapedKey(key)}">${text}</document>`;

const escapedKey = (key: string) => key.replace(/[&<"]/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * Reads what `documentXml` made; "damaged" where it is no XML, undefined for what others keep in our namespace
 * or elsewhere.
 */
export function readDocumentXml(
  xml: string,
): { readonly key: string; readonly text: string } | "damaged" | undefined {
  const root = rootOf(xml);
  if (!root) return "damaged";
  const key = root.getAttribute("key");
  if (root.localName !== "document" || root.namespaceURI !== DOCUMENT_NAMESPACE || key === null) {
    return undefined;
  }
  return { key, text: root.textContent ?? "" };
}

function rootOf(xml: string): Element | null {
  try {
    const { documentElement } = new DOMParser().parseFromString(xml, "application/xml");
    const isDamaged =
      !documentElement ||
      documentElement.localName === "parsererror" ||
      documentElement.getElementsByTagName("parsererror").length > 0;
    return isDamaged ? null : documentElement;
  } catch {
    return null;
  }
}
