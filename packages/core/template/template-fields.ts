import type { HeaderField } from "../exports/header.ts";
import { templateColumns } from "./columns.ts";

type Kind = keyof typeof templateColumns;

/** The fields of a template kind as columns to look for in a range. */
export const templateFields = <K extends Kind>(kind: K) =>
  Object.fromEntries(
    templateColumns[kind].map(({ field, column }) => [field, { header: column }]),
  ) as Readonly<Record<(typeof templateColumns)[K][number]["field"], HeaderField>>;
