import type { ExportColumn } from "../cells/export-cell.ts";
import type { HeaderField } from "../cells/header.ts";
import type { Words } from "../cells/words.ts";
import { type ListingField, listingFields } from "../listing/listing-fields.ts";
import { reportFields } from "../operation/product-report.ts";
import { orderFields } from "../orders/order-export.ts";

/** A column of an export, by key in its kind. */
export interface ExportField extends HeaderField {
  readonly kind: ExportColumn["kind"];
  /** A share: written as a percentage; where several stand side by side, each belongs to the column to its left. */
  readonly isShare?: true;
  /** A label over several rows, merged in the export: a blank cell stands for the one above. */
  readonly isGroup?: true;
  /** Belongs to the item of an order's line, not to the order. */
  readonly isItem?: true;
}

/** A kind of export that merchants paste or import. */
export interface ExportKind {
  readonly name: Words;
  readonly fields: Readonly<Record<string, ExportField>>;
  /** A header row of this kind has a field of each of these lists, by two different columns. */
  readonly needs: readonly (readonly string[])[];
  /** What is done with the rows, beside what is done with those of every kind. */
  readonly steps: readonly Words[];
  /** The field of the days, where they come newest first and are turned round. */
  readonly day?: string;
}

const idsStep: Words = { zh: "编号存成文本，一位不少", en: "ids are kept as text with every digit" };
const numbersStep: Words = {
  zh: "“1,234”“12.3%”等文本变成可以计算的数字，“-”变成空白",
  en: "texts such as 1,234 and 12.3% become numbers, “-” becomes blank",
};
const timesStep: Words = { zh: "时间变成可以计算的日期", en: "times become dates one can compute with" };
const orderKeptStep: Words = { zh: "各行保持原来的顺序", en: "rows keep their order" };
const groupsStep: Words = { zh: "合并的类别向下填满", en: "merged labels are filled down" };

const demandAndSupply = {
  demand: { header: "1688采购指数", aliases: ["采购指数"], kind: "number" },
  supply: { header: "1688供应指数", aliases: ["供应指数"], kind: "number" },
} as const satisfies Record<string, ExportField>;
const share = { header: "百分比", aliases: ["占比"], kind: "number", isShare: true } as const;

const aliIndex = (
  form: Words,
  fields: Readonly<Record<string, ExportField>>,
  needs: readonly (readonly string[])[],
): ExportKind => ({
  name: { zh: `阿里指数·${form.zh}`, en: `Ali Index, ${form.en}` },
  fields,
  needs,
  steps: [
    ...(Object.values(fields).some(({ isGroup }) => isGroup) ? [groupsStep] : []),
    numbersStep,
    orderKeptStep,
  ],
});

const listingColumns = Object.fromEntries(
  (Object.keys(listingFields) as ListingField[]).map((key): [string, ExportField] => {
    const { holds, ...field } = { ...listingFields[key] };
    const kind = key === "offerId" ? "code" : holds === "number" || holds === "text" ? holds : "unknown";
    return [key, { ...field, kind }];
  }),
);

/** The exports that are known, by kind (facts.md §4; a table of listings by §1). */
export const exportKinds = {
  orders: {
    name: { zh: "1688 订单导出", en: "1688 order export" },
    fields: orderFields,
    needs: [["orderId"], ["goods", "paid", "status", "createdAt", "buyer", "title", "quantity"]],
    steps: [
      { zh: "合并单元格向下填满", en: "merged cells are filled down" },
      {
        zh: "整单金额只留在每单第一行，求和不会重复",
        en: "an order's amounts stay on its first line only, so that a column sum is right",
      },
      idsStep,
      numbersStep,
      timesStep,
      orderKeptStep,
    ],
  },
  incomeBill: {
    name: { zh: "1688 收入账单", en: "1688 income bill" },
    fields: {
      billId: { header: "账单编号", kind: "code" },
      createdAt: { header: "账单创建时间", kind: "time" },
      due: { header: "应收金额", kind: "number" },
      received: { header: "已收金额", kind: "number" },
      status: { header: "账单状态", kind: "text" },
      type: { header: "账单类型", kind: "text" },
      scene: { header: "场景类型", kind: "text" },
      sceneDetail: { header: "场景明细", kind: "text" },
      orderId: { header: "关联订单号", aliases: ["关联订单编号"], kind: "code" },
    },
    needs: [["billId"], ["createdAt", "due", "received", "status", "type"]],
    steps: [
      {
        zh: "相同的行都保留，同一份账单里它们各是一笔；几份账单的日期有重叠时，重叠的那段会重复，请只导入一份",
        en: "equal rows are kept, as within one bill each is an entry; where bills overlap, import only one of them for those days",
      },
      idsStep,
      numbersStep,
      timesStep,
      orderKeptStep,
    ],
  },
  coreBoard: {
    name: { zh: "生意参谋核心看板", en: "Business Advisor core board" },
    fields: {
      day: { header: "日期", aliases: ["统计日期"], kind: "time" },
      impressions: { ...reportFields.impressions, kind: "number" },
      adImpressions: { header: "广告展现次数", kind: "number" },
      visitors: { ...reportFields.visitors, kind: "number" },
      paidAmount: { header: "支付金额", kind: "number" },
      paidOrders: { header: "支付订单数", kind: "number" },
      adSpending: { header: "网销宝推广消耗金额", kind: "number" },
      inquiries: { ...reportFields.inquiries, kind: "number" },
      grossMargin: { header: "毛利率", kind: "number", isShare: true },
    },
    needs: [
      ["day"],
      ["impressions", "adImpressions", "visitors", "paidAmount", "paidOrders", "adSpending", "inquiries"],
    ],
    day: "day",
    steps: [
      {
        zh: "日期从早到晚排列（导出里最新的在前），走势函数和图表才读得对",
        en: "days are put in order from the oldest (the export has the newest first), as trends and charts read them",
      },
      numbersStep,
      timesStep,
    ],
  },
  aliIndustry: aliIndex(
    { zh: "行业大盘", en: "industry overview" },
    {
      category1: { header: "目录1", kind: "text", isGroup: true },
      category2: { header: "目录2", kind: "text", isGroup: true },
      shownAt: { header: "展示时间", kind: "unknown" },
      taobaoDemand: { header: "淘宝采购指数", kind: "number" },
      ...demandAndSupply,
    },
    [
      ["category1", "category2", "taobaoDemand", "shownAt"],
      ["demand", "supply", "taobaoDemand"],
    ],
  ),
  aliAttributes: aliIndex(
    { zh: "属性细分", en: "attribute breakdown" },
    {
      industry: { header: "行业类型", kind: "text", isGroup: true },
      attributeType: { header: "属性类型", kind: "text", isGroup: true },
      attribute: { header: "属性名称", kind: "text" },
      ...demandAndSupply,
    },
    [
      ["attribute", "attributeType"],
      ["demand", "supply"],
    ],
  ),
  aliPriceBands: aliIndex(
    { zh: "价格带", en: "price bands" },
    {
      attribute: { header: "属性名称", kind: "text", isGroup: true },
      band: { header: "价格分布", aliases: ["价格带"], kind: "text" },
      share,
    },
    [["band"], ["share"]],
  ),
  aliBuyers: aliIndex(
    { zh: "采购商身份", en: "buyer identity" },
    {
      newOrOld: { header: "新老采购商", kind: "text" },
      shopOwner: { header: "非淘宝/淘宝店主", kind: "text" },
      share,
    },
    [["newOrOld", "shopOwner"], ["share"]],
  ),
  aliRanking: aliIndex(
    { zh: "阿里排行", en: "Ali ranking" },
    {
      list: { header: "榜名", aliases: ["榜单"], kind: "text", isGroup: true },
      keyword: { header: "关键词", kind: "text" },
      trend: { header: "搜索趋势", kind: "unknown" },
      searchIndex: { header: "搜索指数", kind: "number" },
      offers: { header: "全站商品数", kind: "number" },
      conversion: { header: "搜索转化率", kind: "number", isShare: true },
    },
    [["keyword"], ["trend", "searchIndex", "offers", "conversion"]],
  ),
  listing: {
    name: { zh: "商品表", en: "table of listings" },
    fields: listingColumns,
    needs: [["title", "offerId", "attrFilled", "imageCount", "onlineOrder", "moq", "stock"]],
    steps: [
      idsStep,
      numbersStep,
      {
        zh: "图片尺寸、视频时长、是否等各列保持原样，七星函数读得懂",
        en: "image sizes, video lengths and yes/no columns stay as they are, as the seven-star functions read them",
      },
      orderKeptStep,
    ],
  },
} as const satisfies Readonly<Record<string, ExportKind>>;

export type ExportKindId = keyof typeof exportKinds;
