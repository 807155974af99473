import { defineFileKind } from "../cells/define-file-kind.ts";
import { aliIndexColumns, aliIndexName } from "./ali-index.ts";

/** 阿里指数's 行业大盘 (facts.md §4). */
export const industryExport = defineFileKind({
  id: "aliIndustry",
  name: aliIndexName({ zh: "行业大盘", en: "industry overview" }),
  columns: {
    category1: { header: "目录1", kind: "text", isGroup: true },
    category2: { header: "目录2", kind: "text", isGroup: true },
    shownAt: { header: "展示时间", kind: "unknown" },
    taobaoDemand: { header: "淘宝采购指数", kind: "number" },
    demand: aliIndexColumns.demand,
    supply: aliIndexColumns.supply,
  },
  marks: [
    ["category1", "category2", "taobaoDemand", "shownAt"],
    ["demand", "supply", "taobaoDemand"],
  ],
});
