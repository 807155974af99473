import { activities, activitiesText } from "../calendar/activities.ts";
import { activityFit, activityFitText } from "../calendar/activity-fit.ts";
import { festival, festivalText } from "../calendar/festival.ts";
import { holidays, holidaysText } from "../calendar/holidays.ts";
import { isWorkdayCn, isWorkdayCnText } from "../calendar/is-workday-cn.ts";
import { networkdaysCn, networkdaysCnText } from "../calendar/networkdays-cn.ts";
import { nextActivity, nextActivityText } from "../calendar/next-activity.ts";
import { workdayCn, workdayCnText } from "../calendar/workday-cn.ts";
import type { DescribedFunction, SpreadsheetFunction } from "../functions/define-function.ts";
import { keywords, keywordsText } from "../listing/keywords.ts";
import { sevenStar, sevenStarText } from "../listing/seven-star.ts";
import { sevenStarCheck, sevenStarCheckText } from "../listing/seven-star-check.ts";
import { sevenStarScore, sevenStarScoreText } from "../listing/seven-star-score.ts";
import { titleBuild, titleBuildText } from "../listing/title-build.ts";
import { titleCheck, titleCheckText } from "../listing/title-check.ts";
import { titleLen, titleLenText } from "../listing/title-len.ts";
import { buyerMix, buyerMixText } from "../market/buyer-mix.ts";
import { demandGap, demandGapText } from "../market/demand-gap.ts";
import { indexTrend, indexTrendText } from "../market/index-trend.ts";
import { peers, peersText } from "../market/peers.ts";
import { priceBand, priceBandText } from "../market/price-band.ts";
import { rankMove, rankMoveText } from "../market/rank-move.ts";
import { funnel, funnelText } from "../operation/funnel.ts";
import { productDiag, productDiagText } from "../operation/product-diag.ts";
import { testPick, testPickText } from "../operation/test-pick.ts";
import { testSize, testSizeText } from "../operation/test-size.ts";
import { wilson, wilsonText } from "../operation/wilson.ts";
import { orderClean, orderCleanText } from "../orders/order-clean.ts";
import { orderFees, orderFeesText } from "../orders/order-fees.ts";
import { aging, agingText } from "../payment/aging.ts";
import { creditLeft, creditLeftText } from "../payment/credit-left.ts";
import { earlyCost, earlyCostText } from "../payment/early-cost.ts";
import { payCompare, payCompareText } from "../payment/pay-compare.ts";
import { payDue, payDueText } from "../payment/pay-due.ts";
import { payFee, payFeeText } from "../payment/pay-fee.ts";
import { payNet, payNetText } from "../payment/pay-net.ts";
import { payPlan, payPlanText } from "../payment/pay-plan.ts";
import { payPrice, payPriceText } from "../payment/pay-price.ts";
import { bizLine, bizLineText } from "../strategy/biz-line.ts";
import { services, servicesText } from "../strategy/services.ts";
import { shopMode, shopModeText } from "../strategy/shop-mode.ts";

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

/** The same functions with their words, for metadata, manual and help. */
export const describedCatalogue: readonly DescribedFunction[] = [
  sevenStarText,
  sevenStarCheckText,
  sevenStarScoreText,
  titleLenText,
  titleCheckText,
  titleBuildText,
  keywordsText,
  payFeeText,
  payNetText,
  payPriceText,
  payCompareText,
  payPlanText,
  payDueText,
  creditLeftText,
  agingText,
  earlyCostText,
  orderCleanText,
  orderFeesText,
  activitiesText,
  nextActivityText,
  activityFitText,
  workdayCnText,
  networkdaysCnText,
  isWorkdayCnText,
  festivalText,
  holidaysText,
  priceBandText,
  peersText,
  indexTrendText,
  demandGapText,
  buyerMixText,
  rankMoveText,
  funnelText,
  productDiagText,
  testPickText,
  testSizeText,
  wilsonText,
  bizLineText,
  shopModeText,
  servicesText,
];
