import { FileProblem } from "./imported-file.ts";

const BOMS = [
  { bytes: [0xef, 0xbb, 0xbf], label: "utf-8", encoding: "UTF-8" },
  { bytes: [0xff, 0xfe], label: "utf-16le", encoding: "UTF-16" },
  { bytes: [0xfe, 0xff], label: "utf-16be", encoding: "UTF-16" },
] as const;

const unreadable = {
  zh: "读不懂这个文件的文字编码，请在原来的软件里另存为“CSV UTF-8”或 .xlsx 再导入。",
  en: "This file's encoding is not known: save it as “CSV UTF-8” or .xlsx where it comes from and import that.",
};
const noTable = {
  zh: "这个文件不是表格文本，请选择 .csv 或 .xlsx 文件。",
  en: "This file is no table: choose a .csv or .xlsx.",
};

/** Decodes a text file: by its byte order mark, else as UTF-8, else as GBK (GB 18030). */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: string } {
  const bom = BOMS.find((each) => each.bytes.every((byte, index) => bytes[index] === byte));
  if (bom) {
    const text = decoded(bytes, bom.label);
    if (text === undefined) throw new FileProblem(unreadable);
    return { text, encoding: bom.encoding };
  }
  if (bytes.subarray(0, 4096).includes(0)) {
    throw new FileProblem(noTable);
  }
  const utf8 = decoded(bytes, "utf-8");
  if (utf8 !== undefined) return { text: utf8, encoding: "UTF-8" };
  const gbk = looksLikeGbk(bytes) ? decoded(bytes, "gb18030") : undefined;
  if (gbk === undefined) throw new FileProblem(unreadable);
  return { text: gbk, encoding: "GBK" };
}

function decoded(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Whether most double bytes are in the block of the common Chinese characters (GB 2312). A decoder takes
 * Big5 or Shift-JIS for GB 18030 without complaint and answers rare characters.
 */
function looksLikeGbk(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    if (trail >= 0x30 && trail <= 0x39) at += 2;
    else {
      pairs += 1;
      if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) common += 1;
    }
    at += 1;
  }
  return common >= pairs * 0.8;
}
