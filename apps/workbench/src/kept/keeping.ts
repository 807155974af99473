/** Whether what stands in the workbook is kept: not yet needed, under way, done, or why not. */
export type Keeping =
  | { readonly state: "untouched" | "saving" | "saved" }
  | { readonly state: "failed"; readonly problem: string };

/** Why the browser does not keep a workbook, as a sentence's beginning. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error && error.name === "QuotaExceededError"
    ? "浏览器的存储空间满了"
    : "浏览器不让本站存储数据";
