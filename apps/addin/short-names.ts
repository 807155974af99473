import { minify } from "terser";
import type { Plugin } from "vite";

/** What the script shares with Excel by name. */
const SHARED_WITH_EXCEL = ["associate", "ErrorCode", "Error", "notAvailable", "invalidValue"].concat([
  "type",
  "basicType",
  "basicValue",
  "code",
  "message",
]);

/** Every text of a script: a property of the same name may be reached by it. */
function textsOf(node: unknown, found: string[] = []): string[] {
  if (typeof node !== "object" || node === null) return found;
  const { type, value } = node as { type?: string; value?: unknown };
  if (type === "Literal" && typeof value === "string") found.push(value);
  if (type === "TemplateElement") found.push(String((value as { cooked?: string }).cooked));
  for (const child of Object.values(node)) textsOf(child, found);
  return found;
}

/**
 * Minifies a script once more and shortens the names of its own properties too. A name that also
 * stands in a text stays, for the script may build it.
 */
export const shortNames: Plugin = {
  name: "short-names",
  async generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk") continue;
      const reserved = [...SHARED_WITH_EXCEL, ...textsOf(this.parse(chunk.code))];
      const { code = "" } = await minify(chunk.code, {
        ecma: 2020,
        compress: { passes: 3, negate_iife: false, unsafe_arrows: true, pure_getters: true },
        mangle: { properties: { reserved, keep_quoted: true } },
      });
      chunk.code = code;
    }
  },
};
