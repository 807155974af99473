import { knownRow, type RowError, rowErrors } from "../rows.ts";
import { standingIn } from "../standing-rows.ts";
import { type Content, contentSchema } from "../wire/template.ts";
import { type Choice, conflictKey, type Merge, mergeTemplate } from "./merge.ts";

/** Why a choice was not taken: one Chinese sentence, and the cells that would be bad. */
export interface ChoiceProblem {
  readonly problem: string;
  readonly errors: readonly RowError[];
}

/**
 * Applies what a person chose for conflicts, by `conflictKey`; conflicts without a choice stay open (T6.10).
 *
 * Refused, with nothing applied: a choice for a conflict that has changed since it was shown, a value of one's own
 * for a whole template, and a result that is not valid.
 */
export function resolveConflicts(
  base: Content | null,
  mine: Content | null,
  theirs: Content | null,
  choices: ReadonlyMap<string, Choice>,
): Merge | ChoiceProblem {
  const open = new Map(
    mergeTemplate(base, mine, theirs).conflicts.map((conflict) => [conflictKey(conflict), conflict]),
  );
  for (const [key, choice] of choices) {
    const conflict = open.get(key);
    if (!conflict) return { problem: "内容刚刚又有变化，请看过新的内容再选。", errors: [] };
    if (!("value" in choice)) continue;
    if (conflict.type === "template") {
      return { problem: "整个模板的冲突只能选“我的”或“对方的”。", errors: [] };
    }
    if (conflict.type === "row" && (typeof choice.value !== "object" || choice.value === null)) {
      return { problem: "一行的冲突请填写整行。", errors: [] };
    }
  }
  const merge = mergeTemplate(base, mine, theirs, choices);
  if (!merge.content) return merge;
  const content = contentSchema.safeParse(merge.content);
  if (!content.success) return { problem: `${content.error.issues[0]?.message}。`, errors: [] };
  const { kind, rows } = merge.content;
  const errors = rowErrors(
    kind,
    rows.map((row) => knownRow(kind, row)),
    standingIn(() => (theirs?.rows ?? []).map((row) => knownRow(kind, row))),
  );
  const first = errors[0];
  if (!first) return { ...merge, content: { ...merge.content, name: content.data.name } };
  return { problem: `第 ${first.row} 行“${first.column}”${first.message}，请改正。`, errors };
}
