import { knownRow, MOST_ROWS, type RowError, rowErrors, type TemplateRow } from "../rows.ts";
import { fieldsOf, sameContent, sameRow, sameValue } from "../same-content.ts";
import { readSheetGrid } from "../sheet-grid.ts";
import type { Content } from "../wire/template.ts";
import { mergedOrder } from "./merged-order.ts";

/** What both sides changed to different things, kept until a person chooses (T6.7). */
export type Conflict =
  | {
      readonly type: "field";
      readonly row: string;
      readonly field: string;
      readonly base: unknown;
      readonly mine: unknown;
      readonly theirs: unknown;
    }
  | {
      /** Deleted by one and edited by the other; or merged from both into a row that is not valid. */
      readonly type: "row";
      readonly row: string;
      readonly base: TemplateRow | null;
      readonly mine: TemplateRow | null;
      readonly theirs: TemplateRow | null;
      /** Why the merged row is not valid. */
      readonly errors: readonly RowError[];
    }
  | { readonly type: "name"; readonly base: string | null; readonly mine: string; readonly theirs: string }
  | {
      readonly type: "template";
      readonly base: Content | null;
      readonly mine: Content | null;
      readonly theirs: Content | null;
    };

/** Whose value to take in a conflict, or another value; a whole template takes no other. */
export type Choice = { readonly take: "mine" | "theirs" } | { readonly value: unknown };

/** A row to which both sides contributed, and the fields of each (T6.8). */
export interface MergedRow {
  readonly row: string;
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

export interface Merge {
  /** The merged template; where there is a conflict, mine. Null: no template. */
  readonly content: Content | null;
  /** What to merge from next time: the old value in conflicts, theirs elsewhere (T6.11). */
  readonly base: Content | null;
  readonly merged: readonly MergedRow[];
  /** The name first, then by row and field; none where every conflict was chosen. */
  readonly conflicts: readonly Conflict[];
}

/** Names a conflict together with the values it is between, so that a choice cannot meet another one. */
export const conflictKey = (conflict: Conflict): string =>
  JSON.stringify([
    conflict.type,
    "row" in conflict ? conflict.row : null,
    "field" in conflict ? conflict.field : null,
    conflict.mine ?? null,
    conflict.theirs ?? null,
  ]);

const placeOf = (of: Conflict | MergedRow): string =>
  "row" in of ? `${of.row} ${"field" in of ? of.field : ""}` : "";
const byPlace = (left: Conflict | MergedRow, right: Conflict | MergedRow): number =>
  placeOf(left) < placeOf(right) ? -1 : 1;

/** One thing after the merge: what it is now, and what it is to be merged from next time. */
interface Part<Value> {
  readonly value: Value;
  readonly base: Value;
}

/**
 * Merges two changes of a template by row id and field (T6, T7); null is a template that is not there.
 *
 * `choices` holds what a person chose, by `conflictKey`; the conflicts it leaves open come back.
 */
export function mergeTemplate(
  base: Content | null,
  mine: Content | null,
  theirs: Content | null,
  choices: ReadonlyMap<string, Choice> = new Map(),
): Merge {
  const conflicts: Conflict[] = [];
  const merged: MergedRow[] = [];

  /** A conflict's outcome: by choice, or left open with mine to be seen. */
  function decide<Value>(conflict: Conflict, old: Value, my: Value, their: Value): Part<Value> {
    const choice = choices.get(conflictKey(conflict));
    if (!choice) {
      conflicts.push(conflict);
      return { value: my, base: old };
    }
    if ("value" in choice) return { value: choice.value as Value, base: their };
    return { value: choice.take === "mine" ? my : their, base: their };
  }

  function threeWay<Value>(
    isSame: (left: Value, right: Value) => boolean,
    [old, my, their]: readonly [Value, Value, Value],
    conflict: () => Conflict,
  ): Part<Value> {
    if (isSame(my, their) || isSame(my, old)) return { value: their, base: their };
    if (isSame(their, old)) return { value: my, base: their };
    return decide(conflict(), old, my, their);
  }

  function mergeRow(
    kind: Content["kind"],
    old: TemplateRow | undefined,
    my: TemplateRow,
    their: TemplateRow,
  ): Part<TemplateRow | undefined> {
    const row = my.id;
    const fields = { mine: [] as string[], theirs: [] as string[], conflict: [] as string[] };
    const value: Record<string, unknown> = {};
    const nextBase: Record<string, unknown> = {};
    for (const field of fieldsOf(their, my, old)) {
      const values = [old?.[field], my[field], their[field]] as const;
      const [base, mine, theirs] = values;
      const part = threeWay<unknown>(sameValue, values, () => {
        fields.conflict.push(field);
        return { type: "field", row, field, base, mine, theirs };
      });
      if (part.value !== undefined) value[field] = part.value;
      if (part.base !== undefined) nextBase[field] = part.base;
      if (sameValue(mine, theirs)) continue;
      if (sameValue(theirs, base)) fields.mine.push(field);
      else if (sameValue(mine, base)) fields.theirs.push(field);
    }
    const errors =
      fields.conflict.length === 0 ? rowErrors(kind, [knownRow(kind, { ...value, id: row })]) : [];
    if (errors.length > 0) {
      const conflict = { type: "row", row, base: old ?? null, mine: my, theirs: their, errors } as const;
      return decide<TemplateRow | undefined>(conflict, old, my, their);
    }
    if (fields.mine.length > 0 && fields.theirs.length > 0) {
      merged.push({ row, mine: fields.mine, theirs: fields.theirs });
    }
    return { value: { ...value, id: row }, base: { ...nextBase, id: row } };
  }

  function mergeSameKind(old: Content | null, my: Content, their: Content): Merge {
    const oldRows = new Map(old?.rows.map((row) => [row.id, row]));
    const myRows = new Map(my.rows.map((row) => [row.id, row]));
    const theirRows = new Map(their.rows.map((row) => [row.id, row]));
    const name = threeWay<string | null>(
      (left, right) => left === right,
      [old?.name || null, my.name, their.name],
      () => ({ type: "name", base: old?.name || null, mine: my.name, theirs: their.name }),
    );
    const order = mergedOrder([...oldRows.keys()], [...myRows.keys()], [...theirRows.keys()]);
    const rows: TemplateRow[] = [];
    const baseRows = new Map<string, TemplateRow>();
    for (const id of order) {
      const [before, mineNow, theirsNow] = [oldRows.get(id), myRows.get(id), theirRows.get(id)] as const;
      const hasBothChanged = !sameRow(mineNow, before) && !sameRow(theirsNow, before);
      const part =
        mineNow && theirsNow && hasBothChanged && !sameRow(mineNow, theirsNow)
          ? mergeRow(my.kind, before, mineNow, theirsNow)
          : threeWay(sameRow, [before, mineNow, theirsNow], () => ({
              type: "row",
              row: id,
              base: before ?? null,
              mine: mineNow ?? null,
              theirs: theirsNow ?? null,
              errors: [],
            }));
      if (part.value) rows.push({ ...part.value, id });
      if (part.base) baseRows.set(id, part.base);
    }
    // Theirs in their order: so next time only mine has moved rows.
    const baseOrder = new Set([...theirRows.keys(), ...baseRows.keys()]);
    const baseContent = {
      kind: their.kind,
      name: name.base ?? "",
      rows: [...baseOrder].flatMap((id) => baseRows.get(id) ?? []),
    };
    return {
      content: { kind: my.kind, name: name.value ?? "", rows },
      base: baseContent,
      merged,
      conflicts,
    };
  }

  const asWhole = (): Merge => {
    conflicts.length = 0;
    const conflict = { type: "template", base, mine, theirs } as const;
    const part = threeWay(sameContent, [base, mine, theirs], () => conflict);
    return { content: part.value, base: part.base, merged: [], conflicts };
  };
  if (sameContent(mine, theirs) || sameContent(mine, base) || sameContent(theirs, base)) return asWhole();
  if (!mine || !theirs || mine.kind !== theirs.kind) return asWhole();
  const merge = mergeSameKind(base?.kind === mine.kind ? base : null, mine, theirs);
  const rows = merge.content?.rows ?? [];
  const isTooLarge = rows.length > MOST_ROWS || (mine.kind === "sheet" && "errors" in readSheetGrid(rows));
  if (isTooLarge) return asWhole();
  conflicts.sort(byPlace);
  merged.sort(byPlace);
  return merge;
}
