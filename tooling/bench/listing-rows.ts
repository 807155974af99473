/** The header of the benchmark's listings; every check of the built-in rules has its column. */
export const LISTING_HEADER = [
  "商品ID",
  "商品标题",
  "必填属性总数",
  "必填属性已填数",
  "自定义属性数",
  "主图数量",
  "主图宽",
  "主图高",
  "是否实拍",
  "Logo位置",
  "Logo宽",
  "Logo高",
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

const TITLES = [
  "春秋新款男士连帽卫衣加绒加厚宽松休闲运动套装情侣款批发代发",
  "厂家直销304不锈钢保温杯大容量车载水杯定制logo礼品杯子印字批发",
  "夏季短袖",
  "全网最低价儿童益智积木玩具大颗粒拼装男孩女孩生日礼物幼儿园早教",
];

/** Listings of mixed quality, the same for every run: a linear congruential sequence decides each field. */
export function listingRows(count: number): unknown[][] {
  let state = 20_261_123;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const yes = (percent: number) => (next(100) < percent ? "是" : "否");
  return Array.from({ length: count }, (_, index) => [
    `6${String(10_000_000_000 + index)}`,
    TITLES[next(4)],
    10,
    8 + next(3),
    next(5),
    2 + next(5),
    700 + next(200),
    750 + next(100),
    yes(90),
    next(3) === 0 ? "左上" : "无",
    next(3) === 0 ? 120 : "",
    next(3) === 0 ? 120 : "",
    next(90),
    (1 + next(20_000)) / 100,
    1 + next(10),
    next(1000),
    "件",
    yes(85),
    yes(90),
    yes(90),
    yes(80),
    yes(80),
    yes(70),
    yes(90),
  ]);
}
