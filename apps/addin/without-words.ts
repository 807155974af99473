import type { Plugin } from "vite";

/** An ESTree node, as far as this file looks at it. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** The properties of a definition that only the metadata and the manual read. */
const FOR_PEOPLE = new Set(["examples", "source"]);

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

/** The names of an object literal's properties. */
const keysOf = (node: Node): string[] =>
  (node["properties"] as Node[]).map(({ key }) => String((key as Node | undefined)?.["name"] ?? ""));

/** Whether an expression is a text in the product's two languages. */
const isWords = (node: Node) => node.type === "ObjectExpression" && keysOf(node).sort().join() === "en,zh";

const isDefinition = (node: Node) =>
  node.type === "CallExpression" && (node["callee"] as Node)["name"] === "defineFunction";

/** The expressions below a node that Excel's functions never read, so that they need not be loaded. */
function unread(node: Node, found: Node[]): Node[] {
  if (isWords(node)) return [...found, node];
  const definition = isDefinition(node) ? (node["arguments"] as Node[])[0] : undefined;
  for (const property of (definition?.["properties"] as Node[] | undefined) ?? []) {
    if (FOR_PEOPLE.has(String((property["key"] as Node)["name"]))) found.push(property["value"] as Node);
  }
  return Object.values(node)
    .flat()
    .filter(isNode)
    .reduce((all, child) => (all.includes(child) ? all : unread(child, all)), found);
}

/** Leaves the bilingual words, worked examples and sources of the definitions out of a bundle that only computes. */
export const withoutWords: Plugin = {
  name: "without-words",
  enforce: "post",
  transform(code, id) {
    if (!id.includes("/packages/core/")) return null;
    const nodes = unread(this.parse(code) as unknown as Node, []).sort(
      (left, right) => right.start - left.start,
    );
    return {
      code: nodes.reduce((text, { start, end }) => `${text.slice(0, start)}void 0${text.slice(end)}`, code),
      map: null,
    };
  },
};
