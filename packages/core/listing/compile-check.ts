import { isBlankInTable } from "../cells/blank.ts";
import { isHostError, plainValue } from "../cells/cell.ts";
import { inUnit } from "../cells/header-unit.ts";
import type { Table } from "../cells/table.ts";
import { wordFinder } from "./banned-words.ts";
import { cellKinds, readLogoPosition } from "./listing-cells.ts";
import { type ListingField, listingFields } from "./listing-fields.ts";
import type { RuleOfSet } from "./rule-set.ts";
import { titleLength } from "./title-length.ts";

/** What a check says of a row; `bad` is an error value, or a text where a number or a yes/no word should stand. */
export type Outcome = "pass" | "fail" | "unknown" | "bad";

export type ListingTable = Table<typeof listingFields>;
type Row = readonly unknown[];

/** A rule, bound to the columns of one table. */
export interface CompiledCheck {
  readonly rule: RuleOfSet;
  /** The columns without which the check is unknown. */
  readonly needs: readonly ListingField[];
  /** The columns that the check reads. */
  readonly reads: readonly ListingField[];
  readonly outcome: (row: Row) => Outcome;
  /** What is, what should be and what to do, for a row that fails. */
  readonly advice: (row: Row) => string;
}

/** A number, undefined for a blank cell or a missing column, NaN for what cannot be read. */
type NumberReader = (row: Row) => number | undefined;
type Judge = (value: number | undefined) => Outcome;

/** Reads the plain value of a field, undefined where it is blank or has no column. */
export function cellReader(table: ListingTable, field: ListingField): (row: Row) => unknown {
  const column = table.columns.get(field) ?? -1;
  const unit = table.units.get(field);
  const isWord = listingFields[field].holds === "text";
  return (row) => {
    let value = row[column];
    if (typeof value === "object") value = plainValue(value);
    // A word that is 0 is a blank cell, as some hosts hand one over (G16).
    return isBlankInTable(value) || (isWord && value === 0) ? undefined : inUnit(value, unit);
  };
}

/** The text of a cell as the spreadsheet shows it. */
export const shownText = (value: unknown): string =>
  typeof value === "boolean" ? String(value).toUpperCase() : String(value ?? "");

function numberReader(table: ListingTable, field: ListingField): NumberReader {
  if (field === "title") return titleLengthReader(table);
  const column = table.columns.get(field);
  if (column === undefined) return () => undefined;
  const cell = cellReader(table, field);
  const { holds } = listingFields[field];
  const { read } = cellKinds[holds];
  const isPlain = holds !== "seconds" && !table.units.has(field);
  return (row) => {
    const raw = row[column];
    if (isPlain && typeof raw === "number") return raw;
    const value = cell(row);
    if (value === undefined) return undefined;
    const number = read(value);
    return typeof number === "number" ? number : Number.NaN;
  };
}

/** The weighted length of a row's title, NaN for an error value; the checks of one row count it once. */
function titleLengthReader(table: ListingTable): NumberReader {
  const title = cellReader(table, "title");
  let lastRow: Row | undefined;
  let length: number | undefined;
  return (row) => {
    if (row === lastRow) return length;
    lastRow = row;
    const value = title(row);
    if (value === undefined) length = undefined;
    else length = isHostError(value) ? Number.NaN : titleLength(shownText(value));
    return length;
  };
}

function within({ min, max, isOpen }: RuleOfSet): Judge {
  return (value) => {
    if (value === undefined) return "unknown";
    if (isOpen ? value > min && value < max : value >= min && value <= max) return "pass";
    return Number.isNaN(value) ? "bad" : "fail";
  };
}

/** What two things say together: what cannot be read first, then ✗, then 未知. */
function worse(left: Outcome, right: Outcome): Outcome {
  if (left === right || right === "pass") return left;
  if (left === "pass" || right === "bad") return right;
  return left === "unknown" ? right : left;
}

/** Binds a rule to a table's columns. */
export function compileCheck(rule: RuleOfSet, table: ListingTable): CompiledCheck {
  const { check, kind, requirement } = rule;
  const { field, unit, remedy, remedyAbove = remedy } = kind;
  const cell = cellReader(table, field);
  const own = { rule, needs: [field], reads: [field] };
  const failing = (actual: string, required: string, whatToDo = remedy) =>
    `${check}${actual}，应${required}，${whatToDo}`;

  switch (kind.reads) {
    case "number":
      return numberCheck(rule, table);
    case "sides": {
      const [wide, high, side] = (["imageWidth", "imageHeight", "imageSize"] as const).map((each) =>
        numberReader(table, each),
      ) as [NumberReader, NumberReader, NumberReader];
      const judge = within(rule);
      const hasSizeOnly =
        table.columns.has("imageSize") &&
        !table.columns.has("imageWidth") &&
        !table.columns.has("imageHeight");
      const widthOf: NumberReader = (row) => wide(row) ?? side(row);
      const heightOf: NumberReader = (row) => high(row) ?? side(row);
      return {
        rule,
        needs: hasSizeOnly ? ["imageSize"] : ["imageWidth", "imageHeight"],
        reads: ["imageWidth", "imageHeight", "imageSize"],
        outcome: (row) => worse(judge(widthOf(row)), judge(heightOf(row))),
        advice: (row) => {
          const [width, height] = [wide(row), high(row)];
          const isAbove = Math.max(widthOf(row) ?? 0, heightOf(row) ?? 0) > rule.max;
          const shown =
            width === undefined && height === undefined
              ? `最短边 ${side(row)} ${unit}`
              : ` ${widthOf(row) ?? "?"}×${heightOf(row) ?? "?"} ${unit}`;
          return failing(shown, `每边${requirement}`, isAbove ? remedyAbove : remedy);
        },
      };
    }
    case "words": {
      const { isIn, found } = wordFinder(rule.words);
      return {
        ...own,
        outcome: (row) => {
          const value = cell(row);
          if (value === undefined) return "unknown";
          if (isHostError(value)) return "bad";
          return isIn(shownText(value)) ? "fail" : "pass";
        },
        advice: (row) => `标题含违禁词“${found(shownText(cell(row))).join("”“")}”，应不含，${remedy}`,
      };
    }
    case "yesNo": {
      const column = table.columns.get(field) ?? -1;
      const [yes, no]: readonly [Outcome, Outcome] = rule.expected ? ["pass", "fail"] : ["fail", "pass"];
      const { read } = cellKinds.yesNo;
      return {
        ...own,
        outcome: (row) => {
          const raw = row[column];
          if (raw === "是") return yes;
          if (raw === "否") return no;
          const value = cell(row);
          if (value === undefined) return "unknown";
          const answer = read(value);
          if (answer === undefined) return "bad";
          return answer ? yes : no;
        },
        advice: (row) => failing(`为“${shownText(cell(row))}”`, `为${requirement}`),
      };
    }
    case "filled":
      return {
        ...own,
        outcome: (row) => {
          const value = cell(row);
          if (value === undefined) return "unknown";
          return isHostError(value) ? "bad" : "pass";
        },
        advice: () => "",
      };
    case "logo":
      return logoCheck(rule, table);
  }
}

function numberCheck(rule: RuleOfSet, table: ListingTable): CompiledCheck {
  const { check, kind, atLeast, requirement } = rule;
  const { field, unit = "", remedy, remedyAbove = remedy } = kind;
  const value = numberReader(table, field);
  const name = field === "title" ? "标题" : check;
  const shown = (number: number | undefined) => `${number} ${unit}`.trim();
  const needs = [field];
  if (!atLeast) {
    const judge = within(rule);
    return {
      rule,
      needs,
      reads: needs,
      outcome: (row) => judge(value(row)),
      advice: (row) => {
        const number = value(row) ?? 0;
        const whatToDo = number > rule.min ? remedyAbove : remedy;
        return `${name} ${shown(number)}，应${requirement}，${whatToDo}`;
      },
    };
  }
  const limit = numberReader(table, atLeast);
  const both = [field, atLeast];
  return {
    rule,
    needs: both,
    reads: both,
    outcome: (row) => {
      const number = value(row);
      const least = limit(row);
      if (Number.isNaN(number) || Number.isNaN(least)) return "bad";
      if (number === undefined || least === undefined) return "unknown";
      return number >= least ? "pass" : "fail";
    },
    advice: (row) => `${name} ${shown(value(row))}，应${requirement} ${shown(limit(row))}，${remedy}`,
  };
}

const LOGO_FIELDS = ["logoPosition", "logoWidth", "logoHeight"] as const;

function logoCheck(rule: RuleOfSet, table: ListingTable): CompiledCheck {
  const position = cellReader(table, "logoPosition");
  const width = numberReader(table, "logoWidth");
  const height = numberReader(table, "logoHeight");
  const judge = within(rule);
  const hasLogoColumns = LOGO_FIELDS.some((field) => table.columns.has(field));
  return {
    rule,
    needs: LOGO_FIELDS,
    reads: LOGO_FIELDS,
    outcome: (row) => {
      if (!hasLogoColumns) return "pass";
      const where = position(row);
      if (where === "无") return "pass";
      if (isHostError(where)) return "bad";
      const stands = where === undefined ? undefined : readLogoPosition(where);
      if (stands === "none") return "pass";
      const [wide, high] = [width(row), height(row)];
      if (stands === undefined && !wide && !high && !Number.isNaN(wide) && !Number.isNaN(high)) return "pass";
      const sides = worse(judge(wide), judge(high));
      if (stands === "top-left") return sides;
      return worse(sides, stands === "elsewhere" ? "fail" : "unknown");
    },
    advice: (row) => {
      const [where, wide, high] = LOGO_FIELDS.map((field) => shownText(cellReader(table, field)(row) ?? "?"));
      return `Logo ${where} ${wide}×${high} ${rule.kind.unit}，应在左上角且每边${rule.requirement}，${rule.kind.remedy}`;
    },
  };
}
