import type { Words } from "@sevenstar/core/cells/words";

/** The pane's own texts; what describes a function comes from its definition. */
export const paneTexts = {
  title: { zh: "七星表格", en: "SevenStar" },
  version: { zh: "版本", en: "Version" },
  switchLanguage: { zh: "English", en: "中文" },
  manual: { zh: "函数手册", en: "Manual" },
  symptoms: { zh: "公式出错怎么办", en: "When a formula fails" },
  search: { zh: "搜索函数", en: "Search functions" },
  searchHint: { zh: "搜索：运费、sxf（手续费）、PAYFEE…", en: "Search: freight, fee, PAYFEE…" },
  clearSearch: { zh: "清除搜索", en: "Clear the search" },
  parameters: { zh: "参数", en: "Parameters" },
  optional: { zh: "可不填", en: "optional" },
  each: { zh: "一格或整列", en: "a cell or a range" },
  returns: { zh: "结果", en: "Result" },
  example: { zh: "例子", en: "Example" },
  source: { zh: "依据", en: "Source" },
  more: { zh: "在手册中查看", en: "Read on in the manual" },
  insert: { zh: "插入", en: "Insert" },
  insertHint: { zh: "把例子公式插入到选中的单元格：", en: "Insert the example into the selected cell: " },
  copy: { zh: "复制", en: "Copy" },
  copyHint: { zh: "复制例子公式：", en: "Copy the example formula: " },
  copied: { zh: "已复制，请粘贴到单元格：", en: "Copied, paste it into a cell: " },
  copyRefused: {
    zh: "浏览器不允许复制，请展开函数，选中例子里的公式再复制。",
    en: "The browser did not allow copying: open the function, select the formula of its example and copy it.",
  },
  inserted: { zh: "已插入到", en: "Inserted into" },
  failed: {
    zh: "公式没有插入，请再试一次；仍不行就重新打开表格。原因：",
    en: "The formula was not inserted, please try again, then reopen the workbook. Reason: ",
  },
  nothingFound: { zh: "没有找到相符的函数：", en: "No function found for: " },
  tryAnother: {
    zh: "换个词试试，例如“标题”“运费”“fee”。",
    en: "Try another word, such as “title”, “freight” or “标题”.",
  },
  close: { zh: "关闭提示", en: "Close the message" },
  loading: { zh: "正在打开…", en: "Opening…" },
  failureDetail: { zh: "给技术支持看的原因", en: "The reason, for support" },
  reload: { zh: "重新载入", en: "Reload" },
  showAll: { zh: "显示全部函数", en: "Show all functions" },
} as const satisfies Record<string, Words>;
