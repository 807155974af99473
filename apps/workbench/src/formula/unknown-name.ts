import { nextSolid } from "./normal-formula.ts";
import { isReference } from "./reference.ts";
import { halfWidth, type Piece, scanFormula } from "./scan-formula.ts";

/** What a formula may name. */
export interface WorkbookNames {
  readonly sheets: readonly string[];
  isFunction(name: string): boolean;
  /** Whether a defined name or a table has this name. */
  isName(name: string): boolean;
}

/** The functions that give names a meaning of their own inside a formula. */
const NAMING = ["LET", "LAMBDA"];

/** Which word of a formula nobody knows and what to do, as a sentence. */
export function unknownName(formula: string, names: WorkbookNames): string | undefined {
  const pieces = scanFormula(formula);
  return unknownSheet(formula, pieces, names) ?? unknownWord(pieces, names);
}

function unknownSheet(formula: string, pieces: readonly Piece[], names: WorkbookNames): string | undefined {
  for (const [index, piece] of pieces.entries()) {
    if (pieces[index + 1]?.kind !== "bang" || pieces[index - 1]?.kind === "columns") continue;
    const isQuoted = piece.kind === "sheet";
    const name = isQuoted ? piece.written.slice(1, -1).replaceAll("''", "'") : piece.typed;
    if (isQuoted && (name.includes("[") || hasSheet(names, name))) continue;
    const before = folded(formula.slice(0, piece.end));
    const meant = names.sheets
      .filter((sheet) => !isQuoted && before.endsWith(folded(sheet)))
      .sort((a, b) => b.length - a.length)[0];
    if (meant !== undefined && (meant.length !== name.length || piece.kind === "number")) {
      return `工作表名“${meant}”要用英文单引号括起来：写成 '${meant.replaceAll("'", "''")}'!A1 的样子。`;
    }
    if (meant === undefined) return `没有名为“${name}”的工作表：请检查工作表名有没有写错。`;
  }
  return undefined;
}

function unknownWord(pieces: readonly Piece[], names: WorkbookNames): string | undefined {
  if (pieces.some(({ kind, written }) => kind === "word" && NAMING.includes(written.toUpperCase()))) {
    return undefined;
  }
  for (const [index, { kind, typed, written }] of pieces.entries()) {
    const after = pieces[index + 1];
    if (kind !== "word" || after?.kind === "bang") continue;
    const capitals = written.toUpperCase();
    if (nextSolid(pieces, index)?.written === "(" && !isReference(pieces, index)) {
      if (!names.isFunction(capitals)) return `不认识函数“${typed}”：请检查函数名有没有写错。`;
      continue;
    }
    if (after?.kind === "columns") {
      if (!names.isName(written)) return `没有名为“${typed}”的表：请检查表名有没有写错。`;
      continue;
    }
    const isKnown = isReference(pieces, index) || capitals === "TRUE" || capitals === "FALSE";
    if (!isKnown && !names.isName(written)) {
      return `不认识“${typed}”：文本要加英文双引号，写成 "${typed}"；函数名、表名请检查有没有写错。`;
    }
  }
  return undefined;
}

const hasSheet = (names: WorkbookNames, name: string) =>
  names.sheets.some((sheet) => folded(sheet) === folded(name));

/** A name as it is compared: without regard to capitals and to the width of its signs. */
const folded = (name: string) => [...name.toLowerCase()].map(halfWidth).join("");
