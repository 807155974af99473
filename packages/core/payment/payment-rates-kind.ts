import { defineTemplateKind } from "../cells/define-template-kind.ts";
import { paymentRates, rateColumns } from "./payment-rates.ts";
import { readRate } from "./rate-table.ts";

/** What payment methods cost. */
export const paymentRatesKind = defineTemplateKind({
  id: "payment-rates",
  name: { zh: "费率", en: "Payment rates" },
  tableName: "费率表",
  takenAs: "rates",
  columns: rateColumns,
  readRow: readRate,
  starters: () => [{ words: { zh: "内置费率", en: "Built-in rates" }, rows: paymentRates }],
});
