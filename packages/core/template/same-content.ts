import type { TemplateRow } from "./rows.ts";

/** What a template holds, as far as it is compared. */
interface Content {
  readonly kind: string;
  readonly name: string;
  readonly rows: readonly TemplateRow[];
}

const isBlank = (value: unknown) => value === undefined || value === null || value === "";

/** Whether two values of a field are equal; blank ones are (SPEC). */
export function sameValue(left: unknown, right: unknown): boolean {
  if (left === right || (isBlank(left) && isBlank(right))) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  return sameFields(left, right);
}

/** The fields that either has, each once. */
export const fieldsOf = (...records: readonly (object | undefined)[]): string[] => [
  ...new Set(records.flatMap((record) => Object.keys(record ?? {}))),
];

function sameFields(left: object, right: object): boolean {
  const [of, and] = [left as Record<string, unknown>, right as Record<string, unknown>];
  return fieldsOf(of, and).every((field) => sameValue(of[field], and[field]));
}

/** Whether two rows say the same; a row that is not there equals only another such. */
export const sameRow = (left: TemplateRow | undefined, right: TemplateRow | undefined): boolean =>
  left === right || (left !== undefined && right !== undefined && sameFields(left, right));

/** Whether two contents are equal, their rows in the same order; null is a template that is not there. */
export function sameContent(left: Content | null, right: Content | null): boolean {
  if (left === right) return true;
  if (!left || !right || left.kind !== right.kind || left.name !== right.name) return false;
  return (
    left.rows.length === right.rows.length && left.rows.every((row, index) => sameRow(row, right.rows[index]))
  );
}
