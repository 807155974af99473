import { foldChoice } from "../cells/quantity.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { firstRefusal, readTexts } from "../functions/list.ts";
import { seedQuotation } from "./seed-quotation.ts";
import { serviceTools } from "./service-tools.ts";
import { splitWords } from "./split-words.ts";

const HEADER = ["体系", "工具", "用途", "依据"];

/** SERVICES: what the platform offers for a need. */
export const services = defineFunction({
  id: "SERVICES",
  parameters: [
    {
      shape: "range",
      name: "need",
      title: "需要",
      optional: true,
      read: readTexts,
    },
  ],
  compute: ({ need }) => {
    const refusal = need && firstRefusal(need);
    if (refusal) return refusal;
    const words = need?.items.flatMap((item) => splitWords(item ?? "").map(foldChoice)) ?? [];
    const answer = [HEADER];
    for (const [system, tool, ...says] of serviceTools) {
      const use = says.map(([, each]) => each).join("；");
      const text = foldChoice(`${system}，${tool}，${use}`);
      if (words.length > 0 && !words.some((word) => text.includes(word))) continue;
      answer.push([system, tool, use, says.map(seedQuotation).join("；")]);
    }
    return answer;
  },
});

export const servicesText = describe(services, {
  domain: "strategy",
  summary: {
    zh: "1688 的八大服务体系和店铺日常工具，按词查找：几个词满足一个即可，不填则全部列出。",
    en: "The eight service systems of 1688 and its daily tools, found by words: any of several words is enough; blank lists them all.",
  },
  source: "seed 26-42：八大服务体系；seed 88-102：店铺日常操作工具和功能",
  parameters: {
    need: {
      zh: "要找的词，如 物流、账期；几个词用空格、顿号或逗号隔开，或给一块区域",
      en: "words to look for, separated by blanks or commas, or a range of them",
    },
  },
  returns: {
    zh: "表格：体系、工具、用途、依据；没有找到则只有表头",
    en: "table 体系 (system), 工具 (tool), 用途 (use), 依据 (source); the header alone where nothing is found",
  },
  examples: [
    {
      arguments: ["库存周转 询盘"],
      answer: [
        HEADER,
        [
          "物流体系",
          "菜鸟网络、阿里巴巴物流服务平台",
          "提高物流效率，加快商家库存周转",
          "seed 第38行：“提高物流效率，加快商家库存周转”",
        ],
        [
          "店铺日常工具",
          "询盘管理",
          "询盘，帮助商家对客户进行更为高效和精准的跟进",
          "seed 第98行：“询盘，帮助商家对客户进行更为高效和精准的跟进”",
        ],
      ],
    },
    { arguments: ["天气"], answer: [HEADER] },
  ],
});
