import type { FieldType, KindColumn, TemplateKind } from "../cells/define-template-kind.ts";
import { RowReader } from "../cells/row-reader.ts";
import { ID, ID_FORM } from "./id.ts";
import { templateKinds } from "./template-kinds.ts";

/** The id of a kind of template. */
export type KindId = (typeof templateKinds)[number]["id"];

export const kindIds = templateKinds.map(({ id }) => id) as [KindId, ...KindId[]];

const kinds: ReadonlyMap<string, TemplateKind<KindId>> = new Map(
  templateKinds.map((kind): [string, TemplateKind<KindId>] => [kind.id, kind]),
);

/** The kind with an id; undefined where this version does not know it (T19). */
export const findKind = (id: string): TemplateKind<KindId> | undefined => kinds.get(id);

/** The kind with a known id. */
export const kindOf = (id: KindId): TemplateKind<KindId> => kinds.get(id) as TemplateKind<KindId>;

/** Whether this version can edit templates of the kind (T19). */
export const isKnownKind = (id: string): id is KindId => kinds.has(id);

/** A row of a template: its id and the fields of its kind. */
export type TemplateRow = { readonly id: string } & Readonly<Record<string, unknown>>;

/** The part of a row that later versions have added to its kind, and that stays as it is (T19.4). */
export const unknownFields = (
  kind: string,
  row: TemplateRow | undefined,
): Readonly<Record<string, unknown>> => {
  const known = findKind(kind)?.columns;
  if (!row || !known) return {};
  return Object.fromEntries(
    Object.entries(row).filter(([field]) => field !== "id" && !Object.hasOwn(known, field)),
  );
};

/** A row without the fields of later versions, as its kind's reader takes it. */
export const knownRow = (kind: string, row: TemplateRow): TemplateRow => {
  const strange = Object.keys(unknownFields(kind, row));
  if (strange.length === 0) return row;
  return {
    ...Object.fromEntries(Object.entries(row).filter(([field]) => !strange.includes(field))),
    id: row.id,
  };
};

/** What is wrong with one cell of a template; rows count from 1, the column is the table's. */
export interface RowError {
  readonly row: number;
  readonly column: string;
  readonly message: string;
}

/** More rows than this are refused (T12). */
export const MOST_ROWS = 5000;

const LONGEST_TEXT = 2000;

/** How JSON carries what a field holds, and what to say of anything else. */
const carried: Readonly<Record<FieldType, { readonly types: readonly string[]; readonly words: string }>> = {
  text: { types: ["string"], words: "应为文本" },
  number: { types: ["number", "string"], words: "应为数字" },
  day: { types: ["string"], words: "应为日期，如 2026-03-28" },
  dayRule: { types: ["string"], words: "应为文本" },
  yesNo: { types: ["boolean", "number", "string"], words: "应为“是”或“否”" },
  scalar: { types: ["string", "number", "boolean"], words: "应为文本、数字或是否" },
};

/** Why a value is none that the column may hold, whatever its kind reads in it; undefined where it is one. */
function misfit({ holds }: KindColumn, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const { types, words } = carried[holds];
  if (!types.includes(typeof value) || Number.isNaN(value)) return words;
  const isLong = typeof value === "string" && value.length > LONGEST_TEXT;
  return isLong ? `不能超过 ${LONGEST_TEXT} 个字符` : undefined;
}

/** A complaint without the end that whoever repeats it puts there. */
const complaint = (message: string): string => message.replace(/(?:，请(?:改正|填写))?。$/, "");

type CellError = readonly [field: string, message: string];

/** What is wrong with a row by itself, its cells in table order. */
function cellErrors(kind: TemplateKind, row: Readonly<Record<string, unknown>>): CellError[] {
  const { columns } = kind;
  const errors: CellError[] = [];
  for (const field in columns) {
    const message = misfit(columns[field] as KindColumn, row[field]);
    if (message !== undefined) errors.push([field, message]);
  }
  const misfits = new Set(errors.map(([field]) => field));
  const reader = new RowReader(columns, (field) => (misfits.has(field) ? undefined : row[field]));
  kind.readRow(reader);
  for (const { field, refusal } of reader.refusals) {
    if (!misfits.has(field)) errors.push([field, complaint(refusal.message)]);
  }
  if (errors.length > 1) {
    const order = Object.keys(columns);
    errors.sort(([left], [right]) => order.indexOf(left) - order.indexOf(right));
  }
  for (const field in row) {
    if (field !== "id" && !Object.hasOwn(columns, field)) errors.push([field, "没有这个字段，请删除"]);
  }
  return errors;
}

/** What is wrong with a row's id. */
function idError(id: unknown): string | undefined {
  if (id === undefined) return "必须填写";
  if (typeof id !== "string") return "应为文本";
  return ID.test(id) ? undefined : `应为 ${ID_FORM}`;
}

/**
 * Checks a template's rows as a whole (T9): every bad cell by row, column and reason; nothing is dropped. A row is read
 * as the formulas read it that take the kind's table.
 *
 * An empty list means that the rows are valid. What `stands` already is let through: an earlier version may have taken
 * what this one refuses, and an edit elsewhere does not answer for it.
 */
export function rowErrors(
  kindId: string,
  rows: readonly unknown[],
  stands: (row: TemplateRow) => boolean = () => false,
): RowError[] {
  if (rows.length > MOST_ROWS) {
    const message = `一个模板最多 ${MOST_ROWS} 行，现有 ${rows.length} 行，请分成几个模板`;
    return [{ row: MOST_ROWS + 1, column: "", message }];
  }
  const kind = findKind(kindId);
  const errors: RowError[] = [];
  const firstRowOf = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const refuse = (column: string, message: string) => errors.push({ row: index + 1, column, message });
    if (typeof row !== "object" || row === null || Array.isArray(row)) {
      refuse("", "每一行应是一个对象");
      continue;
    }
    const { id } = row as { readonly id?: unknown };
    const wrong = kind && idError(id);
    if (wrong !== undefined) refuse("id", wrong);
    const bad = kind ? cellErrors(kind, row as TemplateRow) : [];
    if (bad.length > 0 && !stands(row as TemplateRow)) {
      for (const [field, message] of bad) refuse(kind?.columns[field]?.header ?? field, message);
    }
    if (typeof id !== "string") continue;
    const first = firstRowOf.get(id);
    if (first === undefined) firstRowOf.set(id, index + 1);
    else refuse("id", `与第 ${first} 行的 id 重复`);
  }
  if (!kind?.acrossRows || errors.length > 0) return errors;
  return kind.acrossRows(rows as TemplateRow[]).map(({ row, field, message }) => ({
    row,
    column: kind.columns[field]?.header ?? field,
    message,
  }));
}
