import type { Conflict } from "@sevenstar/core/template/merge/merge";
import type { Content } from "@sevenstar/core/template/wire/template";

/** The cells of a template: where each value stands. A row that stands there is a cell too. */
function cellsOf(content: Content | undefined): Map<string, string> {
  const cells = new Map<string, string>();
  if (!content) return cells;
  cells.set("name", content.name);
  for (const { id, ...fields } of content.rows) {
    cells.set(`${id} row`, "there");
    for (const [field, value] of Object.entries(fields)) cells.set(`${id} ${field}`, String(value));
  }
  return cells;
}

interface Change {
  readonly author: string;
  readonly template: string;
  readonly cell: string;
  /** What the author saw there, undefined: nothing. */
  readonly from: string | undefined;
  /** What it became, undefined: nothing. */
  readonly to: string | undefined;
}

/**
 * Knows every acknowledged edit, and says in the end which of them are gone without anybody having known.
 *
 * A change is accounted for if it is in the final state, if somebody who saw its value changed it, or if a person
 * decided a conflict about it; a deletion also if its author saved an older workbook later, with what was deleted.
 */
export class EditLedger {
  readonly #changes: Change[] = [];
  /** The last change of somebody who saw that value. */
  readonly #replaced = new Map<string, number>();
  /** When an author last saved a workbook with that value. */
  readonly #kept = new Map<string, number>();
  readonly #decided = new Set<string>();

  /** An edit was acknowledged: somebody saw the one and made it the other. */
  note(author: string, template: string, seen: Content | undefined, next: Content | undefined): void {
    const before = cellsOf(seen);
    const after = cellsOf(next);
    for (const cell of new Set([...before.keys(), ...after.keys()])) {
      const [from, to] = [before.get(cell), after.get(cell)];
      if (from === to) {
        this.#kept.set(author + key(template, cell, to), this.#changes.length);
        continue;
      }
      this.#replaced.set(key(template, cell, from), this.#changes.length);
      this.#changes.push({ author, template, cell, from, to });
    }
  }

  /** A person chose between the sides of conflicts. */
  decided(template: string, conflicts: readonly Conflict[]): void {
    for (const conflict of conflicts) {
      for (const side of [conflict.mine, conflict.theirs, conflict.base]) {
        if (conflict.type === "name") this.#decided.add(key(template, "name", String(side)));
        if (conflict.type === "field") {
          const value = side === undefined || side === null ? undefined : String(side);
          this.#decided.add(key(template, `${conflict.row} ${conflict.field}`, value));
        }
        if (conflict.type === "row") this.#decideRow(template, conflict.row, conflict);
        if (conflict.type === "template") this.#decideTemplate(template, conflict);
      }
    }
  }

  /** The acknowledged changes that nobody would find again. */
  lost(final: ReadonlyMap<string, Content>): readonly Change[] {
    const cells = new Map([...final].map(([id, content]) => [id, cellsOf(content)]));
    return this.#changes.filter(({ author, template, cell, from, to }, index) => {
      const now = cells.get(template)?.get(cell);
      if (to === undefined && (this.#kept.get(author + key(template, cell, from)) ?? -1) > index)
        return false;
      if (to === undefined ? now !== from : now === to) return false;
      const known = key(template, cell, to);
      return (this.#replaced.get(known) ?? -1) < index && !this.#decided.has(known);
    });
  }

  #decideRow(template: string, row: string, conflict: Extract<Conflict, { type: "row" }>): void {
    for (const side of [conflict.base, conflict.mine, conflict.theirs]) {
      const content = side ? { kind: "word-list" as const, name: "", rows: [side] } : undefined;
      for (const [cell, value] of cellsOf(content)) {
        if (cell !== "name") this.#decided.add(key(template, cell, value));
      }
    }
    for (const field of ["row", "word", "use", "weight"]) {
      this.#decided.add(key(template, `${row} ${field}`, undefined));
    }
  }

  #decideTemplate(template: string, conflict: Extract<Conflict, { type: "template" }>): void {
    for (const side of [conflict.base, conflict.mine, conflict.theirs]) {
      for (const [cell, value] of cellsOf(side ?? undefined)) {
        this.#decided.add(key(template, cell, value));
        this.#decided.add(key(template, cell, undefined));
      }
    }
  }
}

const key = (template: string, cell: string, value: string | undefined) =>
  JSON.stringify([template, cell, value ?? null]);
