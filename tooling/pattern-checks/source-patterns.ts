import { type Node, parseSync, Visitor } from "oxc-parser";

/** A pattern that a source file holds. */
export interface SourcePattern {
  readonly line: number;
  /** Undefined where the text of the pattern is only known when the program runs. */
  readonly source: string | undefined;
  readonly flags: string;
}

/** Every regular expression of a source file: literals, and what `RegExp` is given as text. */
export function sourcePatterns(path: string, text: string): SourcePattern[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const patterns: SourcePattern[] = [];
  const lineOf = ({ start }: { start: number }) => text.slice(0, start).split("\n").length;
  const constructed = (call: { start: number; callee: Node; arguments: readonly Node[] }) => {
    if (call.callee.type !== "Identifier" || call.callee.name !== "RegExp") return;
    const [source, flags] = call.arguments;
    patterns.push({ line: lineOf(call), source: writtenText(source), flags: writtenText(flags) ?? "" });
  };
  new Visitor({
    Literal(node) {
      if (!("regex" in node)) return;
      patterns.push({ line: lineOf(node), source: node.regex.pattern, flags: node.regex.flags });
    },
    NewExpression: constructed,
    CallExpression: constructed,
  }).visit(program);
  return patterns;
}

/** A text as the source writes it; what a template puts in counts as a word. */
function writtenText(node: Node | undefined): string | undefined {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  if (node?.type === "TemplateLiteral") return node.quasis.map(({ value }) => value.cooked).join("x");
  return undefined;
}
