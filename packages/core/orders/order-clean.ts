import { exportCell } from "../cells/export-cell.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { orderColumns, orderFields, orderRows } from "./order-export.ts";

/** ORDERCLEAN: 1688's order export as a table one can compute with. */
export const orderClean = defineFunction({
  id: "ORDERCLEAN",
  parameters: [
    {
      shape: "table",
      name: "export",
      title: "订单导出",
      fields: orderFields,
      keepsUnits: true,
    },
    {
      shape: "headers",
      name: "headers",
      title: "表头",
      optional: true,
    },
  ],
  dates: [orderFields.createdAt.header, orderFields.paidAt.header],
  compute: ({ export: table }) => {
    const columns = orderColumns(table);
    return [columns.map((column) => column.header), ...orderRows(table, columns, exportCell)];
  },
});

export const orderCleanText = describe(orderClean, {
  domain: "payment",
  summary: {
    zh: "把 1688 导出的订单整理成可以计算的表：合并单元格向下填满，编号保持文本，数字和时间可以计算，整单金额只留在每单第一行，求和不会重复。",
    en: "A 1688 order export as a table one can compute with: merged cells filled down, ids kept as text, numbers and times as such, order amounts on an order's first line only, so that a column sum is right.",
  },
  source: "1688 订单导出的表头（2023-2025）；多件商品的订单只在第一行写整单信息",
  parameters: {
    export: { zh: "粘贴的订单导出，含表头", en: "pasted order export with its header row" },
    headers: { zh: "表头另在别处时的那一行", en: "header row, where it stands apart" },
  },
  returns: {
    zh: "表：原来的各列和表头，每行一件商品",
    en: "table: the export's own columns and headers, one line per item",
  },
  examples: [
    {
      arguments: [
        [
          ["订单编号", "实付款(元)", "订单创建时间", "货品标题", "单价(元)", "数量"],
          ["2233445566778899001", "1,050.00", "2026-03-28 12:00:00", "保温杯", "20", "50"],
          ["", "", "", "杯刷", "1", "50"],
        ],
      ],
      answer: [
        ["订单编号", "实付款(元)", "订单创建时间", "货品标题", "单价(元)", "数量"],
        ["2233445566778899001", 1050, 46109.5, "保温杯", 20, 50],
        ["2233445566778899001", "", 46109.5, "杯刷", 1, 50],
      ],
    },
  ],
});
