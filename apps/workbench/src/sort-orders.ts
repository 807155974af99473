export type SortOrder = "ascending" | "descending";

/** The orders that rows can be sorted in, as the menus name them. */
export const SORT_ORDERS: readonly { readonly order: SortOrder; readonly title: string }[] = [
  { order: "ascending", title: "升序排序" },
  { order: "descending", title: "降序排序" },
];
