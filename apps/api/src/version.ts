import { readFileSync } from "node:fs";

/** The product's version, which stands in the root package.json alone. */
export const { version } = JSON.parse(
  readFileSync(new URL("../../../package.json", import.meta.url), "utf8"),
) as { readonly version: string };
