import { defineTemplateKind } from "../cells/define-template-kind.ts";
import { numberQuantity, type Quantity, textQuantity } from "../cells/quantity.ts";
import { badArgument } from "../cells/refusal.ts";
import { listingRules } from "./listing-rules.ts";

const uses = ["违禁", "关键词", "品牌"];
const useQuantity: Quantity<string> = {
  words: { zh: uses.join("、"), en: "banned, keyword or brand" },
  read: (value, argument) => {
    const use = String(value).trim();
    return uses.includes(use) ? use : badArgument(`${argument}应为 ${uses.join("、")} 之一。`);
  },
};
const weightQuantity = numberQuantity({ words: { zh: "权重", en: "weight" } });

/** Words that a team bans from its titles or wants in them. */
export const wordListKind = defineTemplateKind({
  id: "word-list",
  name: { zh: "词表", en: "Word list" },
  tableName: "词表",
  columns: {
    word: { header: "词", english: "word", holds: "text", example: "全网最低" },
    use: { header: "用途", english: "use", holds: "text", example: "违禁" },
    weight: { header: "权重", english: "weight", holds: "number", example: 1 },
  },
  readRow(row) {
    row.required("word", textQuantity);
    row.required("use", useQuantity);
    row.read("weight", weightQuantity);
  },
  starters: () => [
    {
      words: { zh: "违禁词", en: "Banned words" },
      rows: String(listingRules.find(({ operator }) => operator === "不含")?.value ?? "")
        .split("、")
        .map((word) => ({ word, use: "违禁" })),
    },
  ],
});
