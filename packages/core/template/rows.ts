import { z } from "zod";
import { readDate } from "../cells/calendar-day.ts";
import { readCellAddress } from "../cells/cell-address.ts";
import { templateColumns } from "../cells/columns.ts";
import { readNumber } from "../cells/number-text.ts";
import { ID, ID_FORM } from "./id.ts";
import { readSheetGrid } from "./sheet-grid.ts";

/** The kinds of templates (api.md, Kinds). */
export type TemplateKind = keyof typeof templateColumns;

export const templateKinds = Object.keys(templateColumns) as [TemplateKind, ...TemplateKind[]];

/** Whether this version can edit templates of the kind (T19). */
export const isKnownKind = (kind: string): kind is TemplateKind => Object.hasOwn(templateColumns, kind);

/** A row of a template: its id and the fields of its kind. */
export type TemplateRow = { readonly id: string } & Readonly<Record<string, unknown>>;

/** The part of a row that later versions have added to its kind, and that stays as it is (T19.4). */
export const unknownFields = (
  kind: string,
  row: TemplateRow | undefined,
): Readonly<Record<string, unknown>> => {
  if (!row || !isKnownKind(kind)) return {};
  const known = columnNames[kind];
  return Object.fromEntries(Object.entries(row).filter(([field]) => field !== "id" && !known?.has(field)));
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

const text = z.string({ error: "应为文本" }).max(LONGEST_TEXT, `不能超过 ${LONGEST_TEXT} 个字符`);
const isBlank = (value: unknown) => value === null || value === "";

/** What a field holds; a table's cells are read and formatted by it. */
export type FieldType = "text" | "number" | "day" | "yesNo" | "scalar";

interface Field {
  readonly holds: FieldType;
  readonly schema: z.ZodType;
}

/** A field that may be left blank: absent, null or "". */
const orBlank = ({ holds, schema }: Field): Field => ({
  holds,
  schema: z.preprocess((value) => (isBlank(value) ? undefined : value), schema.optional()).optional(),
});

const required: Field = { holds: "text", schema: text.refine((value) => value.trim() !== "", "不能为空") };
const optionalText = orBlank({ holds: "text", schema: text });
const numeric = (fits: (number: number) => boolean, words: string): Field => ({
  holds: "number",
  schema: z.custom((value) => {
    const number = readNumber(value);
    return number !== undefined && fits(number);
  }, words),
});
const notNegative = orBlank(numeric((number) => number >= 0, "应为不小于 0 的数字"));
const whole = orBlank(numeric(Number.isInteger, "应为整数"));
const isoDay: Field = {
  holds: "day",
  schema: z
    .string({ error: "应为日期，如 2026-03-28" })
    .refine(
      (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && readDate(value) !== undefined,
      "应为日期，如 2026-03-28",
    ),
};
const oneOf = (...words: [string, ...string[]]): Field => ({
  holds: "text",
  schema: z.enum(words, { error: `应为 ${words.join("、")} 之一` }),
});
const yesNo: Field = {
  holds: "yesNo",
  schema: z.union([z.boolean(), z.enum(["是", "否"])], { error: "应为“是”或“否”" }),
};
const scalar: Field = {
  holds: "scalar",
  schema: z.union([text, z.number(), z.boolean()], { error: "应为文本、数字或是否" }),
};
const DATE_RULE =
  /^(?:\d{1,2}-\d{1,2}|\d{4}-\d{2}-\d{2}|农历\s*闰?\d{1,2}-\d{1,2}|节气\s*\p{Script=Han}{2}|\d{1,2}月第[1-5一二三四五]个(?:周|星期)[一二三四五六日天])$/u;
const dateRule: Field = {
  holds: "text",
  schema: required.schema.refine(
    (value) => DATE_RULE.test(String(value).trim()),
    "应写成 03-28、农历 01-01、节气 立秋、2026-05-20 或 11月第4个周五",
  ),
};

type Fields = Readonly<Record<string, Field>>;

const fieldsOf: Readonly<Record<TemplateKind, Fields>> = {
  "listing-rules": {
    check: required,
    star: numeric((star) => Number.isInteger(star) && star >= 1 && star <= 7, "应为 1 到 7 的整数"),
    operator: required,
    value: orBlank(scalar),
    weight: orBlank(numeric((weight) => weight > 0, "应为大于 0 的数字")),
    source: optionalText,
    grade: optionalText,
  },
  "payment-rates": {
    method: required,
    rate: notNegative,
    fixedFee: notNegative,
    minimum: notNegative,
    maximum: notNegative,
    payer: orBlank(oneOf("卖家", "买家")),
    base: orBlank(oneOf("货款", "货款+运费")),
    validFrom: orBlank(isoDay),
    validTo: orBlank(isoDay),
    source: optionalText,
  },
  "activity-plan": {
    activity: required,
    dateRule,
    days: orBlank(numeric((days) => Number.isInteger(days) && days >= 1, "应为不小于 1 的整数")),
    industries: optionalText,
    enrolFrom: whole,
    enrolTo: whole,
    stockReady: whole,
    warmUpFrom: whole,
    review: whole,
    enabled: orBlank(yesNo),
    owner: optionalText,
    note: optionalText,
    source: optionalText,
  },
  holidays: { date: isoDay, name: optionalText, type: oneOf("休", "班"), source: optionalText },
  "word-list": {
    word: required,
    use: oneOf("违禁", "关键词", "品牌"),
    weight: orBlank(numeric(() => true, "应为数字")),
  },
  requirements: {
    activity: required,
    metric: required,
    operator: oneOf(">=", "<=", "=", "包含"),
    value: {
      holds: "scalar",
      schema: z.union([required.schema, z.number(), z.boolean()], { error: "应为文本、数字或是否" }),
    },
  },
  sheet: {
    cell: {
      holds: "text",
      schema: text.refine(
        (value) => readCellAddress(value) !== undefined,
        "应为单元格地址，如 A1，最大 XFD1048576",
      ),
    },
    content: orBlank(scalar),
    format: optionalText,
  },
} satisfies { [Kind in TemplateKind]: Record<(typeof templateColumns)[Kind][number]["field"], Field> };

/** What a field of a kind holds. */
export const fieldType = (kind: TemplateKind, field: string): FieldType =>
  fieldsOf[kind][field]?.holds ?? "text";

const rowId = z.string({ error: "应为文本" }).regex(ID, `应为 ${ID_FORM}`);

/** What a row of each kind holds. */
export const rowSchemas: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  Object.entries(fieldsOf).map(([kind, fields]) => {
    const schemas = Object.entries(fields).map(([field, { schema }]) => [field, schema]);
    return [
      kind,
      z.strictObject({ id: rowId, ...Object.fromEntries(schemas) }, { error: "每一行应是一个对象" }),
    ];
  }),
);

const columnNames: Readonly<Record<string, ReadonlyMap<string, string>>> = Object.fromEntries(
  Object.entries(templateColumns).map(([kind, columns]) => [
    kind,
    new Map<string, string>(columns.map(({ field, column }) => [field, column])),
  ]),
);

/**
 * Checks a template's rows as a whole (T9): every bad cell by row, column and reason; nothing is dropped.
 *
 * An empty list means that the rows are valid. `schemas` may be a compiled form of the kinds' own.
 */
export function rowErrors(
  kind: string,
  rows: readonly unknown[],
  schemas: typeof rowSchemas = rowSchemas,
): RowError[] {
  const errors: RowError[] = [];
  if (rows.length > MOST_ROWS) {
    return [
      {
        row: MOST_ROWS + 1,
        column: "",
        message: `一个模板最多 ${MOST_ROWS} 行，现有 ${rows.length} 行，请分成几个模板`,
      },
    ];
  }
  const firstRowOf = new Map<string, number>();
  const columnOf = (field: PropertyKey | undefined) =>
    (isKnownKind(kind) ? columnNames[kind]?.get(String(field ?? "")) : undefined) ?? String(field ?? "");
  for (const [index, row] of rows.entries()) {
    const result = isKnownKind(kind) ? schemas[kind]?.safeParse(row) : undefined;
    for (const issue of result?.error?.issues ?? []) {
      const fields = issue.code === "unrecognized_keys" ? issue.keys : [issue.path[0]];
      for (const field of fields) {
        const value = (row as Record<PropertyKey, unknown> | null)?.[field ?? ""];
        const isMissing = issue.code === "invalid_type" && field !== undefined && value === undefined;
        const message =
          issue.code === "unrecognized_keys"
            ? "没有这个字段，请删除"
            : isMissing
              ? "必须填写"
              : issue.message;
        errors.push({ row: index + 1, column: columnOf(field), message });
      }
    }
    const id = (row as { id?: unknown } | null)?.id;
    if (typeof id !== "string") continue;
    const first = firstRowOf.get(id);
    if (first === undefined) firstRowOf.set(id, index + 1);
    else errors.push({ row: index + 1, column: "id", message: `与第 ${first} 行的 id 重复` });
  }
  if (kind !== "sheet" || errors.length > 0) return errors;
  const grid = readSheetGrid(rows);
  return "errors" in grid ? [...grid.errors] : errors;
}
