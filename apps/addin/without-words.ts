import type { Plugin } from "vite";

/** An ESTree node, as far as this file looks at it. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** The properties of a definition that only the metadata and the manual read. */
const FOR_PEOPLE = new Set(["domain", "examples", "source"]);

/** The property of a quantity that only the metadata reads. */
const CHOICES = "choices";

/** The properties of built-in data that only the manual, the templates and the metadata read, by file. */
const DATA_FOR_PEOPLE: Readonly<Record<string, ReadonlySet<string>>> = {
  "listing/listing-rules.ts": new Set(["source", "grade", "validFrom"]),
  "payment/payment-methods.ts": new Set(["source", "english"]),
  "payment/payment-rates.ts": new Set(["grade"]),
  "calendar/activity-plan.ts": new Set(["grade"]),
};

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

const keyOf = ({ key }: Node) => String((key as Node | undefined)?.["name"] ?? "");
const propertiesOf = (node: Node) => node["properties"] as Node[];

/** Whether an expression is a text in the product's two languages. */
const isWords = (node: Node) =>
  node.type === "ObjectExpression" && propertiesOf(node).map(keyOf).sort().join() === "en,zh";

const isDefinition = (node: Node) =>
  node.type === "CallExpression" && (node["callee"] as Node)["name"] === "defineFunction";

/** The properties and expressions below a node that Excel's functions never read, so that they need not be loaded. */
function unread(node: Node, data: ReadonlySet<string>): Node[] {
  if (isWords(node)) return [node];
  if (isDefinition(node)) return unread((node["arguments"] as Node[])[0] as Node, FOR_PEOPLE);
  const isUnread = (property: Node) =>
    data.has(keyOf(property)) ||
    (keyOf(property) === CHOICES && !property["shorthand"]) ||
    (isNode(property["value"]) && isWords(property["value"]));
  const children = Object.values(node).flat().filter(isNode);
  return children.flatMap((child) =>
    child.type === "Property" && node.type === "ObjectExpression" && isUnread(child)
      ? [child]
      : unread(child, data === FOR_PEOPLE ? new Set() : data),
  );
}

/** A text without a node: a property with its comma, the last item of a list with the one before, else `void 0`. */
function cut(text: string, { type, start, end }: Node): string {
  const [before, rest] = [text.slice(0, start), text.slice(end)];
  if (type === "Property") return `${before}${rest.replace(/^\s*,/, "")}`;
  return /^\s*(?:,\s*)?\]/.test(rest) ? `${before.replace(/,\s*$/, "")}${rest}` : `${before}void 0${rest}`;
}

/** Leaves the bilingual words, worked examples and sources of the definitions out of a bundle that only computes. */
export const withoutWords: Plugin = {
  name: "without-words",
  enforce: "post",
  transform(code, id) {
    if (!id.includes("/packages/core/")) return null;
    const [, data = new Set<string>()] =
      Object.entries(DATA_FOR_PEOPLE).find(([file]) => id.endsWith(`/${file}`)) ?? [];
    const nodes = unread(this.parse(code) as unknown as Node, data);
    return { code: nodes.sort((left, right) => right.start - left.start).reduce(cut, code), map: null };
  },
};
