import { decimalValue } from "../cells/decimal-value.ts";
import type { HeaderField } from "../cells/header.ts";
import { amountQuantity, numberQuantity, type Quantity } from "../cells/quantity.ts";
import { readField } from "../cells/read-field.ts";
import { Refusal } from "../cells/refusal.ts";
import type { Table, TableFields } from "../cells/table.ts";
import { productFields } from "../listing/product-fields.ts";

/** The columns of a product report, by the names that 生意参谋 and merchants use. */
export const reportFields = {
  ...productFields,
  impressions: {
    header: "展现次数",
    aliases: ["展现", "展现量", "展现数", "曝光", "曝光量", "曝光次数", "曝光数", "展示次数", "impressions"],
    measure: "count",
  },
  clicks: { header: "点击次数", aliases: ["点击", "点击量", "点击数", "clicks"], measure: "count" },
  visitors: {
    header: "访客数",
    aliases: ["访客", "商品访客数", "访客人数", "商品详情页访客数", "UV", "visitors"],
    measure: "count",
  },
  inquiries: {
    header: "询盘数",
    aliases: ["询盘", "询盘次数", "询盘人数", "询盘客户数", "询盘买家数", "inquiries"],
    measure: "count",
  },
  buyers: {
    header: "支付买家数",
    aliases: ["支付买家", "支付人数", "支付客户数", "成交买家数", "买家数", "支付订单数", "buyers"],
    measure: "count",
  },
} as const satisfies TableFields;

/** What a report says of one product; undefined for what it does not say. */
export interface ProductFigures {
  readonly impressions: number | undefined;
  readonly clicks: number | undefined;
  readonly visitors: number | undefined;
  readonly inquiries: number | undefined;
  readonly buyers: number | undefined;
}

/** The figures of a row, or the first that could not be read. */
export function readFigures(table: Table<typeof reportFields>, index: number): ProductFigures | Refusal {
  let problem: Refusal | undefined;
  const read = (key: keyof ProductFigures) => {
    const figure = readField(table, index, key, amountQuantity);
    if (!(figure instanceof Refusal)) return figure;
    problem ??= figure;
    return undefined;
  };
  const figures = {
    impressions: read("impressions"),
    clicks: read("clicks"),
    visitors: read("visitors"),
    inquiries: read("inquiries"),
    buyers: read("buyers"),
  };
  return problem ?? figures;
}

/** A figure that is compared with a benchmark. */
export interface Metric extends HeaderField {
  readonly of: (figures: ProductFigures) => number | undefined;
  readonly show: (value: number) => string;
  readonly quantity: Quantity<number>;
}

const rateQuantity = numberQuantity({
  words: { zh: "0 到 1 的比率，如 5%", en: "rate from 0 to 1, such as 5%" },
  min: 0,
  max: 1,
});
const count = { show: (value: number) => String(value), quantity: amountQuantity };
const rate = { show: (value: number) => `${(value * 100).toFixed(2)}%`, quantity: rateQuantity };
const share = (part: number | undefined, whole: number | undefined) =>
  part === undefined || !whole ? undefined : decimalValue(part / whole);

/** The figures that can have a benchmark, by the names a benchmark table may use. */
export const metrics = {
  impressions: { ...reportFields.impressions, ...count, of: ({ impressions }) => impressions },
  clickRate: {
    header: "点击率",
    aliases: ["点击转化率", "CTR"],
    ...rate,
    of: ({ clicks, impressions }) => share(clicks, impressions),
  },
  inquiries: { ...reportFields.inquiries, ...count, of: ({ inquiries }) => inquiries },
  inquiryRate: {
    header: "询盘率",
    aliases: ["询盘转化率"],
    ...rate,
    of: ({ inquiries, visitors }) => share(inquiries, visitors),
  },
  buyers: { ...reportFields.buyers, ...count, of: ({ buyers }) => buyers },
  paymentRate: {
    header: "支付转化率",
    aliases: ["支付率", "转化率", "成交转化率"],
    ...rate,
    of: ({ buyers, visitors }) => share(buyers, visitors),
  },
} as const satisfies Record<string, Metric>;

export type MetricKey = keyof typeof metrics;
