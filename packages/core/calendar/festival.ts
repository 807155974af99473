import { foldChoice, type Quantity } from "../cells/quantity.ts";
import { notKnown } from "../cells/refusal.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { type Festival, festivals, findFestival } from "./festivals.ts";
import { FIRST_TERM_YEAR } from "./lunar-table.ts";
import { LAST_TERM_YEAR } from "./solar-term.ts";
import { yearQuantity } from "./year-quantity.ts";

const YEARS = `${FIRST_TERM_YEAR}–${LAST_TERM_YEAR}`;

const festivalQuantity: Quantity<Festival> = {
  words: { zh: "节日或节气的名称", en: "name of a festival or solar term" },
  choices: {
    id: "FESTIVALNAME",
    members: festivals.map(({ name, words }) => ({ value: name, words })),
  },
  zeroIsBlank: true,
  read: (value) =>
    findFestival(foldChoice(String(value))) ??
    notKnown(
      `不知道“${String(value).slice(0, 40)}”是哪一天，请填写：${festivals.map(({ name }) => name).join("、")}。`,
    ),
};

/** FESTIVAL: the day of a traditional festival or solar term in a year. */
export const festival = defineFunction({
  id: "FESTIVAL",
  parameters: [
    {
      shape: "each",
      name: "name",
      title: "名称",
      quantity: festivalQuantity,
    },
    {
      shape: "each",
      name: "year",
      title: "年份",
      quantity: yearQuantity,
    },
  ],
  dates: "all",
  elements:
    () =>
    ({ name, dayIn }, year) =>
      dayIn(year) ?? notKnown(`只知道 ${YEARS} 年的${name}，请填写这之间的四位年份。`),
});

export const festivalText = describe(festival, {
  domain: "calendar",
  summary: {
    zh: `节日、节气的日期：春节、端午、七夕、中秋、重阳、腊八、小年等传统节日和二十四节气在某一年是哪一天（${YEARS}）。`,
    en: `Day of a traditional Chinese festival or solar term in a year of ${YEARS}.`,
  },
  source: `农历与节气由 tyme4ts 1.5 算出后存成表，${YEARS} 逐年与它相同；除夕、腊八、小年（腊月廿三）取当年春节之前的那一个`,
  parameters: {
    name: {
      zh: "节日或节气，带不带“节”字都可以，如 中秋、端午节、立秋",
      en: "festival or solar term by its Chinese name, with or without 节, such as 中秋, 端午节, 立秋",
    },
    year: { zh: `公历年份，${YEARS}`, en: `civil year, ${YEARS}` },
  },
  returns: { zh: "日期序列号，请设成日期格式", en: "date as a serial number" },
  examples: [
    { arguments: ["春节", 2026], answer: 46070 },
    { arguments: ["中秋节", 2027], answer: 46645 },
    {
      words: { zh: "2026 年春节前的小年", en: "the one before Spring Festival 2026" },
      arguments: ["小年", 2026],
      answer: 46063,
    },
    { arguments: ["立秋", 2026], answer: 46241 },
    { arguments: ["春节", 2100], answer: { error: "#N/A", says: "1950–2099" } },
  ],
});
