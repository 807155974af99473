/** What a notice says of days: off, worked, either by whether they are weekend days, nothing, or moved to others. */
export type NoticeVerb = "休" | "班" | "调休" | "不算" | "调至";

/** A piece of a sentence that tells something, and where it stands. */
export type NoticeToken = TokenContent & { readonly at: number; readonly end: number };

type TokenContent =
  | {
      readonly kind: "date";
      readonly year?: number | undefined;
      /** Left out where only the day is written, as in “14日、28日”. */
      readonly month?: number;
      readonly day: number;
    }
  /** From Saturday, 0–6, as Excel's serials count the days of the week. */
  | { readonly kind: "weekday"; readonly weekday: number }
  | { readonly kind: "to" }
  | { readonly kind: "comma" }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "verb"; readonly verb: NoticeVerb }
  | { readonly kind: "count"; readonly count: number };

type Match = readonly (string | undefined)[];

const WEEKDAYS = "六日一二三四五";
const DIGITS = "零一二三四五六七八九";
const COUNT = "(\\d{1,2}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])天";

const names: readonly (readonly [pattern: string, name: string])[] = [
  ["元旦节?", "元旦"],
  ["春节", "春节"],
  ["清明节?", "清明节"],
  ["(?:五一)?(?:国际)?劳动节|五一", "劳动节"],
  ["端午节?", "端午节"],
  ["中秋节?", "中秋节"],
  ["(?:十一)?国庆节?|十一(?=[:假长放黄])", "国庆节"],
  ["抗(?:日)?战(?:争)?胜利(?:纪念)?日?", "抗战胜利日"],
];
const verbs: readonly (readonly [pattern: string, verb: NoticeVerb])[] = [
  // What is moved to other days is said again of those.
  ["公休日?[调挪][至到]|对调|互换|[调挪][整换]?[至到]", "调至"],
  ["不(?:用|必|再)?(?:放假|休息)", "班"],
  ["(?:不|无需|无须|不用|不必|不再)(?:上班|上课)", "休"],
  ["(?:不|无需|无须|不用|不必|不再)(?:补班|调休|补休|连休)", "不算"],
  ["(?:调休|正常|照常|恢复)?(?:上班|上课)日?|(?:调休)?补班日?|工作日|(?:正常|照常|调休)工作|返岗|复工", "班"],
  ["(?:调休)?放假(?:公休|调休|休息)?|小?长假|假期|公休|休息|休假|连休|补休|法定节?假日", "休"],
  ["调休", "调休"],
];

const date = (
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): TokenContent => ({
  kind: "date",
  ...(year ? { year: Number(year) + (year.length === 2 ? 2000 : 0) } : {}),
  ...(month ? { month: Number(month) } : {}),
  day: Number(day),
});
const isMonthDay = (month: string | undefined, day: string | undefined) =>
  Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;

function countOf(written = ""): number {
  if (/^\d/.test(written)) return Number(written);
  const plain = written.replace("两", "二");
  const [tens = "", ones = ""] = plain.includes("十") ? plain.split("十") : ["零", plain];
  return 10 * (tens === "" ? 1 : DIGITS.indexOf(tens)) + (ones === "" ? 0 : DIGITS.indexOf(ones));
}
const count = (written: string | undefined): TokenContent => ({ kind: "count", count: countOf(written) });

type Spelling = readonly [pattern: string, read: (match: Match) => TokenContent[]];

const spellings: readonly Spelling[] = [
  ["农历闰?(?:\\d{1,2}月(?:\\d{1,2}日?)?|[正冬腊一二三四五六七八九十月初廿日]{1,8})", () => []],
  ["(?:(\\d{4}|\\d{2})年)?(\\d{1,2})月(\\d{1,2})(?:日|号)?", ([, y, m, d]) => [date(y, m, d)]],
  ["(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})", ([, y, m, d]) => [date(y, m, d)]],
  [
    "(\\d{1,2})[./](\\d{1,2})(?![\\d月日号天倍%])",
    ([, m, d]) => (isMonthDay(m, d) ? [date(undefined, m, d)] : []),
  ],
  ["(\\d{1,2})(?:日|号)", ([, d]) => [date(undefined, undefined, d)]],
  ["(?:周|星期|礼拜)([一二三四五六日天])", ([, day = ""]) => [weekday(day)]],
  ["至|到|[-—–~]{1,3}", () => [{ kind: "to" }]],
  [",", () => [{ kind: "comma" }]],
  ...names.map(([pattern, name]): Spelling => [pattern, () => [{ kind: "name", name }]]),
  [`(?:放|休)${COUNT}`, ([, days]) => [{ kind: "verb", verb: "休" }, count(days)]],
  ...verbs.map(([pattern, verb]): Spelling => [pattern, () => [{ kind: "verb", verb }]]),
  [`(?:共计?|总共|一共|合计|总计|为期)(?:放假|休息|上班|补班)?${COUNT}`, ([, days]) => [count(days)]],
];
/** How each token is written; the first pattern that matches at a place counts. */
const patterns = spellings.map(([pattern, read]) => ({ pattern: new RegExp(pattern, "y"), read }));
const weekday = (day: string): TokenContent => ({
  kind: "weekday",
  weekday: WEEKDAYS.indexOf(day.replace("天", "日")),
});
/** A count that says of what by standing right behind it, as in 放假3天. */
const BARE_COUNT = new RegExp(`${COUNT}(?![前后内])`, "y");
/** A day that says its month by standing right behind “9月15-” or “9月15、”. */
const BARE_DAY = /[-—–~、至到]{1,3}(\d{1,2})(?![\d月./天年])(?:日|号)?/y;
const BRACKETS = /\(([^()]{0,40})\)/y;

/** The tokens of a sentence without blanks, in time that grows with its length. */
export function noticeTokens(sentence: string): NoticeToken[] {
  const tokens: NoticeToken[] = [];
  let at = 0;
  const matchAt = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(sentence);
  };
  const take = (contents: readonly TokenContent[], end: number) => {
    for (const content of contents) tokens.push({ ...content, at, end });
    at = end;
  };
  while (at < sentence.length) {
    const previous = tokens.at(-1);
    const follows = previous?.end === at;
    const note = matchAt(BRACKETS)?.[1];
    if (note !== undefined && isAside(note)) {
      const [, day] = /(?:周|星期|礼拜)([一二三四五六日天])/.exec(note) ?? [];
      take(day && follows ? [weekday(day)] : [], at + note.length + 2);
      continue;
    }
    const isDated = follows && (previous.kind === "date" || previous.kind === "weekday");
    const bareDay = isDated ? matchAt(BARE_DAY) : null;
    if (bareDay) {
      const isList = bareDay[0].startsWith("、");
      take(
        [...(isList ? [] : [{ kind: "to" } as const]), date(undefined, undefined, bareDay[1])],
        at + bareDay[0].length,
      );
      continue;
    }
    const bareCount = follows && previous.kind !== "comma" ? matchAt(BARE_COUNT) : null;
    if (bareCount) {
      take([count(bareCount[1])], at + bareCount[0].length);
      continue;
    }
    let end = at + 1;
    let contents: readonly TokenContent[] = [];
    for (const { pattern, read } of patterns) {
      const match = matchAt(pattern);
      if (!match) continue;
      end = at + match[0].length;
      contents = read(match);
      break;
    }
    take(contents, end);
  }
  return tokens;
}

/** Whether brackets only explain a date, as （农历除夕、周二） does; others hold a part of the sentence. */
const isAside = (text: string) => !/[放班休]/.test(text) && (!/\d/.test(text) || text.startsWith("农历"));
