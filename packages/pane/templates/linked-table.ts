import { type CellPlace, cellAddress, readCellAddress } from "@sevenstar/core/cells/cell-address";
import {
  findKind,
  isKnownKind,
  type KindId,
  MOST_ROWS,
  type RowError,
  rowErrors,
  type TemplateRow,
} from "@sevenstar/core/template/rows";
import { sameContent } from "@sevenstar/core/template/same-content";
import { readSheetGrid } from "@sevenstar/core/template/sheet-grid";
import { ID_COLUMN, readTableForm, tableForm } from "@sevenstar/core/template/table-form";
import type { Content } from "@sevenstar/core/template/wire/template";
import type {
  Answer,
  AreaStyle,
  HostProblem,
  JsonValue,
  SheetHost,
  SheetValue,
  WrittenCell,
} from "../sheet-host/sheet-host.ts";
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
  const kind = findKind(content.kind);
  if (!kind) return READ_ONLY;
  const links = await readLinks(host);
  if ("problem" in links) return links;
  const { table } = links.find((link) => link.id === id) ?? { table: freeName(kind.tableName, links) };
  const { headers, formats, rows } = tableForm(kind.id, content.rows);
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

/** A worksheet template becomes a sheet of its own: texts, numbers and formulas at their addresses, with their formats. */
async function writeWorksheet(
  host: SheetHost,
  { name, rows }: Content,
): Promise<Answer<{ readonly address: string }>> {
  const grid = readSheetGrid(rows);
  if ("errors" in grid) {
    const [{ row, message } = { row: 0, message: "" }] = grid.errors;
    return { problem: `“${name}”没有写入：第 ${row} 行的位置${message}，改好模板再试。` };
  }
  const { places, rowCount, columnCount } = grid;
  const cells: WrittenCell[][] = Array.from({ length: Math.max(1, rowCount) }, () =>
    new Array<WrittenCell>(Math.max(1, columnCount)).fill(null),
  );
  const areas: { area: string; style: AreaStyle }[] = [];
  const contents = new Map<string, readonly unknown[]>();
  for (const [index, { row, column }] of places.entries()) {
    const { content, format } = rows[index] as TemplateRow;
    const cell = contentCell(content);
    if (cell === undefined) {
      return { problem: `“${name}”没有写入：${cellAddress(row, column)} 的内容放不进单元格，改好模板再试。` };
    }
    const before = contents.get(cellAddress(row, column));
    if (before !== undefined && (before[0] !== content || before[1] !== format)) {
      return {
        problem: `“${name}”没有写入：模板里 ${cellAddress(row, column)} 有两行，内容不同，请把选中的区域重新存成模板。`,
      };
    }
    contents.set(cellAddress(row, column), [content, format]);
    (cells[row] as WrittenCell[])[column] = cell;
    if (typeof format === "string" && format !== "") {
      areas.push({ area: cellAddress(row, column), style: { numberFormat: format } });
    }
  }
  return host.writeSheet({ name: name.slice(0, 31), rows: cells, areas });
}

/** What a worksheet template's content puts into its cell; "=…" is a formula unless an apostrophe stands before it. */
function contentCell(content: unknown): WrittenCell | undefined {
  if (content === undefined || content === null) return null;
  if (typeof content === "number" || typeof content === "boolean") return content;
  if (typeof content !== "string") return undefined;
  if (content.startsWith("'")) return content.slice(1);
  return content.startsWith("=") ? { formula: content } : content;
}

/** The content of a cell as a worksheet template keeps it. */
function cellContent(cell: WrittenCell): SheetValue {
  if (cell === null) return null;
  if (typeof cell === "object") return cell.formula;
  return typeof cell === "string" && /^['=]/.test(cell) ? `'${cell}` : cell;
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

/** Reads the selected range as a new template of a kind; a worksheet's takes any range as it is. */
export async function readSelected(
  host: SheetHost,
  kind: KindId,
  newId: () => string,
): Promise<
  { readonly rows: readonly TemplateRow[] } | { readonly problems: readonly CellProblem[] } | HostProblem
> {
  if (kind === "sheet") return readWorksheet(host, newId);
  const answer = await host.readSelection();
  if ("problem" in answer) return answer;
  const reading = readTableForm(kind, answer.values, [], newId);
  return "errors" in reading
    ? { problems: cellProblems(reading.errors, answer, (answer.values[0] ?? []).map(String)) }
    : { rows: reading.rows };
}

/** Every selected cell that holds something or has a number format, by its address in the sheet. */
async function readWorksheet(
  host: SheetHost,
  newId: () => string,
): Promise<
  { readonly rows: readonly TemplateRow[] } | { readonly problems: readonly CellProblem[] } | HostProblem
> {
  const answer = await host.readSelectedCells();
  if ("problem" in answer) return answer;
  const { sheet, row: top, column: left } = startOf(answer.address);
  const rows: TemplateRow[] = [];
  for (const [r, line] of answer.cells.entries()) {
    for (const [c, cell] of line.entries()) {
      const [content, format] = [cellContent(cell), answer.numberFormats[r]?.[c] ?? ""];
      const hasFormat = format !== "" && format !== "General";
      if (content === null && !hasFormat) continue;
      rows.push({
        id: newId(),
        cell: cellAddress(top + r, left + c),
        ...(content === null ? {} : { content }),
        ...(hasFormat ? { format } : {}),
      });
    }
  }
  if (rows.length === 0) return { problem: "选中的区域是空的，请先选中要存成模板的格子。" };
  if (rows.length > MOST_ROWS) {
    return {
      problem: `选中的区域有 ${rows.length.toLocaleString("en")} 个有内容的格子，一个模板最多 ${MOST_ROWS.toLocaleString("en")} 个，请少选一些。`,
    };
  }
  const problems = rowErrors("sheet", rows).map(({ row, column, message }) => {
    const cell = String(rows[row - 1]?.["cell"] ?? "");
    return { sentence: `${cell} 的${column}${message}。`, sheet, cell };
  });
  return problems.length > 0 ? { problems } : { rows };
}

/** The sheet of an address such as '大促 2026'!B2:G6, and its first cell. */
function startOf(address: string): CellPlace & { readonly sheet: string } {
  const mark = address.lastIndexOf("!");
  const sheet = address
    .slice(0, Math.max(0, mark))
    .replace(/^'(.*)'$/, "$1")
    .replaceAll("''", "'");
  const first = address.slice(mark + 1).split(":")[0] ?? "";
  return { sheet, ...(readCellAddress(first) ?? { row: 0, column: 0 }) };
}

/** The errors of a read range as sentences that name the row of the sheet and the column, with their cells. */
function cellProblems(
  errors: readonly RowError[],
  { address, rowNumbers }: { readonly address: string; readonly rowNumbers?: readonly number[] },
  headers: readonly string[],
): CellProblem[] {
  const { sheet, row: top, column: left } = startOf(address);
  const headerRow = top + 1;
  return errors.map(({ row, column, message }) => {
    const number = row === 0 ? headerRow : (rowNumbers?.[row - 1] ?? headerRow + row);
    const place = Math.max(
      0,
      headers.findIndex((header) => header.trim() === column),
    );
    const sentence = row === 0 ? `“${column}”${message}。` : `第 ${number} 行“${column}”${message}。`;
    return { sentence, sheet, cell: cellAddress(number - 1, left + place) };
  });
}
