import type { TouchedRows } from "../../univer/touched-rows.ts";
import { pieceOf } from "./kept-form.ts";

/** The parts of a workbook that changed since they were kept: pieces of sheets by number, or a sheet as a whole. */
export class DirtyParts {
  readonly #sheets = new Map<string, Set<number> | "whole">();
  #isTouched = false;

  /** Whether there is anything to keep; heads and what is no sheet's are compared when they are kept. */
  get isEmpty(): boolean {
    return !this.#isTouched;
  }

  get sheets(): ReadonlyMap<string, ReadonlySet<number> | "whole"> {
    return this.#sheets;
  }

  /** Something changed that is in no row. */
  touch(): void {
    this.#isTouched = true;
  }

  /** What a mutation has touched, be it in no row. */
  addTouched(touched: readonly TouchedRows[]): void {
    this.touch();
    for (const { sheetId, rows } of touched) {
      if (rows === "all") this.addWhole(sheetId);
      else for (const [from, to] of rows) this.addRows(sheetId, from, to);
    }
  }

  addWhole(sheet: string): void {
    this.#isTouched = true;
    this.#sheets.set(sheet, "whole");
  }

  addRows(sheet: string, from: number, to: number): void {
    this.#isTouched = true;
    const known = this.#sheets.get(sheet) ?? new Set<number>();
    if (known === "whole") return;
    for (let piece = pieceOf(from); piece <= pieceOf(to); piece++) known.add(piece);
    this.#sheets.set(sheet, known);
  }

  addPiece(sheet: string, piece: number): void {
    this.#isTouched = true;
    const known = this.#sheets.get(sheet) ?? new Set<number>();
    if (known !== "whole") this.#sheets.set(sheet, known.add(piece));
  }

  /** What another held, too. */
  addAll(other: DirtyParts): void {
    if (!other.isEmpty) this.touch();
    for (const [sheet, pieces] of other.sheets) {
      if (pieces === "whole") this.addWhole(sheet);
      else for (const piece of pieces) this.addPiece(sheet, piece);
    }
  }
}
