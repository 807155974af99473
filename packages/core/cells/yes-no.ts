import { halfWidthWord } from "./half-width.ts";

const YES = new Set(["TRUE", "是", "有", "支持", "√", "✓", "✔", "Y", "YES", "1"]);
const NO = new Set(["FALSE", "否", "无", "不支持", "×", "✗", "✘", "N", "NO", "0"]);

/** Reads yes or no as facts.md §1 lists the words; undefined for any other word. */
export function readYesNo(value: unknown): boolean | undefined {
  if (value === true || value === "是") return true;
  if (value === false || value === "否") return false;
  if (value === 1 || value === 0) return value === 1;
  if (typeof value !== "string") return undefined;
  const word = halfWidthWord(value).toUpperCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}
