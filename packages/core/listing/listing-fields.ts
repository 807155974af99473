import type { HeaderField } from "../cells/header.ts";
import type { CellKind } from "./listing-cells.ts";

interface ListingColumn extends HeaderField {
  readonly holds: CellKind;
}

/** The columns of a listing record, the other names they go by and what their cells hold (facts.md §1). */
export const listingFields = {
  offerId: { header: "商品ID", aliases: ["Offer ID", "产品ID", "货品ID", "productID"], holds: "text" },
  title: {
    header: "商品标题",
    aliases: ["信息标题", "货品标题", "产品标题", "标题", "subject", "title"],
    holds: "text",
  },
  category: {
    header: "类目",
    aliases: ["类目名称", "叶子类目", "categoryName", "category"],
    holds: "text",
  },
  attrRequired: { header: "必填属性总数", aliases: ["必填项数"], holds: "number", measure: "count" },
  attrFilled: { header: "必填属性已填数", aliases: ["已填必填"], holds: "number", measure: "count" },
  attrCustom: { header: "自定义属性数", aliases: ["自定义属性"], holds: "number", measure: "count" },
  imageCount: { header: "主图数量", aliases: ["主图张数", "图片数"], holds: "number", measure: "count" },
  imageWidth: { header: "主图宽", aliases: ["宽", "width"], holds: "pixels", measure: "pixels" },
  imageHeight: { header: "主图高", aliases: ["高", "height"], holds: "pixels", measure: "pixels" },
  imageSize: { header: "主图尺寸", holds: "pixels", measure: "pixels" },
  realPhoto: { header: "是否实拍", aliases: ["实拍图", "实物拍摄"], holds: "yesNo" },
  logoPosition: { header: "Logo位置", holds: "text" },
  logoWidth: { header: "Logo宽", holds: "pixels", measure: "pixels" },
  logoHeight: { header: "Logo高", holds: "pixels", measure: "pixels" },
  videoSeconds: {
    header: "视频时长",
    aliases: ["主图视频时长", "视频秒数", "video"],
    holds: "seconds",
    measure: "seconds",
  },
  onlineOrder: {
    header: "支持网上订购",
    aliases: ["网上订购", "在线交易", "supportOnlineTrade"],
    holds: "yesNo",
  },
  price: { header: "价格", aliases: ["单价", "批发价", "price"], holds: "price", measure: "money" },
  moq: {
    header: "起批量",
    aliases: ["最小起订量", "起订量", "MOQ", "minOrderQuantity"],
    holds: "number",
    measure: "count",
  },
  stock: {
    header: "可售数量",
    aliases: ["库存", "供货总量", "amountOnSale"],
    holds: "number",
    measure: "count",
  },
  unit: { header: "计量单位", aliases: ["单位", "unit"], holds: "text" },
  detail1: { header: "详情主图细节参数", aliases: ["细节图/参数"], holds: "yesNo" },
  detail2: { header: "详情关联销售", aliases: ["关联销售"], holds: "yesNo" },
  detail3: { header: "详情视频", holds: "yesNo" },
  detail4: { header: "详情使用场景", aliases: ["使用场景"], holds: "yesNo" },
  detail5: { header: "详情工厂资质", aliases: ["工厂设备/生产场景/企业资质"], holds: "yesNo" },
  detail6: { header: "详情发货说明", aliases: ["发货说明/发货场景"], holds: "yesNo" },
  sales: {
    header: "近90天销量",
    aliases: ["成交量", "销量", "支付件数", "sales"],
    holds: "number",
    measure: "count",
  },
} as const satisfies Readonly<Record<string, ListingColumn>>;

export type ListingField = keyof typeof listingFields;
