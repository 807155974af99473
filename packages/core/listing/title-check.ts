import { textQuantity } from "../cells/quantity.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { firstRefusal, readTexts } from "../functions/list.ts";
import { wordFinder } from "./banned-words.ts";
import { foldText } from "./fold-text.ts";
import { listingRulesParameter, listingRulesWords } from "./listing-parameters.ts";
import { repeatedWords } from "./repeated-words.ts";
import { TITLE_LIMIT, TITLE_USED_PERCENT, titleLength } from "./title-length.ts";

/** TITLECHECK: what is wrong with a listing's title. */
export const titleCheck = defineFunction({
  id: "TITLECHECK",
  parameters: [
    {
      shape: "each",
      name: "title",
      title: "标题",
      quantity: textQuantity,
    },
    {
      shape: "range",
      name: "keywords",
      title: "关键词",
      read: readTexts,
      optional: true,
    },
    listingRulesParameter,
  ],
  elements: ({ keywords, rules }) => {
    const refusal = keywords && firstRefusal(keywords);
    if (refusal) return refusal;
    const wanted = new Map<string, string>();
    for (const keyword of (keywords?.items ?? []) as (string | undefined)[]) {
      const word = foldText(keyword ?? "").trim();
      if (word && !wanted.has(word)) wanted.set(word, keyword?.trim() ?? "");
    }
    const limits = rules.filter(
      ({ kind, atLeast }) => kind.field === "title" && kind.reads === "number" && !atLeast,
    );
    const banned = wordFinder(rules.flatMap(({ words }) => words));

    return (title) => {
      const length = titleLength(title);
      const problems: string[] = [];
      const tell = (label: string, words: readonly string[]) => {
        if (words.length > 0) problems.push(`${label}：${words.join("、")}`);
      };
      const over = limits.find(({ max, isOpen }) => length > max || (isOpen && length === max));
      const under = limits.find(({ min, isOpen }) => length < min || (isOpen && length === min));
      const say = ({ kind, requirement }: (typeof limits)[number], remedy = kind.remedy) =>
        `${length} ${kind.unit}，应${requirement}，${remedy}`;
      if (over) tell("超长", [say(over, over.kind.remedyAbove)]);
      if (under) tell("未用满", [say(under)]);
      if (banned.isIn(title)) tell("违禁词", banned.found(title));
      tell("重复词", repeatedWords(title));
      if (wanted.size > 0) {
        const folded = foldText(title);
        tell(
          "缺少关键词",
          [...wanted].flatMap(([word, shown]) => (folded.includes(word) ? [] : [shown])),
        );
      }
      return problems.length > 0 ? problems.join("；") : "通过";
    };
  },
});

export const titleCheckText = describe(titleCheck, {
  domain: "listing",
  summary: {
    zh: "标题体检：超长、未用满、违禁词、重复词、缺少关键词，各写出实际情况；没有问题为“通过”。",
    en: "Checks a listing title: too long, too short, banned words, repeated words and missing keywords, each with its details; 通过 (passed) where nothing is wrong.",
  },
  source: `seed 47：标题 ${TITLE_LIMIT} 个字符，尽量用到位；用到 ${TITLE_USED_PERCENT} % 和重复词的判断（空格隔开的两字以上、连写的三字以上）为假设；违禁词见公开资料 2023`,
  parameters: {
    title: { zh: "商品标题，一个单元格或一列", en: "listing title, one cell or a range" },
    keywords: {
      zh: "标题里应有的关键词，一格一个；不填不检查",
      en: "keywords that each title should hold, one per cell; not checked if left out",
    },
    rules: listingRulesWords,
  },
  returns: {
    zh: "“通过”，或各问题用“；”连接，与标题同样大小",
    en: "通过 (passed), or the problems joined by ；, same size as the titles",
  },
  examples: [
    { arguments: ["跨境裸感高腰无痕女提臀蜜桃臀无缝健身紧身运动瑜伽裤收腹透气"], answer: "通过" },
    {
      arguments: ["最好的瑜伽裤女高腰瑜伽裤", [["高腰"], ["提臀"]]],
      answer: "未用满：24 个字符，应不少于 54 个字符，请补足；违禁词：最好；重复词：瑜伽裤；缺少关键词：提臀",
    },
  ],
});
