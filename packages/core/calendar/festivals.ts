import type { CalendarDay } from "../cells/calendar-day.ts";
import type { Words } from "../cells/words.ts";
import { lunarDay } from "./lunar-day.ts";
import { simplified } from "./simplified.ts";
import { solarTermDay } from "./solar-term.ts";

/** A traditional festival or solar term. */
export interface Festival {
  readonly name: string;
  readonly words: Words;
  /** Its day in a civil year; undefined where the year is outside 1950–2099. */
  readonly dayIn: (year: number) => CalendarDay | undefined;
}

const lunarFestivals: readonly [name: string, month: number, day: number, words: Words][] = [
  ["除夕", 12, 30, { zh: "春节前一天", en: "Lunar New Year's Eve" }],
  ["春节", 1, 1, { zh: "农历正月初一", en: "Spring Festival, lunar 1-1" }],
  ["元宵", 1, 15, { zh: "农历正月十五", en: "Lantern Festival, lunar 1-15" }],
  ["端午", 5, 5, { zh: "农历五月初五", en: "Dragon Boat Festival, lunar 5-5" }],
  ["七夕", 7, 7, { zh: "农历七月初七", en: "Qixi Festival, lunar 7-7" }],
  ["中元", 7, 15, { zh: "农历七月十五", en: "Ghost Festival, lunar 7-15" }],
  ["中秋", 8, 15, { zh: "农历八月十五", en: "Mid-Autumn Festival, lunar 8-15" }],
  ["重阳", 9, 9, { zh: "农历九月初九", en: "Double Ninth Festival, lunar 9-9" }],
  ["腊八", 12, 8, { zh: "当年春节前的腊月初八", en: "Laba Festival, lunar 12-8 before Spring Festival" }],
  ["小年", 12, 23, { zh: "当年春节前的腊月廿三", en: "Little New Year, lunar 12-23 before Spring Festival" }],
];

const solarTerms: readonly [name: string, words: Words][] = [
  ["小寒", { zh: "节气，1 月上旬", en: "Minor Cold, early January" }],
  ["大寒", { zh: "节气，1 月下旬", en: "Major Cold, late January" }],
  ["立春", { zh: "节气，2 月上旬", en: "Start of Spring, early February" }],
  ["雨水", { zh: "节气，2 月下旬", en: "Rain Water, late February" }],
  ["惊蛰", { zh: "节气，3 月上旬", en: "Awakening of Insects, early March" }],
  ["春分", { zh: "节气，3 月下旬", en: "Spring Equinox, late March" }],
  [
    "清明",
    { zh: "节气，也是清明节，4 月上旬", en: "Clear and Bright, also the Qingming Festival, early April" },
  ],
  ["谷雨", { zh: "节气，4 月下旬", en: "Grain Rain, late April" }],
  ["立夏", { zh: "节气，5 月上旬", en: "Start of Summer, early May" }],
  ["小满", { zh: "节气，5 月下旬", en: "Grain Buds, late May" }],
  ["芒种", { zh: "节气，6 月上旬", en: "Grain in Ear, early June" }],
  ["夏至", { zh: "节气，6 月下旬", en: "Summer Solstice, late June" }],
  ["小暑", { zh: "节气，7 月上旬", en: "Minor Heat, early July" }],
  ["大暑", { zh: "节气，7 月下旬", en: "Major Heat, late July" }],
  ["立秋", { zh: "节气，8 月上旬", en: "Start of Autumn, early August" }],
  ["处暑", { zh: "节气，8 月下旬", en: "End of Heat, late August" }],
  ["白露", { zh: "节气，9 月上旬", en: "White Dew, early September" }],
  ["秋分", { zh: "节气，9 月下旬", en: "Autumn Equinox, late September" }],
  ["寒露", { zh: "节气，10 月上旬", en: "Cold Dew, early October" }],
  ["霜降", { zh: "节气，10 月下旬", en: "Frost's Descent, late October" }],
  ["立冬", { zh: "节气，11 月上旬", en: "Start of Winter, early November" }],
  ["小雪", { zh: "节气，11 月下旬", en: "Minor Snow, late November" }],
  ["大雪", { zh: "节气，12 月上旬", en: "Major Snow, early December" }],
  ["冬至", { zh: "节气，12 月下旬", en: "Winter Solstice, late December" }],
];

/** The traditional festivals, and the 24 solar terms in the order of the civil year; 清明 is both. */
export const festivals: readonly Festival[] = [
  ...lunarFestivals.map(([name, month, day, words]) => ({
    name,
    words,
    dayIn: (year: number) => lunarDay(year, month, day),
  })),
  ...solarTerms.map(([name, words], term) => ({
    name,
    words,
    dayIn: (year: number) => solarTermDay(year, term),
  })),
];

const bareName = (name: string) => simplified(name).replace(/节气?$/, "");
const byName = new Map(festivals.map((festival) => [bareName(festival.name), festival]));

/** The festival of a name without blanks, with or without 节, simplified or traditional. */
export const findFestival = (name: string): Festival | undefined => byName.get(bareName(name));
