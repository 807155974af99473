import { describedCatalogue } from "@sevenstar/core/catalogue/catalogue";
import { domains } from "@sevenstar/core/functions/domains";
import { pinyin } from "pinyin-pro";

/** That of the formatter. */
const LINE_WIDTH = 110;
const HAN = /\p{Script=Han}+/gu;

/** The pinyin initials of a text's Chinese words, in one run where the text has one: 手续费 gives sxf. */
const initialsOf = (text: string): string =>
  (text.match(HAN) ?? [])
    .map((run) => pinyin(run, { pattern: "first", toneType: "none", type: "array" }).join(""))
    .join(" ");

/** The module that the pane's search reads, so that no dictionary of pinyin has to be loaded. */
export function functionInitials(): string {
  const entries = describedCatalogue.map(({ id, domain, summary, parameters }) => {
    const words = [domains[domain].zh, summary.zh, ...parameters.map(({ title }) => title)];
    const runs = words.flatMap((text) => initialsOf(text).split(" "));
    const text = JSON.stringify([...new Set(runs)].filter((run) => run.length > 1).join(" "));
    const line = `  ${id}: ${text},`;
    return line.length <= LINE_WIDTH ? line : `  ${id}:\n    ${text},`;
  });
  return `// Generated from the catalogue by \`pnpm generate\`; do not edit.

/** The pinyin initials of what each function is about, run by run. */
export const functionInitials: Readonly<Record<string, string>> = {
${entries.join("\n")}
};
`;
}
