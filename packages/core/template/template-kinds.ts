import { activityPlanKind } from "../calendar/activity-plan-kind.ts";
import { holidaysKind } from "../calendar/holidays-kind.ts";
import { requirementsKind } from "../calendar/requirements-kind.ts";
import { listingRulesKind } from "../listing/listing-rules-kind.ts";
import { wordListKind } from "../listing/word-list-kind.ts";
import { paymentRatesKind } from "../payment/payment-rates-kind.ts";
import { sheetKind } from "./sheet-kind.ts";

/** Every kind of template (api.md, Kinds). */
export const templateKinds = [
  listingRulesKind,
  paymentRatesKind,
  activityPlanKind,
  holidaysKind,
  wordListKind,
  requirementsKind,
  sheetKind,
] as const;
