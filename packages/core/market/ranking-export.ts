import { defineFileKind } from "../cells/define-file-kind.ts";
import { aliIndexName } from "./ali-index.ts";

/** 阿里指数's 阿里排行 (facts.md §4). */
export const rankingExport = defineFileKind({
  id: "aliRanking",
  name: aliIndexName({ zh: "阿里排行", en: "Ali ranking" }),
  columns: {
    list: { header: "榜名", aliases: ["榜单"], kind: "text", isGroup: true },
    keyword: { header: "关键词", kind: "text" },
    trend: { header: "搜索趋势", kind: "unknown" },
    searchIndex: { header: "搜索指数", kind: "number" },
    offers: { header: "全站商品数", kind: "number" },
    conversion: { header: "搜索转化率", kind: "number", isShare: true },
  },
  marks: [["keyword"], ["trend", "searchIndex", "offers", "conversion"]],
});
