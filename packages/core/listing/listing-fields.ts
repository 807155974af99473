import type { HeaderField } from "../exports/header.ts";

/** The columns of a listing record and the other names they go by (facts.md §1). */
export const listingFields = {
  offerId: { header: "商品ID", aliases: ["Offer ID", "产品ID", "货品ID", "productID"] },
  title: { header: "商品标题", aliases: ["信息标题", "货品标题", "产品标题", "标题", "subject", "title"] },
  category: { header: "类目", aliases: ["类目名称", "叶子类目", "categoryName", "category"] },
  attrRequired: { header: "必填属性总数", aliases: ["必填项数"] },
  attrFilled: { header: "必填属性已填数", aliases: ["已填必填"] },
  attrCustom: { header: "自定义属性数", aliases: ["自定义属性"] },
  imageCount: { header: "主图数量", aliases: ["主图张数", "图片数"] },
  imageWidth: { header: "主图宽", aliases: ["宽", "width"] },
  imageHeight: { header: "主图高", aliases: ["高", "height"] },
  imageSize: { header: "主图尺寸" },
  realPhoto: { header: "是否实拍", aliases: ["实拍图", "实物拍摄"] },
  logoPosition: { header: "Logo位置" },
  logoWidth: { header: "Logo宽" },
  logoHeight: { header: "Logo高" },
  videoSeconds: { header: "视频时长", aliases: ["主图视频时长", "视频秒数", "video"] },
  onlineOrder: { header: "支持网上订购", aliases: ["网上订购", "在线交易", "supportOnlineTrade"] },
  price: { header: "价格", aliases: ["单价", "批发价", "price"] },
  moq: { header: "起批量", aliases: ["最小起订量", "起订量", "MOQ", "minOrderQuantity"] },
  stock: { header: "可售数量", aliases: ["库存", "供货总量", "amountOnSale"] },
  unit: { header: "计量单位", aliases: ["单位", "unit"] },
  detail1: { header: "详情主图细节参数", aliases: ["细节图/参数"] },
  detail2: { header: "详情关联销售", aliases: ["关联销售"] },
  detail3: { header: "详情视频" },
  detail4: { header: "详情使用场景", aliases: ["使用场景"] },
  detail5: { header: "详情工厂资质", aliases: ["工厂设备/生产场景/企业资质"] },
  detail6: { header: "详情发货说明", aliases: ["发货说明/发货场景"] },
  sales: { header: "近90天销量", aliases: ["成交量", "销量", "支付件数"] },
} as const satisfies Readonly<Record<string, HeaderField>>;

export type ListingField = keyof typeof listingFields;
