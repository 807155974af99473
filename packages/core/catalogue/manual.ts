import type { TemplateKind } from "../cells/define-template-kind.ts";
import type { DescribedFunction, Domain, Example, ExpectedCell } from "../functions/define-function.ts";
import { domains } from "../functions/domains.ts";
import { exampleFormula, signature } from "../functions/example-formula.ts";
import { type DomainGuide, domainGuides } from "./domain-guides.ts";

const escapeCell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const tableRow = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(" | ")} |`;

function byDomain(catalogue: readonly DescribedFunction[]): [Domain, DescribedFunction[]][] {
  return (Object.keys(domains) as Domain[])
    .map((domain): [Domain, DescribedFunction[]] => [
      domain,
      catalogue.filter((definition) => definition.domain === domain),
    ])
    .filter(([, definitions]) => definitions.length > 0);
}

/** A Markdown table of the functions, one row each, for the README. */
export function functionTable(catalogue: readonly DescribedFunction[]): string {
  const rows = byDomain(catalogue).flatMap(([domain, definitions]) =>
    definitions.map((definition) =>
      tableRow([domains[domain].zh, `\`=${signature(definition, "en")}\``, definition.summary.zh]),
    ),
  );
  return [tableRow(["领域", "函数", "用途"]), "|---|---|---|", ...rows].join("\n");
}

/** The manual's page of a domain in Markdown: how its rules work, what is assumed, the built-in rows, the functions. */
export function domainPage(catalogue: readonly DescribedFunction[], domain: Domain): string {
  const { paragraphs, assumptions, table } = domainGuides[domain];
  const functions = catalogue.filter((definition) => definition.domain === domain);
  return [
    `# ${domains[domain].zh} ${domains[domain].en}`,
    ...paragraphs,
    `## 哪些是假设 Assumptions\n\n${assumptions.map((each) => `- ${each}`).join("\n")}`,
    ...(table ? [`## ${table.title}`, builtInTable(table)] : []),
    "## 函数 Functions",
    [
      tableRow(["函数", "用途", "依据"]),
      "|---|---|---|",
      ...functions.map(({ id, summary, source }) => tableRow([`[${id}](/docs/${id})`, summary.zh, source])),
    ].join("\n"),
  ].join("\n\n");
}

/** The manual's page of a function in Markdown. */
export const functionPage = (definition: DescribedFunction): string =>
  [
    `# ${section(definition).slice("### ".length)}`,
    `[${domains[definition.domain].zh}：规则、依据和假设](/docs/${definition.domain})`,
  ].join("\n\n");

function builtInTable({ kind, rows }: NonNullable<DomainGuide["table"]>): string {
  const fields = [...new Set([...Object.keys(kind.columns), "grade"])].filter((field) =>
    rows.some((row) => row[field] !== undefined),
  );
  return [
    tableRow(fields.map((field) => kind.columns[field]?.header ?? "等级")),
    tableRow(fields.map(() => "---")),
    ...rows.map((row) => tableRow(fields.map((field) => String(row[field] ?? "")))),
  ].join("\n");
}

/** The reference manual in Markdown: a section per function, headed by its id, then the tables of the templates. */
export function manual(catalogue: readonly DescribedFunction[], kinds: readonly TemplateKind[]): string {
  const sections = byDomain(catalogue).flatMap(([domain, definitions]) => [
    `## ${domains[domain].zh} ${domains[domain].en}`,
    ...definitions.map(section),
  ]);
  return `${[MANUAL_HEAD, functionTable(catalogue), ...sections, templateTables(catalogue, kinds)].join("\n\n")}\n`;
}

/** What stands in the table of each kind of template, with a row of examples. */
function templateTables(catalogue: readonly DescribedFunction[], kinds: readonly TemplateKind[]): string {
  const tables = kinds.flatMap(({ name, tableName, columns, takenAs }) => {
    const all = Object.values(columns);
    const users = catalogue.filter(({ parameters }) =>
      parameters.some(({ name, shape }) => name === takenAs && (shape === "range" || shape === "table")),
    );
    return [
      `### ${tableName}`,
      [
        `${name.zh} ${name.en}`,
        ...(users.length > 0 ? [`用于 ${users.map(({ id }) => id).join("、")}`] : []),
      ].join("；"),
      [
        tableRow(all.map(({ header }) => header)),
        tableRow(all.map(() => "---")),
        tableRow(all.map(({ english }) => english)),
        tableRow(all.map(({ example }) => String(example))),
      ].join("\n"),
    ];
  });
  return [TEMPLATES_HEAD, ...tables].join("\n\n");
}

const TEMPLATES_HEAD = `## 模板的表 Tables of templates

团队模板写进工作簿后是下面的表，另有一列“编号”；有函数用它时，把整张表（如 \`费率表[#All]\`）交给函数。表里能写什么，模板和函数的要求完全一样。每张表第二行是英文，第三行是例子。`;

const MANUAL_HEAD = `# 函数手册 Function reference

本手册由函数定义生成，请勿手工修改（\`pnpm generate\`）。

- ▦ 表示可以给一个单元格，也可以给一整列或一块区域，结果自动溢出到同样大小的区域；方括号里的参数可以不填。
- 空单元格、只有空格的单元格算“没填”；从导出表粘贴来的“-”在表格参数里也算没填。
- 数字可以写成 1,234.50、¥105、105元、12.3%；日期可以是真正的日期，也可以是 2026-03-28、2026/3/28、2026年3月28日。
- 表格的第一行是表头；表头里的空格、括号和单位不影响识别。也可以用“表头”参数另外指定。
- #VALUE! 表示参数有误，#N/A 表示没有人公布过（例如费率未知）；两者都带一句中文说明。
- 旧版 Excel 可能把空单元格当作 0 交给函数，无法与真正的 0 区分；遇到这种情况请更新 Excel。`;

function section(definition: DescribedFunction): string {
  const parameters = definition.parameters.map((parameter) =>
    tableRow([
      `${parameter.title} \`${parameter.name}\`${parameter.shape === "each" ? " ▦" : ""}`,
      parameter.optional ? "可选" : "必填",
      parameter.words.zh,
      parameter.words.en,
    ]),
  );
  return [
    `### ${definition.id}`,
    definition.summary.zh,
    definition.summary.en,
    `\`\`\`excel\n=${signature(definition, "zh")}\n\`\`\``,
    ["| 参数 | | 说明 | Description |", "|---|---|---|---|", ...parameters].join("\n"),
    `**结果**：${definition.returns.zh} / ${definition.returns.en}`,
    ...definition.examples.map((example) => workedExample(definition, example)),
    `**依据**：${definition.source}`,
  ].join("\n\n");
}

function workedExample(definition: DescribedFunction, example: Example): string {
  const words = example.words ? `（${example.words.zh}）` : "";
  const formula = `**例**${words}：\`${exampleFormula(definition, example)}\``;
  if (!Array.isArray(example.answer)) return `${formula} → ${cellText(example.answer as ExpectedCell)}`;
  const [head = [], ...rows] = example.answer as ExpectedCell[][];
  const lines = [
    tableRow(head.map(cellText)),
    tableRow(head.map(() => "---")),
    ...rows.map((row) => tableRow(row.map(cellText))),
  ];
  return `${formula} →\n\n${lines.join("\n")}`;
}

function cellText(cell: ExpectedCell): string {
  if (typeof cell === "object") return `${cell.error}（${cell.says}）`;
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return String(cell);
}
