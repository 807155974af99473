import type { Refusal } from "./refusal.ts";

/** An error value that came in from the spreadsheet, such as #DIV/0! in a referenced cell; it never goes out (G14). */
export interface HostError {
  readonly basicValue?: unknown;
  readonly code?: unknown;
}

/** What a function may put into a cell. */
export type Cell = string | number | boolean | Refusal;

/** A rectangular answer, rows of equal length. */
export type Grid = readonly (readonly Cell[])[];

/** The plain value of a cell: rich values give their basicValue, everything else stays as it is. */
export function plainValue(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const rich = value as { type?: unknown; basicType?: unknown; basicValue?: unknown };
  if (rich.basicValue === undefined || rich.type === "Error" || rich.basicType === "Error") return value;
  return rich.basicValue;
}

/** Whether a plain value is an error that the spreadsheet passed in. */
export function isHostError(value: unknown): value is HostError {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
