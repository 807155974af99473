import type { KindColumns } from "../cells/define-template-kind.ts";

const LEAD = { holds: "number", measure: "days" } as const;

/** The columns of an activity plan; lead times are days from the start, the review's from the end. */
export const planFields = {
  activity: { header: "活动", english: "activity", holds: "text", example: "店庆" },
  dateRule: { header: "日期规则", english: "date rule", holds: "dayRule", example: "11月第4个周五" },
  days: { header: "天数", english: "days", ...LEAD, example: 3 },
  industries: { header: "行业", english: "industries", holds: "text", example: "服装、跨境" },
  enrolFrom: { header: "报名开始", english: "enrolment opens", ...LEAD, example: -45 },
  enrolTo: { header: "报名截止", english: "enrolment closes", ...LEAD, example: -20 },
  stockReady: { header: "备货完成", english: "stock ready", ...LEAD, example: -14 },
  warmUpFrom: { header: "预热开始", english: "warm-up begins", ...LEAD, example: -7 },
  review: { header: "复盘", english: "review", ...LEAD, example: 3 },
  enabled: { header: "启用", english: "enabled", holds: "yesNo", example: "是" },
  owner: { header: "负责人", english: "owner", holds: "text", example: "小李" },
  note: { header: "备注", english: "note", holds: "text", example: "按平台公告修改" },
  source: { header: "依据", english: "source", holds: "text", example: "去年的安排" },
} as const satisfies KindColumns;

/**
 * A row of an activity-plan template as it stands in a table. `grade` is that of the date; lead times are
 * assumptions throughout and called so in `source`.
 */
export type BuiltInActivity = Readonly<Partial<Record<keyof typeof planFields, string | number>>> & {
  readonly activity: string;
  readonly dateRule: string;
  readonly source: string;
  readonly grade: "seed" | "computed" | "fixed" | "source" | "assumption";
};

const LEAD_TIMES = "天数和提前天数：假设";

/** An official promotion of the platform (seed line 135). */
const promotion = (activity: string, dateRule: string): BuiltInActivity => ({
  activity,
  dateRule,
  days: 1,
  industries: "通用",
  enrolFrom: -45,
  enrolTo: -20,
  stockReady: -14,
  warmUpFrom: -7,
  review: 3,
  source: `日期：《1688商家成长宝典》第 135 行；${LEAD_TIMES}，请按平台公告修改`,
  grade: "seed",
});

/** What trade press of 2024–2026 says of a season. */
const tradePress = (rhythm: string) => `行业资料 2024–2026：${rhythm}；${LEAD_TIMES}`;

/** A season's new clothes: on sale for some days from a date on. */
const newClothes = (
  season: string,
  dateRule: string,
  days: number,
  stockReady: number,
  rhythm: string,
): BuiltInActivity => ({
  activity: `服装${season}上新`,
  dateRule,
  days,
  industries: "服装",
  stockReady,
  warmUpFrom: -7,
  review: 3,
  source: tradePress(rhythm),
  grade: "source",
});

/** An activity whose date the merchant sets, off by default. */
const optional = (activity: string, dateRule: string): BuiltInActivity => ({
  ...promotion(activity, dateRule),
  enabled: "否",
  source: `日期、${LEAD_TIMES}，按平台当年公告改好再启用`,
  grade: "assumption",
});

/** The built-in activity plan: the seed's official promotions and what is known of the trades. */
export const activityPlan: readonly BuiltInActivity[] = [
  {
    activity: "春节备货",
    dateRule: "农历 01-01",
    days: 8,
    industries: "通用",
    stockReady: -35,
    warmUpFrom: -85,
    review: 7,
    source: tradePress("买家 11 月中旬到 12 月初下单，工厂停工 2–4 周，停工前 2–3 周做完"),
    grade: "computed",
  },
  promotion("3.28官方大促", "03-28"),
  promotion("6.28官方大促", "06-28"),
  promotion("9.20官方大促", "09-20"),
  promotion("12.20官方大促", "12-20"),
  newClothes("春季", "01-05", 27, -14, "1 月上市，设计到上架 4.5–7 个月"),
  newClothes("夏季", "03-01", 31, -14, "3 月上市，设计到上架 4.5–7 个月"),
  newClothes("秋季", "节气 立秋", 40, -14, "立秋后上市，9 月中旬最旺"),
  newClothes("冬季", "11-01", 30, -1, "7–8 月打样，9–10 月生产"),
  {
    activity: "圣诞",
    dateRule: "12-25",
    days: 1,
    industries: "跨境",
    stockReady: -116,
    warmUpFrom: -100,
    review: 3,
    source: tradePress("5–6 月开始生产，7–8 月做完，9 月发货"),
    grade: "fixed",
  },
  optional("618", "06-18"),
  optional("双11", "11-11"),
  optional("商人节", "11-29"),
];
