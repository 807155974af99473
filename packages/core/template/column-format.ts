import type { TemplateKind } from "./rows.ts";

/** Columns whose numbers are not shown by what the field holds alone. */
const formats: Partial<Record<TemplateKind, Readonly<Record<string, string>>>> = {
  "payment-rates": { rate: "0.0##%" },
};

/** The number format of a kind's column, where it has one of its own: rates stand as percentages. */
export const columnFormat = (kind: TemplateKind, field: string): string | undefined => formats[kind]?.[field];
