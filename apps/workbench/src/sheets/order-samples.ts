/** The columns of the sample orders. */
export const ORDER_HEADERS = ["订单号", "收款方式", "货款", "运费", "手续费承担方", "确认收货日", "账期天数"];

const FIRST_ID = 290617483550n;

const orders: readonly (readonly (string | number)[])[] = [
  ["信用卡", 10000, 500, "卖家", 46120, ""],
  ["信用卡", 10000, 500, "买家", 46120, ""],
  ["诚e赊", 10000, 500, "", 46121, ""],
  ["诚e赊", 2860, 0, "", 46122, ""],
  ["账期交易", 18600, 320, "", 46122, 45],
  ["信用卡", 358.6, 12, "", 46123, ""],
  ["担保交易", 1280, 60, "", 46124, ""],
  ["诚e赊", 76500.5, 1200, "", 46125, ""],
  ["creditBuy", 999.99, 8, "卖家", 46126, ""],
  ["信任付", 4300, 100, "买家", 46127, ""],
  ["货到付款", 620, 45, "", 46128, ""],
  ["信用卡支付", 0.5, 0, "卖家", 46129, ""],
  ["账期交易", 9200, 150, "买家", 46130, 30],
  ["诚e赊", 15800, 260, "卖家", 46133, ""],
  ["信用卡", 26400, 680, "卖家", 46134, ""],
];

/** Fifteen orders of our own, paid in different ways; of some ways nobody has published the rate. */
export const orderSamples: readonly (readonly (string | number)[])[] = orders.map((order, index) => [
  `${FIRST_ID + BigInt(index) * 7919n}002871`,
  ...order,
]);
