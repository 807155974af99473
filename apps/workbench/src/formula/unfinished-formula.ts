import { MOST_FORMULA_LETTERS, type Piece, scanFormula } from "./scan-formula.ts";

const OPERANDS = ["text", "sheet", "number", "word", "error", "columns"];

/** A bracket that is still open. */
interface Opened {
  readonly sign: string;
  readonly isCall: boolean;
}

/** Why a formula cannot be calculated as it stands: what is missing or too much in it, as a sentence. */
export function unfinishedFormula(formula: string): string | undefined {
  if (formula.length > MOST_FORMULA_LETTERS) {
    return `公式有 ${formula.length} 个字，最多 ${MOST_FORMULA_LETTERS} 个：请把它拆成几格。`;
  }
  const pieces = scanFormula(formula);
  const unclosed = pieces.find(({ isClosed }) => !isClosed);
  if (unclosed) return unclosedSentence(unclosed);
  const opened: Opened[] = [];
  let before: Piece | undefined;
  for (const piece of pieces) {
    if (piece.kind === "blank") continue;
    const sentence = misplaced(piece, before, opened);
    if (sentence) return sentence;
    if (piece.kind === "open") opened.push({ sign: piece.written, isCall: before?.kind === "word" });
    if (piece.kind === "close") opened.pop();
    before = piece;
  }
  return isWaiting(before, opened.at(-1))
    ? `公式没有写完：“${before?.typed ?? "="}”后面还缺内容，请补上或删去它。`
    : undefined;
}

function unclosedSentence({ kind, typed }: Piece): string {
  if (kind === "text") return `公式没有写完：文本 ${shortened(typed)} 缺右边的双引号，请补上。`;
  if (kind === "sheet") return `公式没有写完：工作表名 ${shortened(typed)} 缺右边的单引号，请补上。`;
  return `公式没有写完：${shortened(typed)} 缺右边的方括号，请补上。`;
}

const shortened = (text: string) => (text.length > 20 ? `${text.slice(0, 20)}…` : text);

/** Whether something must still follow a piece. */
function isWaiting(piece: Piece | undefined, inside: Opened | undefined): boolean {
  if (!piece) return true;
  if (piece.kind === "open" || piece.kind === "comma") return !inside?.isCall;
  return ["binary", "prefix", "bang", "colon", "semicolon"].includes(piece.kind);
}

const isOperand = (piece: Piece | undefined) =>
  piece !== undefined &&
  (OPERANDS.includes(piece.kind) || piece.kind === "close" || piece.kind === "postfix");

function misplaced(piece: Piece, before: Piece | undefined, opened: readonly Opened[]): string | undefined {
  const inside = opened.at(-1);
  switch (piece.kind) {
    case "unknown":
      return `公式里不认识“${piece.typed}”：文本要加英文双引号，参数之间用英文逗号，请改正。`;
    case "text":
    case "number":
    case "word":
    case "sheet":
    case "error":
      return isOperand(before) && isLiteralBeside(before, piece)
        ? `${shortened(piece.typed)} 前面缺少逗号或运算符，请补上。`
        : undefined;
    case "binary":
      if (isOperand(before) || piece.written === "+" || piece.written === "-") return undefined;
      return `“${piece.typed}”前面缺少内容，请补上或删去它。`;
    case "postfix":
      return isOperand(before) ? undefined : `“${piece.typed}”前面缺少内容，请补上或删去它。`;
    case "comma":
      if (!inside) return "逗号只能写在函数的括号里：请检查括号。";
      return missingBefore(piece, before, inside);
    case "semicolon":
      if (inside?.sign !== "{") return "参数之间用英文逗号“,”，不用分号，请改正。";
      return missingBefore(piece, before, inside);
    case "close":
      if (!inside) return `多了一个右括号“${piece.typed}”，请删去它。`;
      if ((inside.sign === "{") !== (piece.written === "}")) return "括号没有成对，请检查。";
      return missingBefore(piece, before, inside);
    default:
      return undefined;
  }
}

const missingBefore = (piece: Piece, before: Piece | undefined, inside: Opened | undefined) =>
  isWaiting(before, inside)
    ? `“${before?.typed ?? "="}”和“${piece.typed}”之间缺少内容，请补上或删去它们。`
    : undefined;

/** Whether two operands stand side by side that no blank can join, as two ranges are joined to their common part. */
function isLiteralBeside(before: Piece | undefined, piece: Piece): boolean {
  if (before?.kind === "columns" || before?.kind === "postfix") return false;
  const isLiteral = (kind: string | undefined) => kind === "text" || kind === "number";
  return isLiteral(before?.kind) || isLiteral(piece.kind);
}
