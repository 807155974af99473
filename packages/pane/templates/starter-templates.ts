import type { TemplateKind } from "@sevenstar/core/cells/define-template-kind";
import type { Words } from "@sevenstar/core/cells/words";
import type { TemplateRow } from "@sevenstar/core/template/rows";
import { templateKinds } from "@sevenstar/core/template/template-kinds";
import type { Content } from "@sevenstar/core/template/wire/template";

/** The fields of a kind that a built-in row has; what only the manual tells of it is left out. */
const rowsOf = (
  { columns }: TemplateKind,
  builtIn: readonly Readonly<Record<string, unknown>>[],
): TemplateRow[] =>
  builtIn.map((row, index) => ({
    id: `r${index + 1}`,
    ...Object.fromEntries(
      Object.keys(columns).flatMap((field) => (row[field] === undefined ? [] : [[field, row[field]]])),
    ),
  }));

/** A template's content with what it is called in each language. */
type StarterTemplate = Omit<Content, "name"> & { readonly words: Words };

/** What a team may begin with, from the built-in rules; each is its own from then on. */
export const starterTemplates = (): readonly StarterTemplate[] =>
  templateKinds.flatMap((kind: TemplateKind) =>
    kind.starters().map(({ words, rows }) => ({ kind: kind.id, words, rows: rowsOf(kind, rows) })),
  );
