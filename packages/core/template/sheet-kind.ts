import { readCellAddress } from "../cells/cell-address.ts";
import { defineTemplateKind } from "../cells/define-template-kind.ts";
import type { Quantity } from "../cells/quantity.ts";
import { badArgument } from "../cells/refusal.ts";
import { readSheetGrid } from "./sheet-grid.ts";

const addressQuantity: Quantity<unknown> = {
  words: { zh: "单元格地址", en: "address of a cell" },
  read: (value, argument) =>
    readCellAddress(String(value)) ?? badArgument(`${argument}应为单元格地址，如 A1，最大 XFD1048576。`),
};

/** A worksheet to insert, cell by cell. */
export const sheetKind = defineTemplateKind({
  id: "sheet",
  name: { zh: "工作表", en: "Worksheet" },
  tableName: "工作表内容",
  columns: {
    cell: { header: "位置", english: "cell", holds: "text", example: "A1" },
    content: { header: "值或公式", english: "value or formula", holds: "scalar", example: "=TITLELEN(B1)" },
    format: { header: "格式", english: "number format", holds: "text", example: "0.00" },
  },
  readRow: (row) => row.required("cell", addressQuantity),
  acrossRows: (rows) => {
    const grid = readSheetGrid(rows);
    return "errors" in grid ? grid.errors : [];
  },
  starters: () => [
    {
      words: { zh: "商品体检", en: "Listing audit" },
      rows: [
        ...["商品标题", "价格", "起批量", "可售数量", "计量单位", "支持网上订购"].map((header, column) => ({
          cell: `${String.fromCharCode(65 + column)}1`,
          content: header,
        })),
        { cell: "H1", content: "=SEVENSTARCHECK(A1:F200)" },
      ],
    },
  ],
});
