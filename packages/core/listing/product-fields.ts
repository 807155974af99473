import type { Cell } from "../cells/cell.ts";
import { textQuantity } from "../cells/quantity.ts";
import { readField } from "../cells/read-field.ts";
import type { Table, TableFields } from "../cells/table.ts";
import { listingFields } from "./listing-fields.ts";

/** The columns that say which product a row is about. */
export const productFields = {
  title: {
    ...listingFields.title,
    aliases: [...listingFields.title.aliases, "商品名称", "产品名称", "商品"],
  },
  offerId: listingFields.offerId,
} as const satisfies TableFields;

/** What a row's product is called: its title, else its id, else nothing. */
export const productName = <Fields extends typeof productFields & TableFields>(
  table: Table<Fields>,
  index: number,
): Cell =>
  readField(table, index, "title", textQuantity) ?? readField(table, index, "offerId", textQuantity) ?? "";
