import type { FileKind } from "../cells/define-file-kind.ts";
import { listingExport } from "../listing/listing-export.ts";
import { attributeExport } from "../market/attribute-export.ts";
import { buyerExport } from "../market/buyer-export.ts";
import { industryExport } from "../market/industry-export.ts";
import { priceBandExport } from "../market/price-band-export.ts";
import { rankingExport } from "../market/ranking-export.ts";
import { coreBoardExport } from "../operation/core-board-export.ts";
import { incomeBillExport } from "../orders/income-bill-export.ts";
import { orderExport } from "../orders/order-export.ts";

/** Every kind of file that is recognised; of kinds that know equally many columns of a header row the first. */
export const fileKinds: readonly FileKind[] = [
  orderExport,
  incomeBillExport,
  coreBoardExport,
  industryExport,
  attributeExport,
  priceBandExport,
  buyerExport,
  rankingExport,
  listingExport,
];
