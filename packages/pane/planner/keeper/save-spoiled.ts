import { download } from "../../browser/download.ts";

/** Has the browser save the text of a damaged plan as a file. */
export const saveSpoiled = (text: string): void =>
  download(text, "七星活动计划-损坏.json", "application/json");
