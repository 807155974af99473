/** A reference such as $B$2 that is not part of a name, a text or a structured reference. */
const REFERENCE = /(?<![\w\p{L}."[\]])(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\w\p{L}(.])/gu;
const RELATIVE = /R(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?(?![\w\p{L}(.])/gu;

export function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

export function columnLetters(column: number): string {
  const rest = column % 26;
  return (column > 25 ? columnLetters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + rest);
}

/** A formula with its references written relative to its own cell, counted from 0. */
export function toR1C1(formula: string, row: number, column: number): string {
  return formula.replace(
    REFERENCE,
    (_, columnFixed: string, letters: string, rowFixed: string, digits: string) => {
      const axis = (mark: string, isFixed: string, place: number, own: number) => {
        if (isFixed) return `${mark}${place}`;
        return place === own ? mark : `${mark}[${place - own}]`;
      };
      return (
        axis("R", rowFixed, Number(digits), row + 1) +
        axis("C", columnFixed, columnNumber(letters), column + 1)
      );
    },
  );
}

/** The formula in A1 notation for the cell that it is put into. */
export function fromR1C1(formula: string, row: number, column: number): string {
  return formula.replace(RELATIVE, (_, rowPart: string | undefined, columnPart: string | undefined) => {
    const place = (part: string | undefined, own: number) => {
      if (part === undefined) return { at: own, fixed: "" };
      return part.startsWith("[")
        ? { at: own + Number(part.slice(1, -1)), fixed: "" }
        : { at: Number(part) - 1, fixed: "$" };
    };
    const [r, c] = [place(rowPart, row), place(columnPart, column)];
    return `${c.fixed}${columnLetters(c.at)}${r.fixed}${r.at + 1}`;
  });
}
