import { globSync, readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";
import { expect, it } from "vitest";

const ROOT = new URL("..", import.meta.url);
const components = globSync("{packages/pane,apps/workbench/src,apps/addin/src}/**/*.tsx", {
  cwd: ROOT.pathname,
}).filter((path) => !/node_modules|\.test\.tsx$/.test(path));

/** What is Chinese in a component and not shown as it stands, and the name of the product. */
const ALLOWED = [
  // Kinds of days and a condition, as data name them; what they are called stands beside.
  "休",
  "班",
  "包含",
  // How a template stands, as core names it.
  "待推送",
  // What is cut off a month's and a weekday's words.
  "月",
  "周",
  "七星表格",
];

/** The places, as `path:line text`, of Chinese that has no English beside it: outside of `{ zh, en }`. */
function bareChinese(path: string, source: string): string[] {
  const found: string[] = [];
  const look = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const child of node) look(child);
      return;
    }
    if (typeof node !== "object" || node === null) return;
    const { type, key, value, start, ...rest } = node as Record<string, unknown>;
    const name = type === "Property" ? (key as { name?: string }).name : undefined;
    if (name === "zh" || name === "en") return;
    const text = type === "TemplateElement" ? (value as { cooked: string }).cooked : value;
    const isText = type === "Literal" || type === "TemplateElement" || type === "JSXText";
    if (
      isText &&
      typeof text === "string" &&
      /\p{Script=Han}/u.test(text) &&
      !ALLOWED.includes(text.trim())
    ) {
      found.push(`${path}:${source.slice(0, Number(start)).split("\n").length} ${text.trim()}`);
    }
    for (const child of [value, ...Object.values(rest)]) look(child);
  };
  look(parseSync(path, source).program);
  return found;
}

it("a component shows no Chinese words without their English", () => {
  expect(components.length).toBeGreaterThan(60);
  const found = components.flatMap((path) => bareChinese(path, readFileSync(new URL(path, ROOT), "utf8")));
  expect(found).toEqual([]);
});

it("Chinese words without their English are found wherever they stand", () => {
  const source = `
    const words = { zh: "保存", en: "Save" };
    export const Bar = ({ name }) => <p title="标题">{\`共 \${name}\`} 行 {name ? "有" : words.zh}</p>;`;
  expect(bareChinese("bar.tsx", source)).toEqual([
    "bar.tsx:3 标题",
    "bar.tsx:3 共",
    "bar.tsx:3 行",
    "bar.tsx:3 有",
  ]);
});
