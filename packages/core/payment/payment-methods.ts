import type { Payer } from "./payer.ts";

/** How long after confirmed receipt the money is the seller's: days, or the term the seller set. */
export type DaysAfterReceipt = number | "term";

/** A way to be paid on 1688. */
export interface PaymentMethod {
  readonly id: string;
  readonly name: string;
  readonly english: string;
  /** Other Chinese names; 网商银行, 支付, 交易 and blanks do not count in any of them. */
  readonly otherNames: readonly string[];
  /** What the open API calls it; a bare number is its payWay (8: its tradeType). */
  readonly codes: readonly string[];
  /** Who bears the fee unless it is said otherwise. */
  readonly payer?: Payer;
  /** Known only where receipt alone decides it. */
  readonly daysAfterReceipt?: DaysAfterReceipt;
  /** When the money is the seller's, for the merchant. */
  readonly settlement: string;
  readonly source: string;
}

const STAGED = "首段由担保交易保管，确认收货后到账，其余各段直接到账";

/**
 * The 13 methods: names and stages by the seed's lines 36 and 104–123, codes and settlement by the open
 * platform's pages of 2020–2025.
 */
export const paymentMethods: readonly PaymentMethod[] = [
  {
    id: "escrow",
    name: "支付宝担保交易",
    english: "Alipay escrow",
    otherNames: ["担保交易", "支付宝"],
    codes: ["fxassure", "alipay", "assureTrade", "payWay 1", "1"],
    daysAfterReceipt: 0,
    settlement: "买家确认收货当天到账，不确认则发货 10 天后到账",
    source: "seed 36；自动确认 10 天：公开资料 2023",
  },
  {
    id: "term",
    name: "账期交易",
    english: "credit term",
    otherNames: [],
    codes: ["period", "accountPeriod", "payWay 7", "7"],
    daysAfterReceipt: "term",
    settlement: "确认收货后按卖家设定的账期到账，用 PAYDUE 可算到期日",
    source: "seed 36、106",
  },
  {
    id: "staged37",
    name: "分阶段 3/7",
    english: "staged 3/7",
    otherNames: ["3/7", "分阶段付款 3/7"],
    codes: ["37staged", "37"],
    settlement: STAGED,
    source: "seed 36、108",
  },
  {
    id: "staged361",
    name: "分阶段 3/6/1",
    english: "staged 3/6/1",
    otherNames: ["3/6/1", "分阶段付款 3/6/1"],
    codes: ["361staged", "361"],
    settlement: STAGED,
    source: "seed 36、108",
  },
  {
    id: "staged631",
    name: "分阶段 6/3/1",
    english: "staged 6/3/1",
    otherNames: ["6/3/1", "分阶段付款 6/3/1"],
    codes: ["631staged", "631"],
    settlement: STAGED,
    source: "公开资料 2023",
  },
  {
    id: "staged91",
    name: "分阶段 9/1",
    english: "staged 9/1",
    otherNames: ["9/1", "分阶段付款 9/1"],
    codes: ["91staged", "91"],
    settlement: STAGED,
    source: "公开资料 2023",
  },
  {
    id: "cod",
    name: "货到付款",
    english: "cash on delivery",
    otherNames: [],
    codes: ["tradeType 8", "8"],
    settlement: "买家验货后由物流公司代收再转付，到账日看物流公司",
    source: "seed 110",
  },
  {
    id: "trustpay",
    name: "网商银行信任付",
    english: "MYbank trust pay",
    otherNames: [],
    codes: ["payWay 2", "2"],
    payer: "买家",
    settlement: "到账时间没有公开资料",
    source: "seed 112：买家付少量服务费",
  },
  {
    id: "card",
    name: "信用卡支付",
    english: "credit card",
    otherNames: ["信用卡大额支付", "信用卡快捷支付", "信用卡分期支付"],
    codes: [],
    payer: "卖家",
    settlement: "到账时间没有公开资料",
    source: "seed 114：开通服务后由卖家承担，未开通则由买家承担；虚拟类目不可用",
  },
  {
    id: "collect",
    name: "网商银行融易收",
    english: "MYbank bank-transfer collection",
    otherNames: [],
    codes: ["payWay 4", "4"],
    settlement: "买家银行汇款到对公账户或个人支付宝，到账日看银行",
    source: "seed 116-117",
  },
  {
    id: "billcollect",
    name: "网商银行收票易",
    english: "MYbank bill collection",
    otherNames: [],
    codes: [],
    settlement: "票据到期日到账，最长 6 个月，只用于账期交易订单",
    source: "seed 119；最长 6 个月：2023-01-01 起的规定",
  },
  {
    id: "bill",
    name: "电子承兑汇票",
    english: "electronic acceptance bill",
    otherNames: ["承兑汇票", "电子银行承兑汇票"],
    codes: ["payWay 6", "payWay 14", "6", "14"],
    settlement: "票据到期日到账，最长 6 个月",
    source: "seed 121；最长 6 个月：2023-01-01 起的规定",
  },
  {
    id: "chengeshe",
    name: "诚e赊",
    english: "Cheng-e-she credit",
    otherNames: ["诚易赊"],
    codes: ["creditBuy", "payWay 3", "3"],
    payer: "卖家",
    daysAfterReceipt: 30,
    settlement: "确认收货后 30 天到账，买家不还由保险赔付",
    source: "seed 42、123",
  },
];
