import { rowSchemas } from "@sevenstar/core/template/rows";
import { z } from "zod";

/** The schemas of the kinds' rows as generated code, which checks twice as fast; pages may not generate code. */
export const compiledRows: typeof rowSchemas = Object.fromEntries(
  Object.entries(rowSchemas).map(([kind, schema]) => [kind, z.compile(schema)]),
);
