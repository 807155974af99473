import { readFileSync } from "node:fs";
import { describedCatalogue } from "@sevenstar/core/catalogue/catalogue";
import { functionTable, manual } from "@sevenstar/core/catalogue/manual";
import { templateKinds } from "@sevenstar/core/template/template-kinds";
import { functionInitials } from "./generators/function-initials.ts";
import { holidayNotices } from "./generators/holiday-notices.ts";
import { lunarTable } from "./generators/lunar-table.ts";

const ROOT = new URL("..", import.meta.url);
const TABLE_BEGIN = /<!-- functions:begin[^<>]*-->\n/;
const TABLE_END = "\n<!-- functions:end -->";

/** A committed file that is derived from the definitions or a library, and what it must hold. */
export interface GeneratedFile {
  readonly path: string;
  readonly url: URL;
  readonly content: string;
}

function withTable(readme: string): string {
  const begin = TABLE_BEGIN.exec(readme);
  const start = (begin?.index ?? 0) + (begin?.[0].length ?? 0);
  const end = readme.indexOf(TABLE_END, start);
  if (!begin || end < 0) throw new Error("README.md has no place for the table of functions");
  return `${readme.slice(0, start)}${functionTable(describedCatalogue)}${readme.slice(end)}`;
}

/** Every committed file that is derived from the function catalogue or, for the calendar, from tyme4ts. */
export function generatedFiles(): GeneratedFile[] {
  const readme = readFileSync(new URL("README.md", ROOT), "utf8");
  const files = {
    "packages/core/MANUAL.md": manual(describedCatalogue, templateKinds),
    "packages/core/calendar/holiday-notices.ts": holidayNotices(),
    "packages/core/calendar/lunar-table.ts": lunarTable(),
    "packages/pane/functions/function-initials.ts": functionInitials(),
    "README.md": withTable(readme),
  };
  return Object.entries(files).map(([path, content]) => ({ path, url: new URL(path, ROOT), content }));
}
