import {
  isKnownKind,
  type RowError,
  type TemplateKind,
  type TemplateRow,
} from "@sevenstar/core/template/rows";
import { sameContent } from "@sevenstar/core/template/same-content";
import { ID_COLUMN, readTableForm, tableForm } from "@sevenstar/core/template/table-form";
import type { Content } from "@sevenstar/core/template/template";
import { cellAddress, columnNumber } from "../plan/cell-address.ts";
import type { Answer, HostProblem, JsonValue, SheetHost } from "../sheet-host.ts";
import { kindWords } from "./kind-words.ts";
import { templateTexts } from "./template-texts.ts";

/** Which template stands in a table of the workbook, and with which content; it is kept inside the workbook. */
export interface TableLink {
  readonly id: string;
  readonly table: string;
  /** What the table was last written with: edits are what differs from it. */
  readonly content: Content;
}

/** A table's edits: none, a new content, or the cells that are wrong. */
export type TableEdits =
  | { readonly content: Content; readonly isEdited: boolean }
  | { readonly problems: readonly CellProblem[] };

/** What is wrong with one cell, in a sentence, and where the cell is. */
export interface CellProblem {
  readonly sentence: string;
  readonly sheet: string;
  /** Such as B12. */
  readonly cell: string;
}

const READ_ONLY: HostProblem = { problem: templateTexts.readOnly.zh };
const DOCUMENT = "templates";

/** The links that the workbook keeps. */
export async function readLinks(host: SheetHost): Promise<readonly TableLink[] | HostProblem> {
  const answer = await host.readDocument(DOCUMENT);
  if ("problem" in answer) return answer;
  const { document } = answer;
  return Array.isArray(document) ? (document as unknown as TableLink[]) : [];
}

async function keepLink(host: SheetHost, link: TableLink): Promise<Answer<object>> {
  const links = await readLinks(host);
  if ("problem" in links) return links;
  const others = links.filter(({ id, table }) => id !== link.id && table !== link.table);
  return host.writeDocument(DOCUMENT, [...others, link] as unknown as JsonValue);
}

/** Writes a template as the table of its kind that formulas take, and keeps what it was written with. */
export async function writeTemplate(
  host: SheetHost,
  id: string,
  content: Content,
): Promise<Answer<{ readonly address: string }>> {
  if (content.kind === "sheet") return writeWorksheet(host, content);
  const { kind } = content;
  if (!isKnownKind(kind)) return READ_ONLY;
  const links = await readLinks(host);
  if ("problem" in links) return links;
  const { table } = links.find((link) => link.id === id) ?? {
    table: freeName(kindWords[kind].table, links),
  };
  const { headers, formats, rows } = tableForm(kind, content.rows);
  const written = await host.writeTable({
    name: table,
    sheet: table,
    key: ID_COLUMN,
    columns: headers.map((header, index) => ({
      header,
      numberFormat: formats[index] ?? "@",
      width: header === ID_COLUMN ? 90 : 120,
    })),
    rows,
  });
  if ("problem" in written) return written;
  const kept = await keepLink(host, { id, table, content });
  return "problem" in kept ? (kept as HostProblem) : written;
}

/** A second template of a kind gets a table of its own. */
function freeName(name: string, links: readonly TableLink[]): string {
  for (let count = 1; ; count++) {
    const each = count === 1 ? name : `${name}${count}`;
    if (!links.some(({ table }) => table === each)) return each;
  }
}

/** A worksheet template becomes a sheet of its own: texts, numbers and formulas at their addresses. */
function writeWorksheet(
  host: SheetHost,
  { name, rows }: Content,
): Promise<Answer<{ readonly address: string }>> {
  const cells = rows.flatMap((row) => {
    const [, letters = "", digits = ""] = /^([A-Z]{1,3})(\d+)$/i.exec(String(row["cell"] ?? "")) ?? [];
    return digits
      ? [{ row: Number(digits) - 1, column: columnNumber(letters), content: row["content"] }]
      : [];
  });
  const height = Math.max(1, ...cells.map(({ row }) => row + 1));
  const width = Math.max(1, ...cells.map(({ column }) => column + 1));
  const grid = Array.from({ length: height }, () => new Array(width).fill(null));
  for (const { row, column, content } of cells) {
    const line = grid[row];
    if (!line) continue;
    line[column] =
      typeof content === "string" && content.startsWith("=") ? { formula: content } : (content ?? null);
  }
  return host.writeSheet({ name: name.slice(0, 31), rows: grid });
}

/** Reads what a merchant made of a template's table. */
export async function readEdits(
  host: SheetHost,
  { table, content }: TableLink,
  newId: () => string,
): Promise<TableEdits | HostProblem> {
  const answer = await host.readTable(table);
  if ("problem" in answer) return answer;
  const { kind, name } = content;
  if (!isKnownKind(kind)) return READ_ONLY;
  const reading = readTableForm(kind, [answer.headers, ...answer.rows], content.rows, newId);
  if ("errors" in reading) return { problems: cellProblems(reading.errors, answer, answer.headers) };
  const edited: Content = { kind, name, rows: reading.rows };
  return { content: edited, isEdited: !sameContent(edited, content) };
}

/** Reads the selected range as a new template of a kind. */
export async function readSelected(
  host: SheetHost,
  kind: TemplateKind,
  newId: () => string,
): Promise<
  { readonly rows: readonly TemplateRow[] } | { readonly problems: readonly CellProblem[] } | HostProblem
> {
  const answer = await host.readSelection();
  if ("problem" in answer) return answer;
  const reading = readTableForm(kind, answer.values, [], newId);
  return "errors" in reading
    ? { problems: cellProblems(reading.errors, answer, (answer.values[0] ?? []).map(String)) }
    : { rows: reading.rows };
}

/** The errors of a read range as sentences that name the row of the sheet and the column, with their cells. */
function cellProblems(
  errors: readonly RowError[],
  { address, rowNumbers }: { readonly address: string; readonly rowNumbers?: readonly number[] },
  headers: readonly string[],
): CellProblem[] {
  const [, quoted = "", letters = "A", digits = "1"] = /^(.*)!\$?([A-Z]+)\$?(\d+)/.exec(address) ?? [];
  const sheet = quoted.replace(/^'(.*)'$/, "$1").replaceAll("''", "'");
  const headerRow = Number(digits);
  return errors.map(({ row, column, message }) => {
    const number = row === 0 ? headerRow : (rowNumbers?.[row - 1] ?? headerRow + row);
    const place = Math.max(
      0,
      headers.findIndex((header) => header.trim() === column),
    );
    const sentence = row === 0 ? `“${column}”${message}。` : `第 ${number} 行“${column}”${message}。`;
    return { sentence, sheet, cell: cellAddress(number - 1, columnNumber(letters) + place) };
  });
}
