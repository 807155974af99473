import { defineFunction, describe } from "../functions/define-function.ts";
import { profileParameter, profileWords } from "./profile-parameter.ts";
import { basisOf, type Choice, rankChoices } from "./rank-choices.ts";
import { businessTypes, shopMetrics, shopModes } from "./shop-modes.ts";

const HEADER = ["模式", "匹配度", "理由", "依据"];

const basis = (name: string) =>
  basisOf([...shopModes, ...businessTypes].find((mode) => mode.name === name) as Choice);

/** SHOPMODE: how many shops to run and how, and whether the company produces or trades. */
export const shopMode = defineFunction({
  id: "SHOPMODE",
  parameters: [profileParameter(shopMetrics)],
  compute: ({ profile }) => [
    HEADER,
    ...rankChoices(shopModes, profile),
    ...rankChoices(businessTypes, profile),
  ],
});

export const shopModeText = describe(shopMode, {
  domain: "strategy",
  summary: {
    zh: "按店铺画像判断运营模式：单店“霸屏”、多店“霸屏”、单店加代理，以及生产型还是贸易型；匹配度 0–100，附理由和依据。",
    en: "How to run the shop, judged by its profile: a single shop, several shops, or a single shop with agents; and production or trading; score 0-100, reason and source.",
  },
  source: "seed 126-129、154-162：经营模式、店铺运营策略与三种模式；权重为假设（assumption）",
  parameters: { profile: profileWords(shopMetrics) },
  returns: {
    zh: "表格：模式、匹配度、理由、依据；先是三种模式，再是生产型与贸易型，各自最匹配的在前",
    en: "table 模式 (mode), 匹配度 (score), 理由 (reason), 依据 (source); the three modes, then production and trading, each group with the best first",
  },
  examples: [
    {
      words: { zh: "有工厂、两个店、三条产品线", en: "a factory, two shops, three product lines" },
      arguments: [
        [
          ["指标", "值"],
          ["自有工厂", "是"],
          ["店铺数", 2],
          ["产品线数", 3],
        ],
      ],
      answer: [
        HEADER,
        [
          "多店“霸屏”模式",
          100,
          "得 5/5 分；符合：店铺数为多个（2分）、产品线数为多个（3分）",
          basis("多店“霸屏”模式"),
        ],
        [
          "单店“霸屏”模式",
          0,
          "得 0/4 分；不符：店铺数为多个，需要一个（2分）、产品线数为多个，需要一个（2分）；未填，不计：推广预算",
          basis("单店“霸屏”模式"),
        ],
        [
          "单店加代理模式",
          0,
          "得 0/1 分；不符：店铺数为多个，需要一个（1分）；未填，不计：品牌代理、招募代理",
          basis("单店加代理模式"),
        ],
        ["生产型", 100, "得 3/3 分；符合：自有工厂为是（3分）", basis("生产型")],
        ["贸易型", 0, "得 0/3 分；不符：自有工厂为是，需要否（3分）；未填，不计：品牌代理", basis("贸易型")],
      ],
    },
  ],
});
