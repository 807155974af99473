import type { KindColumns } from "../cells/define-template-kind.ts";
import { TITLE_LIMIT, TITLE_USED, TITLE_USED_PERCENT } from "./title-length.ts";

/** The columns of a rules table. */
export const ruleColumns = {
  check: { header: "检查项", english: "check", holds: "text", example: "主图数量" },
  star: { header: "星", english: "star it counts for, 1 to 7", holds: "number", example: 4 },
  operator: { header: "条件", english: "condition", holds: "text", example: "介于" },
  value: { header: "值", english: "value", holds: "scalar", example: "3..5" },
  weight: { header: "权重", english: "weight", holds: "number", example: 1 },
  source: { header: "依据", english: "source", holds: "text", example: "公司标准" },
  grade: { header: "等级", english: "grade of the source", holds: "text", example: "assumption" },
} as const satisfies KindColumns;

export type RuleField = keyof typeof ruleColumns;

/** A built-in rule: a row of a listing-rules template and the day its source speaks of. */
type ListingRule = Readonly<Record<RuleField, string | number>> & { readonly validFrom: string };

const SEED_DAY = "2019-03-06";
const SOURCE_DAY = "2023-01-01";
const ONE_STAR = "一项一星、各项同权为假设";

const rule = (cells: Omit<ListingRule, "weight" | "validFrom"> & Partial<ListingRule>): ListingRule => ({
  weight: 1,
  validFrom: SEED_DAY,
  ...cells,
});

/** The seven-star rules that apply where no table is given: one star per item of the seed, in its order. */
export const listingRules: readonly ListingRule[] = [
  rule({
    check: "标题长度",
    star: 1,
    operator: "介于",
    value: `1..${TITLE_LIMIT}`,
    grade: "seed",
    source: `seed 47（2019-03-06）：${TITLE_LIMIT} 个字符（30 个汉字）；${ONE_STAR}`,
  }),
  rule({
    check: "标题用量",
    star: 1,
    operator: ">=",
    value: TITLE_USED,
    grade: "assumption",
    source: `seed 47：尽量把 ${TITLE_LIMIT} 个字符使用到位；用到 ${TITLE_USED_PERCENT} % 为假设`,
  }),
  rule({
    check: "违禁词",
    star: 1,
    operator: "不含",
    value: "最、第一、顶级、绝对、100%、全网最低、最好、最佳",
    grade: "source",
    source: "公开资料 2023–2026：广告用语，可自行增减",
    validFrom: SOURCE_DAY,
  }),
  rule({
    check: "必填属性",
    star: 2,
    operator: ">=",
    value: "必填属性总数",
    grade: "seed",
    source: "seed 48：带红色星号的为必填项",
  }),
  rule({
    check: "自定义属性数",
    star: 3,
    operator: "介于",
    value: "1..3",
    grade: "assumption",
    source: "seed 49：可适当增加；至少 1 个为假设，最多 3 个见公开资料 2023",
  }),
  rule({
    check: "主图数量",
    star: 4,
    operator: "介于",
    value: "3..5",
    grade: "seed",
    source: "seed 50：不少于 3 张；最多 5 张见公开资料 2023",
  }),
  rule({
    check: "主图尺寸",
    star: 4,
    operator: ">=",
    value: 750,
    grade: "seed",
    source: "seed 50：750×750 像素以上",
  }),
  rule({
    check: "实拍图",
    star: 4,
    operator: "=",
    value: "是",
    grade: "seed",
    source: "seed 50：主图为实物拍摄图",
  }),
  rule({
    check: "Logo",
    star: 4,
    operator: "<=",
    value: 200,
    grade: "seed",
    source: "seed 50：Logo 在左上角，不大于 200×200 像素；没有 Logo 也可以",
  }),
  rule({
    check: "视频时长",
    star: 4,
    operator: "<=",
    value: 60,
    grade: "seed",
    source: "seed 50：60 秒以内，0 秒等于没有视频；发布页里视频可不传，不传只少这一星（公开资料 2023）",
  }),
  rule({
    check: "价格",
    star: 5,
    operator: ">",
    value: 0,
    grade: "seed",
    source: "seed 51：正确填写销售信息",
  }),
  rule({
    check: "起批量",
    star: 5,
    operator: "介于",
    value: "1..99999",
    grade: "source",
    source: "seed 51；范围见公开资料 2023",
    validFrom: SOURCE_DAY,
  }),
  rule({
    check: "可售数量",
    star: 5,
    operator: ">=",
    value: "起批量",
    grade: "source",
    source: "seed 51；不少于起批量见公开资料 2023",
    validFrom: SOURCE_DAY,
  }),
  rule({
    check: "计量单位",
    star: 5,
    operator: "有值",
    value: "",
    grade: "seed",
    source: "seed 51：正确填写销售信息",
  }),
  rule({
    check: "网上订购",
    star: 6,
    operator: "=",
    value: "是",
    grade: "seed",
    source: "seed 52：必须选择支持网上订购，否则不可能是七星",
  }),
  rule({
    check: "详情主图细节参数",
    star: 7,
    operator: "=",
    value: "是",
    grade: "seed",
    source: "seed 54：产品主图、细节图、参数",
  }),
  rule({
    check: "详情关联销售",
    star: 7,
    operator: "=",
    value: "是",
    grade: "seed",
    source: "seed 55：产品关联销售",
  }),
  rule({
    check: "详情视频",
    star: 7,
    operator: "=",
    value: "是",
    grade: "seed",
    source: "seed 56：产品视频",
  }),
  rule({
    check: "详情使用场景",
    star: 7,
    operator: "=",
    value: "是",
    grade: "seed",
    source: "seed 57：产品使用场景",
  }),
  rule({
    check: "详情工厂资质",
    star: 7,
    operator: "=",
    value: "是",
    grade: "seed",
    source: "seed 58：工厂设备、生产场景、企业资质",
  }),
  rule({
    check: "详情发货说明",
    star: 7,
    operator: "=",
    value: "是",
    grade: "seed",
    source: "seed 59：发货说明、发货场景",
  }),
];
