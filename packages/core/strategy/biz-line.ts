import { defineFunction, describe } from "../functions/define-function.ts";
import { businessLines, businessMetrics } from "./business-lines.ts";
import { profileParameter, profileWords } from "./profile-parameter.ts";
import { basisOf, type Choice, rankChoices } from "./rank-choices.ts";

const HEADER = ["业务线", "匹配度", "理由", "依据"];

const basis = (name: string) => basisOf(businessLines.find((line) => line.name === name) as Choice);

/** BIZLINE: 1688's business lines, ranked for a shop. */
export const bizLine = defineFunction({
  id: "BIZLINE",
  parameters: [profileParameter(businessMetrics)],
  compute: ({ profile }) => [HEADER, ...rankChoices(businessLines, profile)],
});

export const bizLineText = describe(bizLine, {
  domain: "strategy",
  summary: {
    zh: "按店铺画像给 1688 的九条业务线排序：匹配度（0–100）= 符合的分 ÷ 已知的分，没填的指标不计，并说明理由和依据。",
    en: "The nine business lines of 1688 ranked for a shop's profile: score 0-100 = weight met / weight known, metrics not given do not count; with reason and source.",
  },
  source: "seed 6-24：1688的主要业务线；权重为假设（assumption）",
  parameters: { profile: profileWords(businessMetrics) },
  returns: {
    zh: "表格：业务线、匹配度、理由、依据，九行，最匹配的在前",
    en: "table 业务线 (business line), 匹配度 (score), 理由 (reason), 依据 (source), nine rows, the best first",
  },
  examples: [
    {
      words: { zh: "给淘宝卖家供货，能代发", en: "supplies Taobao sellers and drop-ships" },
      arguments: [
        [
          ["指标", "值"],
          ["客户", "淘宝卖家"],
          ["支持代发", "是"],
        ],
      ],
      answer: [
        HEADER,
        ["淘货源", 100, "得 9/9 分；符合：客户为淘宝卖家（6分）、支持代发为是（3分）", basis("淘货源")],
        [
          "大市场",
          0,
          "得 0/6 分；不符：客户为淘宝卖家，需要批发（6分）；未填，不计：经营类目",
          basis("大市场"),
        ],
        [
          "微供",
          0,
          "得 0/6 分；不符：客户为淘宝卖家，需要线下或实体店或微商或学生或辣妈或白领（6分）",
          basis("微供"),
        ],
        ["淘工厂", 0, "没有可以判断的指标；未填，不计：柔性生产、支持定制", basis("淘工厂")],
        ["跨境专供", 0, "得 0/6 分；不符：客户为淘宝卖家，需要跨境（6分）", basis("跨境专供")],
        [
          "大企业采购平台",
          0,
          "得 0/6 分；不符：客户为淘宝卖家，需要大企业或大型企业（6分）；未填，不计：经营类目、企业资质",
          basis("大企业采购平台"),
        ],
        ["伙拼", 0, "得 0/3 分；不符：客户为淘宝卖家，需要批发（3分）；未填，不计：集采拼单", basis("伙拼")],
        ["工业品品牌站", 0, "没有可以判断的指标；未填，不计：工业品、品牌授权", basis("工业品品牌站")],
        ["诚信通", 0, "没有可以判断的指标；未填，不计：企业资质、品牌授权", basis("诚信通")],
      ],
    },
  ],
});
