import type { FileKind } from "../cells/define-file-kind.ts";
import type { ExportColumn } from "../cells/export-cell.ts";
import type { Words } from "../cells/words.ts";

const mergedStep: Words = { zh: "合并单元格向下填满", en: "merged cells are filled down" };
const amountsStep: Words = {
  zh: "整单金额只留在每单第一行，求和不会重复",
  en: "an order's amounts stay on its first line only, so that a column sum is right",
};
const equalEntriesStep: Words = {
  zh: "相同的行都保留，同一份账单里它们各是一笔；几份账单的日期有重叠时，重叠的那段会重复，请只导入一份",
  en: "equal rows are kept, as within one bill each is an entry; where bills overlap, import only one of them for those days",
};
const oldestFirstStep: Words = {
  zh: "日期从早到晚排列（导出里最新的在前），走势函数和图表才读得对",
  en: "days are put in order from the oldest (the export has the newest first), as trends and charts read them",
};
const groupsStep: Words = { zh: "合并的类别向下填满", en: "merged labels are filled down" };
const idsStep: Words = { zh: "编号存成文本，一位不少", en: "ids are kept as text with every digit" };
const numbersStep: Words = {
  zh: "“1,234”“12.3%”等文本变成可以计算的数字，“-”变成空白",
  en: "texts such as 1,234 and 12.3% become numbers, “-” becomes blank",
};
const timesStep: Words = { zh: "时间变成可以计算的日期", en: "times become dates one can compute with" };
const orderKeptStep: Words = { zh: "各行保持原来的顺序", en: "rows keep their order" };
const remarksStep: Words = {
  zh: "去掉空行、重复的表头和 # 开头的说明行",
  en: "blank rows, repeated headers and remarks that begin with # are dropped",
};

/** What `readExport` does with the rows of a kind of file, one sentence each. */
export function tidyingSteps(kind: FileKind): readonly Words[] {
  const columns = Object.values(kind.columns);
  const hasKind = (...kinds: readonly ExportColumn["kind"][]) =>
    columns.some((column) => kinds.includes(column.kind));
  return [
    kind.order && mergedStep,
    kind.order && amountsStep,
    kind.hasEqualEntries && equalEntriesStep,
    kind.newestFirst && oldestFirstStep,
    columns.some(({ isGroup }) => isGroup) && groupsStep,
    hasKind("code") && idsStep,
    hasKind("number", "amount") && numbersStep,
    hasKind("time") && timesStep,
    kind.takenAsItIs,
    !kind.newestFirst && orderKeptStep,
    remarksStep,
  ].filter((step) => typeof step === "object");
}
