import { isBlankInTable } from "../exports/blank.ts";
import { readNumber } from "../exports/number-text.ts";
import { readYesNo } from "../exports/yes-no.ts";
import { isHostError, plainValue } from "../functions/cell.ts";
import type { Table } from "../functions/table.ts";
import { readLogoPosition, readSeconds, readShorterSide } from "./listing-cells.ts";
import { type ListingField, listingFields } from "./listing-fields.ts";
import type { Limit, RuleOfSet } from "./rule-set.ts";
import { titleLength } from "./title-length.ts";

/** What a check says of a row; `bad` is a text where a number or a yes/no word should stand, or an error value. */
export type Outcome = "pass" | "fail" | "unknown" | "bad";

type Row = readonly unknown[];

/** A rule, bound to the columns of one table. */
export interface CompiledCheck {
  readonly rule: RuleOfSet;
  /** The columns that the check reads. */
  readonly fields: readonly ListingField[];
  readonly outcome: (row: Row) => Outcome;
  /** The value that was judged, in words. */
  readonly actual: (row: Row) => string;
}

/** A number, undefined for a blank cell or a missing column, NaN for a text that is none. */
type NumberReader = (row: Row) => number | undefined;

type ListingTable = Table<typeof listingFields>;

/** The plain value of a cell; undefined where it is blank or has no column. */
const cellReader = (table: ListingTable, field: ListingField) => {
  const column = table.columns.get(field) ?? -1;
  return (row: Row): unknown => {
    let value = row[column];
    if (typeof value === "object") value = plainValue(value);
    return typeof value !== "number" && isBlankInTable(value) ? undefined : value;
  };
};

function numberReader(
  table: ListingTable,
  field: ListingField,
  read: (value: unknown) => number | undefined = readNumber,
): NumberReader {
  const column = table.columns.get(field);
  if (column === undefined) return () => undefined;
  const cell = cellReader(table, field);
  return (row) => {
    const raw = row[column];
    if (typeof raw === "number") return raw;
    const value = cell(row);
    return value === undefined ? undefined : (read(value) ?? Number.NaN);
  };
}

function judge(
  value: number | undefined,
  limit: Limit | undefined,
  other: NumberReader | undefined,
  row: Row,
): Outcome {
  if (value === undefined) return "unknown";
  if (Number.isNaN(value)) return "bad";
  if (limit?.kind === "bounds") {
    const { min, max, isOpen } = limit;
    return (isOpen ? value > min && value < max : value >= min && value <= max) ? "pass" : "fail";
  }
  const least = other?.(row);
  if (least === undefined) return "unknown";
  if (Number.isNaN(least)) return "bad";
  return value >= least ? "pass" : "fail";
}

/** Binds a rule to a table's columns. */
export function compileCheck(rule: RuleOfSet, table: ListingTable): CompiledCheck {
  const { how, limit } = rule;
  const text = (field: ListingField) => {
    const cell = cellReader(table, field);
    return (row: Row) => String(cell(row) ?? "").trim();
  };
  const ofNumber = (fields: readonly ListingField[], value: NumberReader, actual: (row: Row) => string) => {
    const other = limit?.kind === "column" ? numberReader(table, limit.field) : undefined;
    const needed = limit?.kind === "column" ? [...fields, limit.field] : fields;
    return { rule, fields: needed, outcome: (row: Row) => judge(value(row), limit, other, row), actual };
  };

  switch (how.reads) {
    case "titleLength": {
      const length = titleLengthReader(table);
      return ofNumber(["title"], length, (row) => `${length(row)} 个字符`);
    }
    case "words":
      return bannedWords(rule, table);
    case "number":
      return ofNumber([how.field], numberReader(table, how.field), (row) =>
        `${text(how.field)(row)} ${how.unit}`.trim(),
      );
    case "seconds": {
      const seconds = numberReader(table, "videoSeconds", readSeconds);
      const check = ofNumber(["videoSeconds"], seconds, (row) => `${seconds(row)} 秒`);
      return { ...check, outcome: (row) => ((seconds(row) ?? 1) <= 0 ? "fail" : check.outcome(row)) };
    }
    case "imageSides":
      return imageSides(rule, table);
    case "logo":
      return logo(rule, table);
    case "yesNo": {
      const column = table.columns.get(how.field) ?? -1;
      const cell = cellReader(table, how.field);
      const [yes, no]: Outcome[] = rule.expected ? ["pass", "fail"] : ["fail", "pass"];
      const outcome = (row: Row): Outcome => {
        const raw = row[column];
        if (raw === "是") return yes as Outcome;
        if (raw === "否") return no as Outcome;
        const value = cell(row);
        if (value === undefined) return "unknown";
        const answer = readYesNo(value);
        return (answer === undefined ? "bad" : answer ? yes : no) as Outcome;
      };
      return { rule, fields: [how.field], outcome, actual: text(how.field) };
    }
    case "presence": {
      const cell = cellReader(table, how.field);
      const outcome = (row: Row): Outcome => {
        const value = cell(row);
        return value === undefined ? "unknown" : isHostError(value) ? "bad" : "pass";
      };
      return { rule, fields: [how.field], outcome, actual: text(how.field) };
    }
  }
}

/** The title of a row as text; undefined where it is blank, an error value as it is. */
function titleReader(table: ListingTable): (row: Row) => unknown {
  const cell = cellReader(table, "title");
  return (row) => {
    const value = cell(row);
    return value === undefined || typeof value === "string" || isHostError(value) ? value : String(value);
  };
}

/** The weighted length of a row's title; NaN for an error value. */
function titleLengthReader(table: ListingTable): NumberReader {
  const title = titleReader(table);
  return (row) => {
    const value = title(row);
    return typeof value === "string" ? titleLength(value) : value === undefined ? undefined : Number.NaN;
  };
}

function bannedWords(rule: RuleOfSet, table: ListingTable): CompiledCheck {
  const title = titleReader(table);
  const pattern = new RegExp(
    rule.words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"),
    "i",
  );
  const found = (value: string) => {
    const hits = rule.words.filter((word) => value.toLowerCase().includes(word.toLowerCase()));
    return hits.filter((word) => !hits.some((longer) => longer !== word && longer.includes(word)));
  };
  return {
    rule,
    fields: ["title"],
    outcome: (row) => {
      const value = title(row);
      if (value === undefined) return "unknown";
      return typeof value !== "string" ? "bad" : pattern.test(value) ? "fail" : "pass";
    },
    actual: (row) => `含“${found(String(title(row) ?? "")).join("、")}”`,
  };
}

function imageSides(rule: RuleOfSet, table: ListingTable): CompiledCheck {
  const width = numberReader(table, "imageWidth", readShorterSide);
  const height = numberReader(table, "imageHeight", readShorterSide);
  const size = numberReader(table, "imageSize", readShorterSide);
  const hasSides = table.columns.has("imageWidth") || table.columns.has("imageHeight");
  const sidesOf = (row: Row) => {
    const [w, h] = [width(row), height(row)];
    return w === undefined && h === undefined ? ([size(row), 0] as const) : ([w, h] as const);
  };
  const outcome = (row: Row): Outcome => {
    const [w, h] = [width(row), height(row)];
    if (w === undefined && h === undefined) return judge(size(row), rule.limit, undefined, row);
    const first = judge(w, rule.limit, undefined, row);
    const second = judge(h, rule.limit, undefined, row);
    for (const worst of ["bad", "fail", "unknown"] as const)
      if (first === worst || second === worst) return worst;
    return "pass";
  };
  const fields: ListingField[] =
    hasSides || !table.columns.has("imageSize") ? ["imageWidth", "imageHeight"] : ["imageSize"];
  const actual = (row: Row) => {
    const [w, h] = sidesOf(row);
    const cells = (["imageWidth", "imageHeight", "imageSize"] as const).map((field) =>
      cellReader(table, field)(row),
    );
    if (Number.isNaN(w) || Number.isNaN(h)) return cells.filter((cell) => cell !== undefined).join("×");
    return h === 0 ? `最短边 ${w} 像素` : `${w ?? "?"}×${h ?? "?"} 像素`;
  };
  return { rule, fields, outcome, actual };
}

function logo(rule: RuleOfSet, table: ListingTable): CompiledCheck {
  const position = cellReader(table, "logoPosition");
  const width = numberReader(table, "logoWidth", readShorterSide);
  const height = numberReader(table, "logoHeight", readShorterSide);
  const hasColumns = (["logoPosition", "logoWidth", "logoHeight"] as const).some((field) =>
    table.columns.has(field),
  );
  const outcome = (row: Row): Outcome => {
    if (!hasColumns) return "pass";
    const where = position(row);
    if (where !== undefined && isHostError(where)) return "bad";
    const stands = where === undefined ? undefined : readLogoPosition(where);
    if (stands === "none") return "pass";
    const [w, h] = [width(row), height(row)];
    if (stands === undefined && w === undefined && h === undefined) return "pass";
    const sides = [judge(w, rule.limit, undefined, row), judge(h, rule.limit, undefined, row)];
    if (sides.includes("bad")) return "bad";
    if (stands === "elsewhere" || sides.includes("fail")) return "fail";
    return stands === undefined || sides.includes("unknown") ? "unknown" : "pass";
  };
  const shown = (field: ListingField, row: Row) => String(cellReader(table, field)(row) ?? "?");
  const actual = (row: Row) =>
    `${shown("logoPosition", row)} ${shown("logoWidth", row)}×${shown("logoHeight", row)} 像素`;
  const fields = (["logoPosition", "logoWidth", "logoHeight"] as const).filter((field) =>
    table.columns.has(field),
  );
  return { rule, fields, outcome, actual };
}

/** The usual header of a field. */
export const headerOf = (field: ListingField): string => listingFields[field].header;
