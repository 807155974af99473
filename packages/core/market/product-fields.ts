import type { Cell } from "../functions/cell.ts";
import { textQuantity } from "../functions/quantity.ts";
import { readField } from "../functions/read-field.ts";
import type { Table, TableFields } from "../functions/table.ts";

/** The columns that say which product a row is about. */
export const productFields = {
  title: {
    header: "商品标题",
    aliases: ["信息标题", "货品标题", "产品标题", "标题", "subject", "title", "商品名称", "产品名称", "商品"],
  },
  offerId: { header: "商品ID", aliases: ["Offer ID", "产品ID", "货品ID", "productID"] },
} as const satisfies TableFields;

/** What a row's product is called: its title, else its id, else nothing. */
export const productName = <Fields extends typeof productFields & TableFields>(
  table: Table<Fields>,
  index: number,
): Cell =>
  readField(table, index, "title", textQuantity) ?? readField(table, index, "offerId", textQuantity) ?? "";
