import { type Answer, type HostProblem, type JsonValue, LONGEST_DOCUMENT } from "./sheet-host.ts";

/** The form of the documents kept inside workbooks. */
const VERSION = 1;

/** The characters that XML cannot hold or would read as its own, as JSON writes them too. */
const escaped = (text: string) =>
  text.replace(
    /[<>&\u007f-\u009f\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** The text under which a document is kept in a workbook: JSON that can stand in XML as it is. */
export function documentText(key: string, document: JsonValue): Answer<{ readonly text: string }> {
  const text = escaped(JSON.stringify({ version: VERSION, document }));
  if (text.length > LONGEST_DOCUMENT) {
    return {
      problem: `要存进工作簿的“${key}”有 ${text.length.toLocaleString("en")} 个字符，超过 ${LONGEST_DOCUMENT.toLocaleString("en")}，没有保存；请减少行数或分成几个工作簿。`,
    };
  }
  return { text };
}

/** Reads what `documentText` made; null where nothing is kept under the key. */
export function readDocumentTexts(
  key: string,
  texts: readonly string[],
): Answer<{ readonly document: JsonValue }> {
  const [text, ...others] = texts;
  if (text === undefined) return { document: null };
  const newer = newerProblem(key, texts);
  if (newer) return newer;
  if (others.some((other) => other !== text)) {
    return {
      problem: `工作簿里存了 ${texts.length} 份不同的“${key}”（多半是合并过工作簿），不知道该用哪一份；请重新保存一次，旧的会被换掉。`,
    };
  }
  const damaged = {
    problem: `工作簿里保存的“${key}”已损坏，读不出来；表里的内容没有受影响，请重新保存一次。`,
  };
  const kept = parsed(text);
  return typeof kept?.version === "number" && kept.document !== undefined
    ? { document: kept.document }
    : damaged;
}

/** The refusal to read or replace what a newer version keeps under the key; undefined where none does. */
export function newerProblem(key: string, texts: readonly string[]): HostProblem | undefined {
  if (!texts.some((text) => Number(parsed(text)?.version) > VERSION)) return undefined;
  return {
    problem: `工作簿里的“${key}”是用更新版本的七星表格保存的，这一版读不懂，也没有改动它；请更新七星表格（网页刷新本页，Excel 里关闭工作簿再打开）后再试。`,
    isNewer: true,
  };
}

function parsed(text: string): { version?: unknown; document?: JsonValue } | null {
  try {
    return JSON.parse(text) as { version?: unknown; document?: JsonValue } | null;
  } catch {
    return null;
  }
}
