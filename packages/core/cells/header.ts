import { halfWidthWord } from "./half-width.ts";
import type { Measure } from "./header-unit.ts";

/** A column that a function looks for in a merchant's table: its usual header and the other names it goes by. */
export interface HeaderField {
  readonly header: string;
  readonly aliases?: readonly string[];
  /** What its numbers measure, where they have a unit that a header may name. */
  readonly measure?: Measure;
}

const BRACKETED = /[([{【〔〈《「][^([{【〔〈《「)\]}】〕〉》」]*[)\]}】〕〉》」]/g;
const BRACKETS = /[()[\]{}【】〔〕〈〉《》「」]/g;
const UNIT_SUFFIX = /(?:\/?(?:元|px|像素|秒|件|个|张|天|%)){1,4}$/;

const fold = (text: string) =>
  halfWidthWord(text)
    .toLowerCase()
    .replace(/[\s_*\uFEFF]+/g, "");

/** The spellings under which a header is looked up, the most literal first (G8: blanks, brackets, units, case). */
function spellings(header: unknown): string[] {
  if (typeof header !== "string" && typeof header !== "number") return [];
  const folded = fold(String(header));
  const bare = folded.replace(BRACKETED, "").replace(BRACKETS, "");
  return [folded.replace(BRACKETS, ""), bare, bare.replace(UNIT_SUFFIX, "")].filter((text) => text !== "");
}

/** Every name of a field, folded; each part of a name with slashes is a name too. */
function fieldNames(field: HeaderField): string[] {
  const names = [field.header, ...(field.aliases ?? [])].flatMap((name) => [name, ...name.split("/")]);
  return [...new Set(names.map(fold))];
}

/**
 * Finds the column of each field in a header row.
 *
 * A field's own header wins over its aliases, and of two columns with equally good names the first wins.
 * Fields that no column matches are left out.
 */
export function matchHeaders<Key extends string>(
  headers: readonly unknown[],
  fields: Readonly<Record<Key, HeaderField>>,
): Map<Key, number> {
  const columns = new Map<Key, number>();
  const byName = new Map<string, { key: Key; rank: number }[]>();
  for (const key of Object.keys(fields) as Key[]) {
    for (const [rank, name] of fieldNames(fields[key]).entries()) {
      byName.set(name, [...(byName.get(name) ?? []), { key, rank: rank === 0 ? 0 : 1 }]);
    }
  }
  const best = new Map<Key, number>();
  for (const [column, header] of headers.entries()) {
    for (const [literalness, spelling] of spellings(header).entries()) {
      const hits = byName.get(spelling);
      if (!hits) continue;
      for (const { key, rank } of hits) {
        const score = rank * 3 + literalness;
        if (score < (best.get(key) ?? Number.POSITIVE_INFINITY)) {
          best.set(key, score);
          columns.set(key, column);
        }
      }
      break;
    }
  }
  return columns;
}
