/** Whether what stands in the workbook is kept: not yet needed, under way, done, or why not. */
export type Keeping =
  | { readonly state: "untouched" | "saving" }
  /** `isApart`: another window's version of the workbook was put aside for this one. */
  | { readonly state: "saved"; readonly isApart?: boolean }
  /** Another window keeps the workbook; what was done here would be lost where `isUnsaved`. */
  | { readonly state: "elsewhere"; readonly isUnsaved: boolean }
  /** Another window has changed the workbook since this one opened it, and is closed. */
  | { readonly state: "stale" }
  /** What stands in the workbook would be lost where `isUnsaved`. */
  | { readonly state: "failed"; readonly problem: string; readonly isUnsaved: boolean };

/** Whether closing the page would lose something. */
export const isUnsaved = (keeping: Keeping): boolean =>
  keeping.state === "saving" || ("isUnsaved" in keeping && keeping.isUnsaved);

const REASONS: Readonly<Record<string, string>> = {
  BlockedError: "另一个窗口开着旧版的七星表格，请关掉那个窗口再刷新本页",
  ChangedElsewhere: "另一个窗口也在保存这份表格，请只留一个窗口再刷新本页",
  InvalidStateError: "浏览器关上了本站的存储，或者另一个窗口更新了页面，请刷新本页",
  MissingError: "这个浏览器没有本站可用的存储",
  QuotaExceededError: "浏览器的存储空间满了",
  SyntaxError: "上次保存的表格打不开，没有改动它",
  TimeoutError: "浏览器的存储没有答复",
  VersionError: "上次的表格是用更新的版本保存的，没有改动它，请刷新本页",
};

/** Why the browser does not keep a workbook, as a sentence's beginning. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? REASONS[error.name] : undefined) ?? "浏览器不让本站存储数据";
