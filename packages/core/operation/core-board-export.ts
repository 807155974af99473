import { defineFileKind } from "../cells/define-file-kind.ts";
import { reportFields } from "./product-report.ts";

/** 生意参谋's core board (facts.md §4). */
export const coreBoardExport = defineFileKind({
  id: "coreBoard",
  name: { zh: "生意参谋核心看板", en: "Business Advisor core board" },
  columns: {
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
  marks: [
    ["day"],
    ["impressions", "adImpressions", "visitors", "paidAmount", "paidOrders", "adSpending", "inquiries"],
  ],
  newestFirst: "day",
});
