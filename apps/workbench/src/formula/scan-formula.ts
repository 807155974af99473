/** What a piece of a formula is. */
type PieceKind =
  | "text"
  | "sheet"
  | "number"
  | "word"
  | "error"
  | "columns"
  | "binary"
  | "postfix"
  | "prefix"
  | "open"
  | "close"
  | "comma"
  | "semicolon"
  | "bang"
  | "colon"
  | "blank"
  | "unknown";

/** A piece of a formula: what stands there, and how it is written in half-width signs. */
export interface Piece {
  readonly kind: PieceKind;
  readonly typed: string;
  readonly written: string;
  readonly start: number;
  readonly end: number;
  /** False for a text, sheet name or column name whose closing sign is missing. */
  readonly isClosed: boolean;
}

/** The longest formula that Excel takes; a longer one is not looked at. */
export const MOST_FORMULA_LETTERS = 8192;

/** Whether a typed text is meant as a formula. */
export const isFormulaText = (text: string): boolean =>
  text.length > 1 && (text[0] === "=" || text[0] === "＝");

const ERRORS = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"];
const TEXT_SIGNS = '"“”';
const SHEET_SIGNS = "'‘’";
const WORD = /[\p{L}\p{M}\p{N}_.$\\?]/u;
const NUMBER = /^(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const KINDS: Readonly<Record<string, PieceKind>> = {
  "+": "binary",
  "-": "binary",
  "*": "binary",
  "/": "binary",
  "^": "binary",
  "&": "binary",
  "=": "binary",
  "<": "binary",
  ">": "binary",
  "%": "postfix",
  "#": "postfix",
  "@": "prefix",
  "(": "open",
  "{": "open",
  ")": "close",
  "}": "close",
  ",": "comma",
  ";": "semicolon",
  "!": "bang",
  ":": "colon",
  " ": "blank",
  "\n": "blank",
  "\t": "blank",
};

/** A full-width sign as the half-width one that Excel writes for it. */
export function halfWidth(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code === 0x3000 || code === 0xa0) return " ";
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : sign;
}

/** Cuts a formula into its pieces, the sign of equality before it left out. */
export function scanFormula(formula: string): readonly Piece[] {
  if (formula.length > MOST_FORMULA_LETTERS) return [];
  const pieces: Piece[] = [];
  for (let start = 1; start < formula.length; ) {
    const piece = pieceAt(formula, start);
    pieces.push(piece);
    start = piece.end;
  }
  return pieces;
}

function pieceAt(formula: string, start: number): Piece {
  const typed = formula[start] ?? "";
  const sign = halfWidth(typed);
  const piece = (kind: PieceKind, end: number, written?: string, isClosed = true): Piece => ({
    kind,
    typed: formula.slice(start, end),
    written: written ?? [...formula.slice(start, end)].map(halfWidth).join(""),
    start,
    end,
    isClosed,
  });
  if (TEXT_SIGNS.includes(sign)) return quotedPiece(formula, start, "text", TEXT_SIGNS, piece);
  if (SHEET_SIGNS.includes(sign)) return quotedPiece(formula, start, "sheet", SHEET_SIGNS, piece);
  if (sign === "[") return columnsPiece(formula, start, piece);
  if (sign === "#") {
    const error = ERRORS.find((code) => formula.slice(start, start + code.length).toUpperCase() === code);
    if (error) return piece("error", start + error.length, error);
  }
  if (isWordSign(formula, start)) return wordPiece(formula, start, piece);
  if (KINDS[sign] === "blank") return piece("blank", blankEnd(formula, start));
  if (sign === "<" || sign === ">") {
    const next = halfWidth(formula[start + 1] ?? "");
    const isPair = next === "=" || (sign === "<" && next === ">");
    return piece("binary", start + (isPair ? 2 : 1));
  }
  return piece(KINDS[sign] ?? "unknown", start + (isHighSurrogate(typed) ? 2 : 1));
}

function blankEnd(formula: string, start: number): number {
  let end = start;
  while (end < formula.length && KINDS[halfWidth(formula[end] ?? "")] === "blank") end += 1;
  return end;
}

const isHighSurrogate = (sign: string) => /[\ud800-\udbff]/.test(sign);

type MakePiece = (kind: PieceKind, end: number, written?: string, isClosed?: boolean) => Piece;

/**
 * A text or a sheet name in quotation marks. What begins with an English mark ends with one and keeps Chinese
 * ones as letters; what begins with a Chinese mark ends with the next Chinese one. Where that one is missing the
 * other kind closes it.
 */
function quotedPiece(
  formula: string,
  start: number,
  kind: "text" | "sheet",
  signs: string,
  piece: MakePiece,
): Piece {
  const mark = signs[0] as string;
  const isEnglish = halfWidth(formula[start] ?? "") === mark;
  const end = isEnglish
    ? (englishEnd(formula, start + 1, mark) ?? chineseEnd(formula, start + 1, signs))
    : (chineseEnd(formula, start + 1, signs) ?? englishEnd(formula, start + 1, mark));
  const content = formula.slice(start + 1, end);
  const isDoubled = isEnglish && end !== undefined && halfWidth(formula[end] ?? "") === mark;
  const written = isDoubled ? content : content.replaceAll(mark, mark + mark);
  return piece(
    kind,
    end === undefined ? formula.length : end + 1,
    `${mark}${written}${end === undefined ? "" : mark}`,
    end !== undefined,
  );
}

/** Where the closing English mark stands; two of them are one letter. */
function englishEnd(formula: string, from: number, mark: string): number | undefined {
  for (let at = from; at < formula.length; at++) {
    if (halfWidth(formula[at] ?? "") !== mark) continue;
    if (halfWidth(formula[at + 1] ?? "") !== mark) return at;
    at += 1;
  }
  return undefined;
}

function chineseEnd(formula: string, from: number, signs: string): number | undefined {
  for (let at = from; at < formula.length; at++) {
    if (formula[at] === signs[1] || formula[at] === signs[2]) return at;
  }
  return undefined;
}

/** The columns of a table, or the name of another workbook, in square brackets, as they stand. */
function columnsPiece(formula: string, start: number, piece: MakePiece): Piece {
  let depth = 0;
  for (let at = start; at < formula.length; at++) {
    const sign = halfWidth(formula[at] ?? "");
    if (sign === "[") depth += 1;
    if (sign === "]") depth -= 1;
    if (depth === 0) return piece("columns", at + 1, `[${formula.slice(start + 1, at)}]`);
  }
  return piece("columns", formula.length, `[${formula.slice(start + 1)}`, false);
}

function wordPiece(formula: string, start: number, piece: MakePiece): Piece {
  let end = start;
  let word = "";
  while (end < formula.length) {
    const sign = halfWidth(formula[end] ?? "");
    const isExponent = (sign === "+" || sign === "-") && /^[\d.]+e$/i.test(word) && isDigit(formula[end + 1]);
    if (!isExponent && !isWordSign(formula, end)) break;
    word += sign;
    end += 1;
  }
  return piece(NUMBER.test(word) ? "number" : "word", end, word);
}

const isDigit = (sign: string | undefined) => sign !== undefined && /\d/.test(halfWidth(sign));

function isWordSign(formula: string, at: number): boolean {
  const sign = formula[at] ?? "";
  // Letters beyond the first plane, as some names have them, come in two halves.
  return WORD.test(halfWidth(sign)) || /[\ud840-\ud8ff\udc00-\udfff]/.test(sign);
}
