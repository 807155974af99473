import type { KindColumns } from "../cells/define-template-kind.ts";

/** The columns of a rates table. */
export const rateColumns = {
  method: { header: "方式", english: "method", holds: "text", example: "信用卡" },
  rate: {
    header: "费率",
    english: "rate",
    holds: "number",
    measure: "rate",
    numberFormat: "0.0##%",
    example: "0.8%",
  },
  fixedFee: { header: "固定费用", english: "fixed fee", holds: "number", measure: "money", example: 0 },
  minimum: { header: "最低", english: "minimum", holds: "number", measure: "money", example: 0.1 },
  maximum: { header: "最高", english: "maximum", holds: "number", measure: "money", example: 50 },
  payer: { header: "承担方", english: "who pays", holds: "text", example: "卖家" },
  base: { header: "基数", english: "base", holds: "text", example: "货款+运费" },
  validFrom: { header: "生效日", english: "valid from", holds: "day", example: "2026-01-01" },
  validTo: { header: "失效日", english: "valid to", holds: "day", example: "2026-12-31" },
  source: { header: "来源", english: "source", holds: "text", example: "合同" },
} as const satisfies KindColumns;

/** A column of a payment-rates table, by its JSON key. */
export type RateField = keyof typeof rateColumns;

/** A row of a payment-rates template as it stands in a table, with the grade of what it says. */
export type BuiltInRate = Readonly<Partial<Record<RateField, string | number>>> & {
  readonly method: string;
  readonly source: string;
  readonly grade: "seed" | "source" | "assumption";
};

const UNKNOWN = "没有公开资料，请填写与平台或银行约定的费率";

/** The built-in rates: the two that the seed (2019-03-06) states; every other rate is blank, that is unknown. */
export const paymentRates: readonly BuiltInRate[] = [
  { method: "支付宝担保交易", source: UNKNOWN, grade: "seed" },
  { method: "账期交易", source: UNKNOWN, grade: "seed" },
  { method: "分阶段 3/7", source: UNKNOWN, grade: "seed" },
  { method: "分阶段 3/6/1", source: UNKNOWN, grade: "seed" },
  { method: "分阶段 6/3/1", source: UNKNOWN, grade: "seed" },
  { method: "分阶段 9/1", source: UNKNOWN, grade: "seed" },
  { method: "货到付款", source: "由物流公司定价，请填写与物流公司约定的费率", grade: "seed" },
  {
    method: "网商银行信任付",
    payer: "买家",
    source: "《1688商家成长宝典》第 112 行：少量服务费，由买家承担",
    grade: "seed",
  },
  {
    method: "信用卡支付",
    rate: 0.01,
    payer: "卖家",
    base: "货款+运费",
    validFrom: "2019-03-06",
    source: "《1688商家成长宝典》第 114 行，未开通服务时由买家承担",
    grade: "seed",
  },
  { method: "网商银行融易收", source: UNKNOWN, grade: "seed" },
  { method: "网商银行收票易", source: UNKNOWN, grade: "seed" },
  { method: "电子承兑汇票", source: UNKNOWN, grade: "seed" },
  {
    method: "诚e赊",
    rate: 0.005,
    payer: "卖家",
    base: "货款+运费",
    validFrom: "2019-03-06",
    source: "《1688商家成长宝典》第 123 行，基数含运费为假设",
    grade: "assumption",
  },
];
