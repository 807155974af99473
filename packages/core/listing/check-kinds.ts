import type { ListingField } from "./listing-fields.ts";

/** How a check reads its columns and which conditions it understands. */
export type CheckKind =
  | { readonly reads: "titleLength" }
  | { readonly reads: "words" }
  | { readonly reads: "number"; readonly field: ListingField; readonly unit: string }
  | { readonly reads: "imageSides" }
  | { readonly reads: "seconds" }
  | { readonly reads: "logo" }
  | { readonly reads: "yesNo"; readonly field: ListingField }
  | { readonly reads: "presence"; readonly field: ListingField };

/** Every check that a rules table may name, by its 检查项. */
export const checkKinds: ReadonlyMap<string, CheckKind> = new Map<string, CheckKind>([
  ["标题长度", { reads: "titleLength" }],
  ["标题用量", { reads: "titleLength" }],
  ["违禁词", { reads: "words" }],
  ["必填属性", { reads: "number", field: "attrFilled", unit: "项" }],
  ["自定义属性数", { reads: "number", field: "attrCustom", unit: "个" }],
  ["主图数量", { reads: "number", field: "imageCount", unit: "张" }],
  ["主图尺寸", { reads: "imageSides" }],
  ["实拍图", { reads: "yesNo", field: "realPhoto" }],
  ["Logo", { reads: "logo" }],
  ["视频时长", { reads: "seconds" }],
  ["价格", { reads: "number", field: "price", unit: "元" }],
  ["起批量", { reads: "number", field: "moq", unit: "" }],
  ["可售数量", { reads: "number", field: "stock", unit: "" }],
  ["计量单位", { reads: "presence", field: "unit" }],
  ["网上订购", { reads: "yesNo", field: "onlineOrder" }],
  ["详情主图细节参数", { reads: "yesNo", field: "detail1" }],
  ["详情关联销售", { reads: "yesNo", field: "detail2" }],
  ["详情视频", { reads: "yesNo", field: "detail3" }],
  ["详情使用场景", { reads: "yesNo", field: "detail4" }],
  ["详情工厂资质", { reads: "yesNo", field: "detail5" }],
  ["详情发货说明", { reads: "yesNo", field: "detail6" }],
]);

/** Online ordering is a gate: without it a listing never has seven stars, whatever the rules weigh (facts.md §1). */
export const GATE_CHECK = "网上订购";
