import { z } from "@hono/zod-openapi";

/** A whole number in a query. */
export const wholeNumber = (name: string) =>
  z
    .string()
    .regex(/^\d{1,15}$/, `${name} 应为不小于 0 的整数`)
    .transform(Number);
/** Where a client stands, as it was told: `rev.digest`, or a bare revision from version 1 of the protocol (T18). */
export const cursor = z
  .string()
  .regex(/^\d{1,15}(?:\.[0-9a-f]{8})?$/, "since 应为上次给出的 cursor，或不小于 0 的整数")
  .transform((text) => {
    const [rev = "", digest] = text.split(".");
    return { rev: Number(rev), digest };
  });

/** How many a page may hold. */
export const pageSize = z
  .string()
  .regex(/^(?:[1-9]\d{0,2}|1000)$/, "limit 应为 1 到 1000 的整数")
  .transform(Number);
