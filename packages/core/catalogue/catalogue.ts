import { activities } from "../calendar/activities.ts";
import { activityFit } from "../calendar/activity-fit.ts";
import { festival } from "../calendar/festival.ts";
import { holidays } from "../calendar/holidays.ts";
import { isWorkdayCn } from "../calendar/is-workday-cn.ts";
import { networkdaysCn } from "../calendar/networkdays-cn.ts";
import { nextActivity } from "../calendar/next-activity.ts";
import { workdayCn } from "../calendar/workday-cn.ts";
import type { SpreadsheetFunction } from "../functions/define-function.ts";
import { keywords } from "../listing/keywords.ts";
import { sevenStar } from "../listing/seven-star.ts";
import { sevenStarCheck } from "../listing/seven-star-check.ts";
import { sevenStarScore } from "../listing/seven-star-score.ts";
import { titleBuild } from "../listing/title-build.ts";
import { titleCheck } from "../listing/title-check.ts";
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
import { orderClean } from "../orders/order-clean.ts";
import { orderFees } from "../orders/order-fees.ts";
import { aging } from "../payment/aging.ts";
import { creditLeft } from "../payment/credit-left.ts";
import { earlyCost } from "../payment/early-cost.ts";
import { payCompare } from "../payment/pay-compare.ts";
import { payDue } from "../payment/pay-due.ts";
import { payFee } from "../payment/pay-fee.ts";
import { payNet } from "../payment/pay-net.ts";
import { payPlan } from "../payment/pay-plan.ts";
import { payPrice } from "../payment/pay-price.ts";
import { bizLine } from "../strategy/biz-line.ts";
import { services } from "../strategy/services.ts";
import { shopMode } from "../strategy/shop-mode.ts";

/** Every function of the product, in the order of the manual. */
export const catalogue: readonly SpreadsheetFunction[] = [
  sevenStar,
  sevenStarCheck,
  sevenStarScore,
  titleLen,
  titleCheck,
  titleBuild,
  keywords,
  payFee,
  payNet,
  payPrice,
  payCompare,
  payPlan,
  payDue,
  creditLeft,
  aging,
  earlyCost,
  orderClean,
  orderFees,
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
  bizLine,
  shopMode,
  services,
];
