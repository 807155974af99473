import type { Words } from "@sevenstar/core/cells/words";

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
  | { readonly state: "failed"; readonly problem: Words; readonly isUnsaved: boolean };

/** Whether closing the page would lose something. */
export const isUnsaved = (keeping: Keeping): boolean =>
  keeping.state === "saving" || ("isUnsaved" in keeping && keeping.isUnsaved);

const REASONS: Readonly<Record<string, Words>> = {
  BlockedError: {
    zh: "另一个窗口开着旧版的七星表格，请关掉那个窗口再刷新本页",
    en: "another window holds an older version of SevenStar: close it and reload this page",
  },
  ChangedElsewhere: {
    zh: "另一个窗口也在保存这份表格，请只留一个窗口再刷新本页",
    en: "another window keeps this workbook, too: leave one open and reload",
  },
  InvalidStateError: {
    zh: "浏览器关上了本站的存储，或者另一个窗口更新了页面，请刷新本页",
    en: "the browser closed this site's storage, or another window updated the page: reload",
  },
  MissingError: {
    zh: "这个浏览器没有本站可用的存储",
    en: "this browser has no storage for this site",
  },
  QuotaExceededError: {
    zh: "浏览器的存储空间满了",
    en: "the browser's storage is full",
  },
  SyntaxError: {
    zh: "上次保存的表格打不开，没有改动它",
    en: "what was saved last cannot be opened and was left as it is",
  },
  TimeoutError: {
    zh: "浏览器的存储没有答复",
    en: "the browser's storage does not answer",
  },
  VersionError: {
    zh: "上次的表格是用更新的版本保存的，没有改动它，请刷新本页",
    en: "the workbook was saved by a newer version and was left as it is: reload this page",
  },
};

/** Why the browser does not keep a workbook, as a sentence's beginning. */
export const reasonOf = (error: unknown): Words =>
  (error instanceof Error ? REASONS[error.name] : undefined) ?? {
    zh: "浏览器不让本站存储数据",
    en: "the browser does not let this site store data",
  };
