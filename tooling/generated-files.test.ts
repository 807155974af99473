import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { generatedFiles } from "./generated-files.ts";

it.each(generatedFiles())("$path is what `pnpm generate` writes", ({ url, content }) => {
  expect(existsSync(url) ? readFileSync(url, "utf8") : "").toBe(content);
});
