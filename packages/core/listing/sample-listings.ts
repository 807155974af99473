/** A listing with every column of the rules, for the worked examples. */
export const SEVEN_STAR_HEADER = [
  "商品标题",
  "必填属性总数",
  "必填属性已填数",
  "自定义属性数",
  "主图数量",
  "主图尺寸",
  "是否实拍",
  "视频时长",
  "价格",
  "起批量",
  "可售数量",
  "计量单位",
  "支持网上订购",
  "详情主图细节参数",
  "详情关联销售",
  "详情视频",
  "详情使用场景",
  "详情工厂资质",
  "详情发货说明",
] as const;

const row = (onlineOrder: string, factory: string) =>
  [
    "春秋新款男士连帽卫衣加绒加厚宽松休闲运动套装情侣款工厂批发",
    10,
    10,
    2,
    5,
    "800×800",
    "是",
    45,
    12.5,
    2,
    500,
    "件",
    onlineOrder,
    "是",
    "是",
    "是",
    "是",
    factory,
    "是",
  ] as const;

/** Everything done. */
export const SEVEN_STAR_ROW = row("是", "是");
/** No online ordering. */
export const SIX_STAR_ROW = row("否", "是");
/** Nor the factory in the detail page. */
export const FIVE_STAR_ROW = row("否", "否");
