/** What a change means for those who use the product, in the order in which the changelog lists it. */
export const changeKinds = ["不兼容", "新增", "改进", "修复"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What is said of one change. */
export interface ChangeNote {
  readonly kind: ChangeKind;
  readonly text: string;
}

const isKind = (text: string | undefined): text is ChangeKind => changeKinds.some((kind) => kind === text);

/** Reads a note (`.github/changes/README.md`); gives one sentence where it is none. */
export function readChangeNote(file: string, source: string): ChangeNote | string {
  const lines = source.replaceAll("\r", "").split("\n");
  const end = lines.indexOf("---", 1);
  if (lines[0] !== "---" || end < 0) return `${file}: begin with a block between two lines of ---.`;
  const kind = lines
    .slice(1, end)
    .find((line) => line.startsWith("kind:"))
    ?.slice("kind:".length)
    .trim();
  if (!isKind(kind)) return `${file}: kind is one of ${changeKinds.join(", ")}.`;
  const text = lines
    .slice(end + 1)
    .join("\n")
    .trim();
  return text === "" ? `${file}: say in a sentence what changed.` : { kind, text };
}
