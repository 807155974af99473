import { templateColumns } from "./columns.ts";
import type { HeaderField } from "./header.ts";
import type { Measure } from "./header-unit.ts";

type Kind = keyof typeof templateColumns;

/** What the numbers of a template's columns measure, where a header may name a unit (G4). */
const measures: Readonly<Record<string, Measure>> = {
  rate: "rate",
  fixedFee: "money",
  minimum: "money",
  maximum: "money",
  days: "days",
  enrolFrom: "days",
  enrolTo: "days",
  stockReady: "days",
  warmUpFrom: "days",
  review: "days",
};

/** The fields of a template kind as columns to look for in a range. */
export const templateFields = <K extends Kind>(kind: K) =>
  Object.fromEntries(
    templateColumns[kind].map(({ field, column }): [string, HeaderField] => {
      const measure = measures[field];
      return [field, measure ? { header: column, measure } : { header: column }];
    }),
  ) as Readonly<Record<(typeof templateColumns)[K][number]["field"], HeaderField>>;
