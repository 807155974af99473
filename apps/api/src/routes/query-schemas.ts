import { z } from "@hono/zod-openapi";

/** A whole number in a query. */
export const wholeNumber = (name: string) =>
  z
    .string()
    .regex(/^\d{1,15}$/, `${name} 应为不小于 0 的整数`)
    .transform(Number);
/** How many a page may hold. */
export const pageSize = z
  .string()
  .regex(/^(?:[1-9]\d{0,2}|1000)$/, "limit 应为 1 到 1000 的整数")
  .transform(Number);
