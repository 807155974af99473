import { defineFileKind } from "../cells/define-file-kind.ts";
import { aliIndexColumns, aliIndexName } from "./ali-index.ts";

/** 阿里指数's 采购商身份 (facts.md §4). */
export const buyerExport = defineFileKind({
  id: "aliBuyers",
  name: aliIndexName({ zh: "采购商身份", en: "buyer identity" }),
  columns: {
    newOrOld: { header: "新老采购商", kind: "text" },
    shopOwner: { header: "非淘宝/淘宝店主", kind: "text" },
    share: aliIndexColumns.share,
  },
  marks: [["newOrOld", "shopOwner"], ["share"]],
});
