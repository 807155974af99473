import { isHostError, plainValue } from "../functions/cell.ts";
import { numberQuantity } from "../functions/quantity.ts";
import { badArgument, type Refusal } from "../functions/refusal.ts";
import { isBlankRow, type Table } from "../functions/table.ts";
import { isBlankInTable } from "./blank.ts";
import { type HeaderField, matchHeaders } from "./header.ts";
import { readNumber } from "./number-text.ts";
import { readTimeStamp } from "./time-stamp.ts";

/** How the cells of an order export's column are read. */
type OrderColumnKind = "code" | "text" | "amount" | "number" | "time";

interface OrderField extends HeaderField {
  readonly kind: OrderColumnKind;
  /** Belongs to the item of the line, not to the order. */
  readonly isItem?: true;
}

/** The columns of 1688's order export (facts.md §4), and the one for the way of payment that merchants add. */
export const orderFields = {
  orderId: { header: "订单编号", aliases: ["订单号", "订单ID"], kind: "code" },
  buyerCompany: { header: "买家公司名", kind: "text" },
  buyer: { header: "买家会员名", kind: "text" },
  sellerCompany: { header: "卖家公司名", kind: "text" },
  seller: { header: "卖家会员名", kind: "text" },
  goods: { header: "货品总价", kind: "amount" },
  freight: { header: "运费", kind: "amount" },
  adjustment: { header: "涨价或折扣", kind: "amount" },
  paid: { header: "实付款", kind: "amount" },
  status: { header: "订单状态", kind: "text" },
  createdAt: { header: "订单创建时间", kind: "time" },
  paidAt: { header: "订单付款时间", kind: "time" },
  shippedBy: { header: "发货方", kind: "text" },
  recipient: { header: "收货人姓名", kind: "text" },
  address: { header: "收货地址", kind: "text" },
  postcode: { header: "邮编", kind: "code" },
  phone: { header: "联系电话", kind: "code" },
  mobile: { header: "联系手机", kind: "code" },
  title: { header: "货品标题", kind: "text", isItem: true },
  unitPrice: { header: "单价", kind: "number", isItem: true },
  quantity: { header: "数量", kind: "number", isItem: true },
  unit: { header: "单位", kind: "text", isItem: true },
  itemNumber: { header: "货号", kind: "code", isItem: true },
  model: { header: "型号", kind: "code", isItem: true },
  offerId: { header: "Offer ID", kind: "code", isItem: true },
  skuId: { header: "SKU ID", kind: "code", isItem: true },
  materialNumber: { header: "物料编号", kind: "code", isItem: true },
  singleItemNumber: { header: "单品货号", kind: "code", isItem: true },
  message: { header: "买家留言", kind: "text" },
  carrier: { header: "物流公司", kind: "text" },
  trackingNumber: { header: "运单号", kind: "code" },
  method: { header: "收款方式", aliases: ["支付方式", "付款方式"], kind: "text" },
} as const satisfies Record<string, OrderField>;

export type OrderFields = typeof orderFields;
type OrderKey = keyof OrderFields;

/** A column of an export as it stands there; 1688's own columns have a key. */
export interface OrderColumn {
  readonly header: string;
  readonly key: OrderKey | undefined;
  readonly kind: OrderColumnKind | "unknown";
  readonly isItem: boolean;
}

/** What each column of an export is. */
export function orderColumns(table: Table<OrderFields>): OrderColumn[] {
  return table.headers.map((cell): OrderColumn => {
    const header = isBlankInTable(cell) || isHostError(cell) ? "" : String(cell);
    const key = matchHeaders<OrderKey>([header], orderFields).keys().next().value;
    if (!key) return { header, key, kind: "unknown", isItem: false };
    const field: OrderField = orderFields[key];
    return { header, key, kind: field.kind, isItem: field.isItem ?? false };
  });
}

/** The rows of one order's items, as indices of the table's rows. */
export type OrderLines = readonly number[];

/**
 * Groups the rows of an export into orders, in the export's order: a row without an order id continues the
 * order above it (merged cells), a row with an id that was seen before belongs to that order. Without a column
 * of ids a row continues the order above it where all columns of the order are blank. Blank rows belong to none.
 */
export function groupOrders(table: Table<OrderFields>): OrderLines[] {
  const idColumn = table.columns.get("orderId");
  const ownColumns =
    idColumn === undefined
      ? orderColumns(table).flatMap((column, index) => (column.isItem ? [] : [index]))
      : [idColumn];
  const orders: number[][] = [];
  const byId = new Map<string, number[]>();
  let current: number[] | undefined;
  for (const [index, row] of table.rows.entries()) {
    if (isBlankRow(row)) continue;
    const isContinued = ownColumns.every((column) => isBlankInTable(plainValue(row[column])));
    const id = idColumn === undefined || isContinued ? undefined : plainValue(row[idColumn]);
    const name = id === undefined || isHostError(id) ? undefined : String(id).trim();
    const known = isContinued ? current : name === undefined ? undefined : byId.get(name);
    if (known) {
      known.push(index);
    } else {
      orders.push([index]);
      if (name !== undefined) byId.set(name, orders.at(-1) as number[]);
    }
    current = known ?? orders.at(-1);
  }
  return orders;
}

const DIGITS_OF_A_CODE = /^(?:0\d+|\d{11,})$/;
const LIKE_A_DATE = /^\d{4}(?:[-/.]\d{1,2}[-/.]\d|年\d)/;
/** From here on Excel has put zeros for a number's last digits. */
const DIGITS_LOST = 1e15;

/** A cell of an export as its column's kind says: codes as text, numbers as numbers, times as serial numbers. */
export function orderCell(raw: unknown, { header, kind }: OrderColumn): string | number | boolean | Refusal {
  const value = plainValue(raw);
  if (isBlankInTable(value)) return "";
  const isNoNumber = typeof value === "number" && !Number.isFinite(value);
  if (typeof value === "object" || isNoNumber) return badArgument(`“${header}”是错误值，请改正。`);
  switch (kind) {
    case "code":
      if (typeof value === "number" && Math.abs(value) >= DIGITS_LOST) {
        return badArgument(`“${header}”被存成了数字，末几位已经丢失，请把该列设为文本后重新导入。`);
      }
      return String(value).trim();
    case "text":
      return String(value).trim();
    case "amount":
    case "number":
      return orderNumber.read(value, `“${header}”`);
    case "time":
      return (
        readTimeStamp(value) ??
        badArgument(`“${header}”应为时间，现为“${value}”，请改成如 2024-07-11 09:48:43 的写法。`)
      );
    case "unknown":
      return typeof value === "number" || typeof value === "boolean"
        ? value
        : guessedCell(String(value).trim());
  }
}

const orderNumber = numberQuantity({ words: { zh: "数字", en: "number" } });

/** A text of a column that 1688 does not write: a number or a time where it reads like one, else the text. */
function guessedCell(text: string): string | number {
  if (DIGITS_OF_A_CODE.test(text)) return text;
  if (LIKE_A_DATE.test(text)) return readTimeStamp(text) ?? text;
  return /e/i.test(text) ? text : (readNumber(text) ?? text);
}
