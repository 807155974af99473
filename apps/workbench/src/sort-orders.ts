import type { Words } from "@sevenstar/core/cells/words";

export type SortOrder = "ascending" | "descending";

/** The orders that rows can be sorted in, as the menus name them. */
export const SORT_ORDERS: readonly { readonly order: SortOrder; readonly title: Words }[] = [
  { order: "ascending", title: { zh: "升序排序", en: "Sort ascending" } },
  { order: "descending", title: { zh: "降序排序", en: "Sort descending" } },
];
