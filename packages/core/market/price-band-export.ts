import { defineFileKind } from "../cells/define-file-kind.ts";
import { aliIndexColumns, aliIndexName } from "./ali-index.ts";

/** 阿里指数's 价格带 (facts.md §4). */
export const priceBandExport = defineFileKind({
  id: "aliPriceBands",
  name: aliIndexName({ zh: "价格带", en: "price bands" }),
  columns: {
    attribute: { header: "属性名称", kind: "text", isGroup: true },
    band: { header: "价格分布", aliases: ["价格带"], kind: "text" },
    share: aliIndexColumns.share,
  },
  marks: [["band"], ["share"]],
});
