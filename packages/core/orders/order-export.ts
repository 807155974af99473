import { isBlankInTable } from "../cells/blank.ts";
import { isHostError, plainValue } from "../cells/cell.ts";
import { type ExportColumn, isDamagedCode } from "../cells/export-cell.ts";
import { type HeaderField, matchHeaders } from "../cells/header.ts";
import { isBlankRow, type Table } from "../cells/table.ts";

interface OrderField extends HeaderField {
  readonly kind: ExportColumn["kind"];
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
  goods: { header: "货品总价", kind: "amount", measure: "money" },
  freight: { header: "运费", kind: "amount", measure: "money" },
  adjustment: { header: "涨价或折扣", kind: "amount", measure: "money" },
  paid: { header: "实付款", kind: "amount", measure: "money" },
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
  unitPrice: { header: "单价", kind: "number", isItem: true, measure: "money" },
  quantity: { header: "数量", kind: "number", isItem: true, measure: "count" },
  unit: { header: "单位", kind: "text", isItem: true },
  itemNumber: { header: "货号", kind: "code", isItem: true },
  model: { header: "型号", kind: "code", isItem: true },
  offerId: { header: "Offer ID", kind: "code", isItem: true },
  skuId: { header: "SKU ID", kind: "code", isItem: true },
  materialNumber: { header: "物料编号", kind: "code", isItem: true },
  singleItemNumber: { header: "单品货号", kind: "code", isItem: true },
  varieties: { header: "货品种类", kind: "unknown" },
  message: { header: "买家留言", kind: "text" },
  carrier: { header: "物流公司", kind: "text" },
  trackingNumber: { header: "运单号", kind: "code" },
  method: { header: "收款方式", aliases: ["支付方式", "付款方式"], kind: "text" },
} as const satisfies Record<string, OrderField>;

export type OrderFields = typeof orderFields;
type OrderKey = keyof OrderFields;

/** A column of an order export as it stands there. */
export interface OrderColumn extends ExportColumn {
  readonly isItem: boolean;
}

/** What each column of an export is. */
export function orderColumns(table: Table<OrderFields>): OrderColumn[] {
  return table.headers.map((cell): OrderColumn => {
    const header = isBlankInTable(cell) || isHostError(cell) ? "" : String(cell);
    const key = matchHeaders<OrderKey>([header], orderFields).keys().next().value;
    if (!key) return { header, kind: "unknown", isItem: false };
    const field: OrderField = orderFields[key];
    return { header, kind: field.kind, isItem: field.isItem ?? false };
  });
}

/** The rows of one order's items, as indices of the table's rows. */
export type OrderLines = readonly number[];

/**
 * Groups the rows of an export into orders, in the export's order: a row without an order id continues the
 * order above it (merged cells), a row with an id that was seen before belongs to that order. Of ids that have
 * lost digits the order's amounts and times must be equal too. Without a column of ids a row continues the order
 * above it where all columns of the order are blank. Blank rows belong to none.
 */
export function groupOrders(
  table: Table<OrderFields>,
  columns: readonly OrderColumn[] = orderColumns(table),
): OrderLines[] {
  const placesOf = (has: (column: OrderColumn) => boolean) =>
    columns.flatMap((column, place) => (has(column) ? [place] : []));
  const idColumn = table.columns.get("orderId");
  const ownPlaces = idColumn === undefined ? placesOf(({ isItem }) => !isItem) : [idColumn];
  const witnesses = placesOf(({ kind }) => kind === "amount" || kind === "time");
  const orders: number[][] = [];
  const byId = new Map<string, number[]>();
  let current: number[] | undefined;
  for (const [index, row] of table.rows.entries()) {
    if (isBlankRow(row)) continue;
    const isContinued = ownPlaces.every((place) => isBlankInTable(plainValue(row[place])));
    const id = idColumn === undefined || isContinued ? undefined : plainValue(row[idColumn]);
    let name = id === undefined || isHostError(id) ? undefined : String(id).trim();
    if (isDamagedCode(id)) name += JSON.stringify(witnesses.map((place) => row[place]));
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

/**
 * The rows of an export with each order's columns filled down its lines, amounts on its first line only, so that
 * a column sum is right, and items line by line. `read` gives the cell in a row and column; "" is blank.
 */
export function orderRows<Value>(
  table: Table<OrderFields>,
  columns: readonly OrderColumn[],
  read: (raw: unknown, column: OrderColumn, row: number, place: number) => Value | "",
): (Value | "")[][] {
  const answer = table.rows.map(() => new Array<Value | "">(columns.length).fill(""));
  for (const lines of groupOrders(table, columns)) {
    for (const [place, column] of columns.entries()) {
      let above: Value | "" = "";
      for (const line of lines) {
        const own = read(table.rows[line]?.[place], column, line, place);
        if (column.isItem || above === "" || (column.kind !== "amount" && own !== "")) above = own;
        if (column.kind !== "amount") (answer[line] as (Value | "")[])[place] = above;
      }
      const first = answer[lines[0] ?? 0];
      if (column.kind === "amount" && first) first[place] = above;
    }
  }
  return answer;
}
