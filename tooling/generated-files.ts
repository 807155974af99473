import { readFileSync } from "node:fs";
import { catalogue } from "@sevenstar/core/functions/catalogue";
import { functionTable, manual } from "@sevenstar/core/functions/manual";
import { functionInitials } from "./generators/function-initials.ts";
import { holidayNotices } from "./generators/holiday-notices.ts";
import { lunarTable } from "./generators/lunar-table.ts";

const ROOT = new URL("..", import.meta.url);
const TABLE = /(<!-- functions:begin[^>]*-->\n)[\s\S]*?(\n<!-- functions:end -->)/;

/** A committed file that is derived from the definitions or a library, and what it must hold. */
export interface GeneratedFile {
  readonly path: string;
  readonly url: URL;
  readonly content: string;
}

/** Every committed file that is derived from the function catalogue or, for the calendar, from tyme4ts. */
export function generatedFiles(): GeneratedFile[] {
  const readme = readFileSync(new URL("README.md", ROOT), "utf8");
  const files = {
    "packages/core/MANUAL.md": manual(catalogue),
    "packages/core/calendar/holiday-notices.ts": holidayNotices(),
    "packages/core/calendar/lunar-table.ts": lunarTable(),
    "packages/pane/src/function-initials.ts": functionInitials(),
    "README.md": readme.replace(TABLE, (_, begin, end) => `${begin}${functionTable(catalogue)}${end}`),
  };
  return Object.entries(files).map(([path, content]) => ({ path, url: new URL(path, ROOT), content }));
}
