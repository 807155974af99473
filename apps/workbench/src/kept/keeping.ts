/** Whether what stands in the workbook is kept: not yet needed, under way, done, or why not. */
export type Keeping =
  | { readonly state: "untouched" | "saving" | "saved" }
  /** What stands in the workbook would be lost where `isUnsaved`. */
  | { readonly state: "failed"; readonly problem: string; readonly isUnsaved: boolean };

const REASONS: Readonly<Record<string, string>> = {
  QuotaExceededError: "浏览器的存储空间满了",
  SyntaxError: "上次保存的表格打不开，没有改动它",
  VersionError: "上次的表格是用更新的版本保存的，没有改动它，请刷新本页",
};

/** Why the browser does not keep a workbook, as a sentence's beginning. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? REASONS[error.name] : undefined) ?? "浏览器不让本站存储数据";
