import { activities } from "../calendar/activities.ts";
import { activityFit } from "../calendar/activity-fit.ts";
import { festival } from "../calendar/festival.ts";
import { holidays } from "../calendar/holidays.ts";
import { isWorkdayCn } from "../calendar/is-workday-cn.ts";
import { networkdaysCn } from "../calendar/networkdays-cn.ts";
import { nextActivity } from "../calendar/next-activity.ts";
import { workdayCn } from "../calendar/workday-cn.ts";
import { titleLen } from "../listing/title-len.ts";
import { buyerMix } from "../market/buyer-mix.ts";
import { demandGap } from "../market/demand-gap.ts";
import { indexTrend } from "../market/index-trend.ts";
import { peers } from "../market/peers.ts";
import { priceBand } from "../market/price-band.ts";
import { rankMove } from "../market/rank-move.ts";
import { funnel } from "../operation/funnel.ts";
import { productDiag } from "../operation/product-diag.ts";
import { testPick } from "../operation/test-pick.ts";
import { testSize } from "../operation/test-size.ts";
import { wilson } from "../operation/wilson.ts";
import type { SpreadsheetFunction } from "./define-function.ts";

/** Every function of the product, in the order of the manual. */
export const catalogue: readonly SpreadsheetFunction[] = [
  titleLen,
  activities,
  nextActivity,
  activityFit,
  workdayCn,
  networkdaysCn,
  isWorkdayCn,
  festival,
  holidays,
  priceBand,
  peers,
  indexTrend,
  demandGap,
  buyerMix,
  rankMove,
  funnel,
  productDiag,
  testPick,
  testSize,
  wilson,
];
