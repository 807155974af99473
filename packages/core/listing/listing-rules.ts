import type { templateColumns } from "../template/columns.ts";

type RuleField = (typeof templateColumns)["listing-rules"][number]["field"];

/** A built-in rule: a row of a listing-rules template and the day its source speaks of. */
type ListingRule = Readonly<Record<RuleField, string | number>> & { readonly validFrom: string };

const SEED_DAY = "2019-03-06";
const SOURCE_DAY = "2023-01-01";
const ONE_STAR = "一项一星、各项同权为假设";

const rule = (
  check: string,
  star: number,
  operator: string,
  value: string | number,
  grade: string,
  source: string,
  validFrom = SEED_DAY,
): ListingRule => ({ check, star, operator, value, weight: 1, source, grade, validFrom });

/** The seven-star rules that apply where no table is given: one star per item of the seed, in its order. */
export const listingRules: readonly ListingRule[] = [
  rule("标题长度", 1, "介于", "1..60", "seed", `seed 47（2019-03-06）：60 个字符（30 个汉字）；${ONE_STAR}`),
  rule("标题用量", 1, ">=", 54, "assumption", "seed 47：尽量把 60 个字符使用到位；用到 90 % 为假设"),
  rule(
    "违禁词",
    1,
    "不含",
    "最、第一、顶级、绝对、100%、全网最低、最好、最佳",
    "source",
    "公开资料 2023–2026：广告用语，可自行增减",
    SOURCE_DAY,
  ),
  rule("必填属性", 2, ">=", "必填属性总数", "seed", "seed 48：带红色星号的为必填项"),
  rule(
    "自定义属性数",
    3,
    "介于",
    "1..3",
    "assumption",
    "seed 49：可适当增加；至少 1 个为假设，最多 3 个见公开资料 2023",
  ),
  rule("主图数量", 4, "介于", "3..5", "seed", "seed 50：不少于 3 张；最多 5 张见公开资料 2023"),
  rule("主图尺寸", 4, ">=", 750, "seed", "seed 50：750×750 像素以上"),
  rule("实拍图", 4, "=", "是", "seed", "seed 50：主图为实物拍摄图"),
  rule("Logo", 4, "<=", 200, "seed", "seed 50：Logo 在左上角，不大于 200×200 像素；没有 Logo 也可以"),
  rule(
    "视频时长",
    4,
    "<=",
    60,
    "seed",
    "seed 50：60 秒以内，0 秒等于没有视频；发布页里视频可不传，不传只少这一星（公开资料 2023）",
  ),
  rule("价格", 5, ">", 0, "seed", "seed 51：正确填写销售信息"),
  rule("起批量", 5, "介于", "1..99999", "source", "seed 51；范围见公开资料 2023", SOURCE_DAY),
  rule("可售数量", 5, ">=", "起批量", "source", "seed 51；不少于起批量见公开资料 2023", SOURCE_DAY),
  rule("计量单位", 5, "有值", "", "seed", "seed 51：正确填写销售信息"),
  rule("网上订购", 6, "=", "是", "seed", "seed 52：必须选择支持网上订购，否则不可能是七星"),
  rule("详情主图细节参数", 7, "=", "是", "seed", "seed 54：产品主图、细节图、参数"),
  rule("详情关联销售", 7, "=", "是", "seed", "seed 55：产品关联销售"),
  rule("详情视频", 7, "=", "是", "seed", "seed 56：产品视频"),
  rule("详情使用场景", 7, "=", "是", "seed", "seed 57：产品使用场景"),
  rule("详情工厂资质", 7, "=", "是", "seed", "seed 58：工厂设备、生产场景、企业资质"),
  rule("详情发货说明", 7, "=", "是", "seed", "seed 59：发货说明、发货场景"),
];
