import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** A top-level statement of decimal.js: what it provides and its text. */
interface Part {
  readonly methods: readonly string[];
  readonly name: string | undefined;
  readonly text: string;
}

const METHODS = /^(?:P\.(\w+) = )(?:P\.(\w+) = )?function/;
const NAMED = /^(?:function (\w+)|var (\w+)|(LN10|PI) = new)/;
const STATIC = /^ *Decimal\.(\w+) = \1;.*\n/gm;
/** The functions that read a constant. */
const CONSTANTS: Readonly<Record<string, string>> = { LN10: "getLn10", PI: "getPi" };
/** What the language itself calls. */
const IMPLICIT = ["toString", "valueOf", "toJSON"];

/** How it reads texts that are no decimal number, such as hexadecimal ones; it is never given any. */
const OF_OTHER_TEXTS = /\bparseOther\(/g;
const COMMENT = /\/\*[\s\S]*?(?:\*\/|$)|\/\/.*/g;

/** The names that a text calls as methods, those of Math left out. */
const called = (text: string) => [...text.matchAll(/(?<!\bMath)\.(\w+)\(/g)].map(([, name = ""]) => name);

/** Every method that those of the core's own sources name which know of money. */
function calledByCore(): Set<string> {
  const folder = fileURLToPath(new URL("../../packages/core/", import.meta.url));
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|node_modules/.test(file))
    .map((file) => readFileSync(`${folder}${file}`, "utf8"))
    .filter((source) => /\/money\.ts"|"decimal\.js"/.test(source));
  return new Set([...IMPLICIT, ...sources.flatMap(called)]);
}

/** decimal.js without the methods and functions that neither the core nor what is kept of itself names. */
function kept(statements: readonly string[]): string {
  const wanted = calledByCore();
  const parts = statements.map((text): Part => {
    const methods = (METHODS.exec(text) ?? []).slice(1).filter(Boolean);
    const name = (NAMED.exec(text) ?? []).slice(1).find(Boolean);
    const own =
      name !== "clone" ? text : text.replace(STATIC, (line, name) => (wanted.has(name) ? line : ""));
    return { methods, name, text: own };
  });
  const isRoot = ({ methods, name }: Part) => methods.length === 0 && name === undefined;
  const keep = new Set(parts.filter(isRoot));
  for (let size = -1; size !== keep.size; ) {
    size = keep.size;
    const text = [...keep]
      .map((part) => part.text.replace(COMMENT, "").replace(OF_OTHER_TEXTS, ""))
      .join("\n");
    const names = new Set<string | undefined>(text.match(/(?<![.\w])[A-Za-z]\w*/g));
    for (const name of called(text)) wanted.add(name);
    for (const part of parts) {
      const isNamed = names.has(part.name && (CONSTANTS[part.name] ?? part.name));
      if (isNamed || part.methods.some((method) => wanted.has(method))) keep.add(part);
    }
  }
  return parts
    .filter((part) => keep.has(part))
    .map(({ text }) => text)
    .join("\n");
}

/** Leaves the trigonometry, logarithms and the like of decimal.js out of a bundle that never calls them. */
export const withoutUnusedDecimals: Plugin = {
  name: "without-unused-decimals",
  transform(code, id) {
    if (!id.endsWith("/decimal.mjs")) return null;
    const text = code.replaceAll("\r\n", "\n");
    const statements = this.parse(text).body.flatMap((node) =>
      node.type === "VariableDeclaration"
        ? node.declarations.map(({ start, end }) => `var ${text.slice(start, end)};`)
        : text.slice(node.start, node.end),
    );
    return { code: kept(statements), map: null };
  },
};
