import type { Editor } from "@univerjs/preset-sheets-core";

/** What stands in a cell's editor or the formula bar; Univer ends every document with a line break. */
export const editorText = (editor: Readonly<Editor>): string =>
  (editor.getDocumentData().body?.dataStream ?? "").replace(/\r\n$/, "");
