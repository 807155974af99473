import { defineFileKind } from "../cells/define-file-kind.ts";
import { aliIndexColumns, aliIndexName } from "./ali-index.ts";

/** 阿里指数's 属性细分 (facts.md §4). */
export const attributeExport = defineFileKind({
  id: "aliAttributes",
  name: aliIndexName({ zh: "属性细分", en: "attribute breakdown" }),
  columns: {
    industry: { header: "行业类型", kind: "text", isGroup: true },
    attributeType: { header: "属性类型", kind: "text", isGroup: true },
    attribute: { header: "属性名称", kind: "text" },
    demand: aliIndexColumns.demand,
    supply: aliIndexColumns.supply,
  },
  marks: [
    ["attribute", "attributeType"],
    ["demand", "supply"],
  ],
});
