import { LISTING_HEADER, listingRows } from "./listing-rows.ts";

type Arguments = readonly unknown[];

/** A whole number from 0 to below `limit` that looks random and is the same in every run. */
const scattered = (index: number, limit: number) => Number((BigInt(index) * 2_654_435_761n) % BigInt(limit));

const column = (rows: number, value: (index: number) => unknown) =>
  Array.from({ length: rows }, (_, index) => [value(index)]);
const amounts = (rows: number) => column(rows, (index) => (scattered(index, 1_000_000) + 100) / 100);
const counts = (rows: number, most: number) => column(rows, (index) => 1 + scattered(index, most));
const names = (rows: number, each = rows) => column(rows, (index) => `款式${scattered(index, each)}`);
/** Days of 2010 to 2029. */
const days = (rows: number) => column(rows, (index) => 40_179 + scattered(index, 7_000));
const table = (header: readonly string[], rows: number, row: (index: number) => unknown[]) => [
  header,
  ...Array.from({ length: rows }, (_, index) => row(index)),
];

const METHODS = ["信用卡", "诚e赊", "card", "creditBuy"];
const methods = (rows: number) => column(rows, (index) => METHODS[scattered(index, METHODS.length)]);
/** Titles of eight words out of 800, the words of two to four characters. */
const titles = (rows: number) =>
  column(rows, (index) =>
    Array.from({ length: 8 }, (_, place) => word(scattered(index * 8 + place, 800))).join(""),
  );
const word = (index: number) =>
  Array.from({ length: 2 + (index % 3) }, (_, place) =>
    String.fromCharCode(0x4e00 + 7 * scattered(index * 31 + place * 7, 1_500)),
  ).join("");
const listings = (rows: number) => [[...LISTING_HEADER], ...listingRows(rows)];
const orders = (rows: number) =>
  table(
    ["订单编号", "货品总价", "运费", "涨价或折扣", "实付款", "货品标题", "单价", "数量"],
    rows,
    (index) =>
      index % 3 === 0
        ? [`2906174835500${100_000 + index}`, "1,234.50", 8, 0, 1242.5, "卫衣", 12.5, 10]
        : ["", "", "", "", "", "瑜伽裤", "9.90", 3],
  );
const products = (rows: number) =>
  table(["商品标题", "展现次数", "点击次数", "访客数", "询盘数", "支付买家数"], rows, (index) => [
    `商品${index}`,
    ...[9_000, 400, 300, 20, 9].map((most) => scattered(index + most, most)),
  ]);

/** For every function that takes a range or a table: a call of it over so many rows. */
export const largeCalls: Readonly<Record<string, (rows: number) => Arguments>> = {
  SEVENSTAR: (rows) => [listings(rows)],
  SEVENSTARCHECK: (rows) => [listings(rows)],
  SEVENSTARSCORE: (rows) => [listings(rows)],
  TITLELEN: (rows) => [column(rows, (index) => `春秋新款男士连帽卫衣第${index}款`)],
  TITLECHECK: (rows) => [titles(rows), [["卫衣"], ["加绒"]]],
  TITLEBUILD: (rows) => [names(rows), counts(rows, 90)],
  KEYWORDS: (rows) => [titles(rows), counts(rows, 900)],
  PAYFEE: (rows) => [methods(rows), amounts(rows), counts(rows, 50)],
  PAYNET: (rows) => [methods(rows), amounts(rows), counts(rows, 50)],
  PAYPRICE: (rows) => [methods(rows), amounts(rows), counts(rows, 50)],
  PAYDUE: (rows) => ["账期", days(rows), counts(rows, 90)],
  CREDITLEFT: (rows) => [1_000_000, amounts(rows)],
  AGING: (rows) => [days(rows), amounts(rows), 46_109],
  EARLYCOST: (rows) => [amounts(rows), 0.5, counts(rows, 60)],
  ORDERCLEAN: (rows) => [orders(rows)],
  ORDERFEES: (rows) => [orders(rows), null, "信用卡"],
  ACTIVITIES: (rows) => [
    2026,
    null,
    table(["活动", "日期规则", "天数", "报名开始", "备货完成", "复盘"], rows, (index) => [
      `活动${index}`,
      `${1 + scattered(index, 12)}-${1 + scattered(index, 28)}`,
      1 + scattered(index, 9),
      -45,
      -14,
      3,
    ]),
  ],
  NEXTACTIVITY: (rows) => [
    46_109,
    null,
    table(["活动", "日期规则"], rows, (index) => [`活动${index}`, `${1 + scattered(index, 12)}-15`]),
  ],
  ACTIVITYFIT: (rows) => [
    table(["指标", "值"], 20, (index) => [`指标${index}`, index * 10]),
    table(["活动", "指标", "条件", "值"], rows, (index) => [
      `活动${Math.floor(index / 5)}`,
      `指标${scattered(index, 25)}`,
      ">=",
      scattered(index, 200),
    ]),
  ],
  WORKDAYCN: (rows) => [days(rows), counts(rows, 60)],
  NETWORKDAYSCN: (rows) => [days(rows), days(rows).map(([day]) => [Number(day) + 100])],
  ISWORKDAYCN: (rows) => [days(rows)],
  FESTIVAL: (rows) => [
    column(rows, (index) => ["春节", "中秋", "立秋", "除夕"][scattered(index, 4)]),
    column(rows, (index) => 1950 + scattered(index, 150)),
  ],
  PRICEBAND: (rows) => [amounts(rows), counts(rows, 900)],
  PEERS: (rows) => [
    listings(rows).map((row, index) => [...row, index ? scattered(index, 900) : "近90天销量"]),
  ],
  INDEXTREND: (rows) => [amounts(rows)],
  DEMANDGAP: (rows) => [names(rows), counts(rows, 9_000), counts(rows, 5_000)],
  BUYERMIX: (rows) => [names(rows), counts(rows, 900)],
  RANKMOVE: (rows) => [names(rows), column(rows, (index) => `款式${scattered(index + 9, rows)}`)],
  FUNNEL: (rows) => [names(rows), column(rows, (index) => 2 * rows - index)],
  PRODUCTDIAG: (rows) => [products(rows)],
  TESTPICK: (rows) => [names(rows), counts(rows, 900), column(rows, () => 1), 0.1, 1.5],
  TESTSIZE: (rows) => [column(rows, (index) => (1 + scattered(index, 50)) / 100), 0.6],
};

/** The functions that take no range, or one that no merchant fills with more than a dozen rows. */
export const smallCalls = [
  "PAYCOMPARE",
  "PAYPLAN",
  "HOLIDAYS",
  "WILSON",
  "BIZLINE",
  "SHOPMODE",
  "SERVICES",
] as const;
