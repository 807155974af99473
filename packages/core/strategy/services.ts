import { isBlank } from "../exports/blank.ts";
import { isHostError, plainValue } from "../functions/cell.ts";
import { defineFunction } from "../functions/define-function.ts";
import { errorValue } from "../functions/error-value.ts";
import { foldChoice, textQuantity } from "../functions/quantity.ts";
import type { Refusal } from "../functions/refusal.ts";
import { serviceTools } from "./service-tools.ts";

const SEPARATORS = /[\s、,，;；]+/;
const HEADER = ["体系", "工具", "用途", "依据"];

/** SERVICES: what the platform offers for a need. */
export const services = defineFunction({
  id: "SERVICES",
  domain: "strategy",
  summary: {
    zh: "1688 的八大服务体系和店铺日常工具，按词查找：几个词满足一个即可，不填则全部列出。",
    en: "The eight service systems of 1688 and its daily tools, found by words: any of several words is enough; blank lists them all.",
  },
  source: "seed 26-42：八大服务体系；seed 88-102：店铺日常操作工具和功能",
  parameters: [
    {
      shape: "range",
      name: "need",
      title: "需要",
      words: {
        zh: "要找的词，如 物流、账期；几个词用空格、顿号或逗号隔开，或给一块区域",
        en: "words to look for, separated by blanks or commas, or a range of them",
      },
      optional: true,
      fallback: [],
      read: readNeed,
    },
  ],
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
  compute: ({ need }) => [
    HEADER,
    ...serviceTools
      .filter(({ system, tool, use }) => answers(need, `${system}，${tool}，${use}`))
      .map(({ system, tool, use, basis }) => [system, tool, use, basis]),
  ],
});

/** The words of a range, folded; refused where a cell is an error value. */
function readNeed(cells: readonly (readonly unknown[])[], argument: string): readonly string[] | Refusal {
  const words = new Set<string>();
  for (const cell of cells.flat()) {
    const value = plainValue(cell);
    if (isHostError(value)) return errorValue(argument, value);
    if (isBlank(value)) continue;
    for (const word of String(textQuantity.read(value, argument)).split(SEPARATORS)) {
      if (word !== "") words.add(foldChoice(word));
    }
  }
  return [...words];
}

function answers(need: readonly string[], text: string): boolean {
  const folded = foldChoice(text);
  return need.length === 0 || need.some((word) => folded.includes(word));
}
