import { type Cell, plainValue } from "../cells/cell.ts";
import type { FileColumn } from "../cells/define-file-kind.ts";
import { exportCell } from "../cells/export-cell.ts";
import { inUnit } from "../cells/header-unit.ts";
import { badArgument, notKnown, Refusal, UNKNOWN } from "../cells/refusal.ts";
import type { Table } from "../cells/table.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import type { FeeRule } from "../payment/fee-rule.ts";
import { methodQuantity } from "../payment/find-payment-method.ts";
import { difference, exactDecimal, MoneySum, toCent } from "../payment/money.ts";
import { RATES_SOURCE, ratesParameter, ratesWords } from "../payment/pay-parameters.ts";
import type { PaymentMethod } from "../payment/payment-methods.ts";
import { sellerRules } from "../payment/seller-rule.ts";
import { type OrderColumns, orderExport } from "./order-export.ts";
import { groupOrders, type OrderLines, orderColumns } from "./order-lines.ts";

type Amount = number | "" | Refusal;
type ReadOrder = (lines: OrderLines, key: keyof OrderColumns) => Cell;

/** Reads an order's value of a column: the first that is not blank among its lines, "" where there is none. */
function orderReader(table: Table<OrderColumns>, columns: readonly FileColumn[]): ReadOrder {
  return (lines, key) => {
    const place = table.columns.get(key);
    const column = place === undefined ? undefined : columns[place];
    if (place === undefined || !column) return "";
    for (const line of lines) {
      const cell = exportCell(inUnit(plainValue(table.rows[line]?.[place]), table.units.get(key)), column);
      if (cell !== "") return cell;
    }
    return "";
  };
}

/** What the buyer pays, exactly: 实付款, else 货品总价 + 运费 + 涨价或折扣; refused where neither is there, or it is negative. */
function amountPaid(read: ReadOrder, lines: OrderLines): number | Refusal {
  let paid = read(lines, "paid") as Amount;
  if (paid === "") {
    const parts = (["goods", "freight", "adjustment"] as const).map((key) => read(lines, key) as Amount);
    if (parts[0] === "") return badArgument("订单没有实付款，也没有货品总价，请填写其中一项。");
    const sum = new MoneySum();
    for (const part of parts) {
      if (part instanceof Refusal) return part;
      if (part !== "") sum.add(part);
    }
    paid = sum.total.toNumber();
  }
  if (paid instanceof Refusal || paid >= 0) return paid;
  return badArgument(`实付款不能为负数，现为 ${paid}，请改正。`);
}

/** How an order was paid, as its column says: the method and the word to show for it. */
function orderMethod(read: ReadOrder, lines: OrderLines): { word: Cell; method: PaymentMethod | Refusal } {
  const word = read(lines, "method");
  if (word === "") {
    return {
      word: UNKNOWN,
      method: notKnown("支付方式未知，请填写参数“方式”（method），或在导出里加一列“支付方式”。"),
    };
  }
  if (word instanceof Refusal) return { word, method: word };
  const method = methodQuantity.read(word, "支付方式");
  return { word: method instanceof Refusal ? word : method.name, method };
}

/** The fee on what was paid, and what is left of it; the freight counts where a rate is on the goods only. */
function feeAndNet(paid: number | Refusal, freight: Amount, rule: FeeRule | Refusal): readonly [Cell, Cell] {
  if (paid instanceof Refusal) return [paid, paid];
  if (rule instanceof Refusal) return [rule, rule];
  if (rule.isOnGoods && freight instanceof Refusal) return [freight, freight];
  const freightPaid = rule.isOnGoods ? Math.min(Math.max(Number(freight), 0), paid) : 0;
  const goodsPaid = difference(paid, freightPaid);
  return [rule.fee(goodsPaid, freightPaid), rule.net(goodsPaid, freightPaid)];
}

const headerOf = (key: keyof OrderColumns) => orderExport.columns[key].header;

/** ORDERFEES: the fee of each order of an export, and what reaches the seller. */
export const orderFees = defineFunction({
  id: "ORDERFEES",
  parameters: [
    {
      shape: "table",
      name: "export",
      title: "订单导出",
      fields: orderExport.columns,
    },
    {
      shape: "headers",
      name: "headers",
      title: "表头",
      optional: true,
    },
    {
      shape: "one",
      name: "method",
      title: "方式",
      quantity: methodQuantity,
      optional: true,
    },
    ratesParameter,
  ],
  compute: ({ export: table, method, rates }) => {
    const columns = orderColumns(table.headers);
    const read = orderReader(table, columns);
    const ruleOf = sellerRules(rates, undefined);
    const orderRow = (lines: OrderLines): Cell[] => {
      const paid = amountPaid(read, lines);
      const freight = read(lines, "freight") as Amount;
      const by = method ? { word: method.name, method } : orderMethod(read, lines);
      const rule = by.method instanceof Refusal ? by.method : ruleOf(by.method, undefined);
      return [
        read(lines, "orderId"),
        read(lines, "goods"),
        freight,
        paid instanceof Refusal ? paid : toCent(exactDecimal(paid)),
        by.word,
        ...feeAndNet(paid, freight, rule),
      ];
    };
    return [
      [...(["orderId", "goods", "freight", "paid"] as const).map(headerOf), "方式", "费用", "到账"],
      ...groupOrders(table.rows, columns, orderExport).map(orderRow),
    ];
  },
});

export const orderFeesText = describe(orderFees, {
  domain: "payment",
  summary: {
    zh: "1688 导出的订单每单一行：实付款、支付方式、卖家承担的手续费和到账金额；一单有误不影响其他单。",
    en: "One row per order of a 1688 export: amount paid, payment method, the fee the seller bears and what arrives; a bad order does not spoil the others.",
  },
  get source() {
    return `1688 订单导出的表头（2023-2025）；${RATES_SOURCE}`;
  },
  parameters: {
    export: {
      zh: "粘贴的订单导出，含表头；可另加一列“支付方式”",
      en: "pasted order export with its header row; a column 支付方式 (payment method) may be added",
    },
    headers: { zh: "表头另在别处时的那一行", en: "header row, where it stands apart" },
    method: {
      zh: "所有订单的支付方式；不填则看“收款方式”或“支付方式”列",
      en: "payment method of all orders; blank: as the column 收款方式 or 支付方式 says",
    },
    rates: ratesWords,
  },
  returns: {
    zh: "表：订单编号、货品总价、运费、实付款、方式、费用、到账；每单一行",
    en: "table: order id, goods total, freight, amount paid, method, fee, net; one row per order",
  },
  examples: [
    {
      arguments: [
        [
          ["订单编号", "货品总价(元)", "运费(元)", "实付款(元)", "支付方式"],
          ["2233445566778899001", "1000", "50", "1050", "信用卡"],
          ["2233445566778899002", "200", "0", "200", "账期交易"],
        ],
      ],
      answer: [
        ["订单编号", "货品总价", "运费", "实付款", "方式", "费用", "到账"],
        ["2233445566778899001", 1000, 50, 1050, "信用卡支付", 10.5, 1039.5],
        [
          "2233445566778899002",
          200,
          0,
          200,
          "账期交易",
          { error: "#N/A", says: "费率未知，请在费率表中填写" },
          { error: "#N/A", says: "费率未知，请在费率表中填写" },
        ],
      ],
    },
  ],
});
