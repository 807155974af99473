import { readFileSync } from "node:fs";
import { catalogue } from "@sevenstar/core/functions/catalogue";
import { functionTable, manual } from "@sevenstar/core/functions/manual";

const ROOT = new URL("..", import.meta.url);
const TABLE = /(<!-- functions:begin[^>]*-->\n)[\s\S]*?(\n<!-- functions:end -->)/;

/** A committed file that is derived from the definitions, and what it must hold. */
export interface GeneratedFile {
  readonly path: string;
  readonly url: URL;
  readonly content: string;
}

/** Every committed file that is derived from the function catalogue. */
export function generatedFiles(): GeneratedFile[] {
  const readme = readFileSync(new URL("README.md", ROOT), "utf8");
  const files = {
    "packages/core/MANUAL.md": manual(catalogue),
    "README.md": readme.replace(TABLE, (_, begin, end) => `${begin}${functionTable(catalogue)}${end}`),
  };
  return Object.entries(files).map(([path, content]) => ({ path, url: new URL(path, ROOT), content }));
}
