import { type ChangeNote, changeKinds } from "./change-note.ts";

const MARK = "<!-- `pnpm release` 把新版本写在这一行下面 -->";

/** The changelog with a version's section on top, its notes by kind. */
export function changelogWith(
  changelog: string,
  version: string,
  day: string,
  notes: readonly ChangeNote[],
): string {
  const place = changelog.indexOf(MARK);
  if (place < 0) throw new Error(`The changelog has lost its line ${MARK}`);
  const items = changeKinds.flatMap((kind) =>
    notes
      .filter((note) => note.kind === kind)
      .map(({ text }) => `- ${kind}：${text.replaceAll("\n", "\n  ")}`),
  );
  const end = place + MARK.length;
  return `${changelog.slice(0, end)}\n\n## ${version}（${day}）\n\n${items.join("\n")}${changelog.slice(end)}`;
}
