import { matchHeaders } from "../cells/header.ts";
import { memoize } from "../cells/memoize.ts";
import { foldChoice } from "../cells/quantity.ts";
import { type ListingField, listingFields } from "./listing-fields.ts";

/** How a check reads a listing, which conditions it understands, and what to do where it fails. */
export interface CheckKind {
  /** A number, the shorter side, a text's words, a yes/no word, whether anything stands there, or the logo. */
  readonly reads: "number" | "sides" | "words" | "yesNo" | "filled" | "logo";
  readonly field: ListingField;
  readonly unit?: string;
  /** What to do where the value is too low, or not what it should be. */
  readonly remedy: string;
  /** What to do where the value is too high. */
  readonly remedyAbove?: string;
}

const number = (field: ListingField, unit: string, remedy = "请改正", remedyAbove = "请减少"): CheckKind => ({
  reads: "number",
  field,
  unit,
  remedy,
  remedyAbove,
});
const yesNo = (field: ListingField, remedy = "请在详情中补上"): CheckKind => ({
  reads: "yesNo",
  field,
  remedy,
});

/** Every check that a rules table may name, by its 检查项. */
export const checkKinds: Readonly<Record<string, CheckKind>> = {
  标题长度: number("title", "个字符", "请补足", "请删减"),
  标题用量: number("title", "个字符", "请补足", "请删减"),
  违禁词: { reads: "words", field: "title", remedy: "请删除" },
  必填属性: number("attrFilled", "项", "请补填"),
  自定义属性数: number("attrCustom", "个", "请添加"),
  主图数量: number("imageCount", "张", "请补图"),
  主图尺寸: {
    reads: "sides",
    field: "imageSize",
    unit: "像素",
    remedy: "请换成更大的图",
    remedyAbove: "请换成更小的图",
  },
  实拍图: yesNo("realPhoto", "请换成实物拍摄的主图"),
  Logo: { reads: "logo", field: "logoPosition", unit: "像素", remedy: "请重做主图" },
  视频时长: number("videoSeconds", "秒", "请上传视频", "请剪短"),
  价格: number("price", "元"),
  起批量: number("moq", ""),
  可售数量: number("stock", "", "请补充库存"),
  计量单位: { reads: "filled", field: "unit", remedy: "" },
  网上订购: yesNo("onlineOrder", "请开通网上订购"),
  详情主图细节参数: yesNo("detail1"),
  详情关联销售: yesNo("detail2"),
  详情视频: yesNo("detail3"),
  详情使用场景: yesNo("detail4"),
  详情工厂资质: yesNo("detail5"),
  详情发货说明: yesNo("detail6"),
};

/** Online ordering is a gate: without it a listing never has seven stars, whatever the rules weigh (facts.md §1). */
export const GATE_CHECK = "网上订购";

/** The name of a check as merchants write it: its own, or any name of the column that it reads. */
export const findCheck = memoize((name: string): string | undefined => {
  const checks = Object.keys(checkKinds);
  const folded = foldChoice(name);
  const own = checks.find((check) => foldChoice(check) === folded);
  if (own) return own;
  const [field] = matchHeaders<ListingField>([name], listingFields).keys();
  return checks.find((check) => checkKinds[check]?.field === field);
});
