import { officialNotice } from "@sevenstar/core/calendar/official-notices.fixture";
import { type CalendarDay, civilDate, isoDate } from "@sevenstar/core/cells/calendar-day";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNotice } from "./read-notice.ts";

/** The paragraphs of the notices as they were published (国办发明电), without what stands around them. */
const published = {
  2024: `一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
  2025: `一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`,
  2026: `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`,
} as const;

function daysOfType(text: string, year: number, type: "休" | "班"): string[] {
  const notice = readNotice(text, year);
  if ("problem" in notice) throw new Error(notice.problem);
  return notice.days.filter((holiday) => holiday.type === type).map(({ day }) => isoDate(day));
}

describe("a published notice", () => {
  it.each([2024, 2025, 2026] as const)("of %i gives its days off and its make-up working days", (year) => {
    const official = officialNotice(year);
    expect(daysOfType(published[year], year, "休")).toEqual(official.off.map(isoDate));
    expect(daysOfType(published[year], year, "班")).toEqual(official.work.map(isoDate));
  });

  it("keeps the names of the holidays", () => {
    const notice = readNotice(published[2025], 2025);
    expect("days" in notice && [...new Set(notice.days.map(({ name }) => name))]).toEqual([
      "元旦",
      "春节",
      "清明节",
      "劳动节",
      "端午节",
      "国庆节、中秋节",
    ]);
  });

  it("may begin in the December before", () => {
    const text = "一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。";
    expect(daysOfType(text, 2023, "休")).toEqual(["2022-12-31", "2023-01-01", "2023-01-02"]);
  });
});

/** The 33 days off and 6 working days of 2026 by their holidays, by hand from the notice. */
const of2026 = {
  休: {
    元旦: "1-1 1-2 1-3",
    春节: "2-15 2-16 2-17 2-18 2-19 2-20 2-21 2-22 2-23",
    清明节: "4-4 4-5 4-6",
    劳动节: "5-1 5-2 5-3 5-4 5-5",
    端午节: "6-19 6-20 6-21",
    中秋节: "9-25 9-26 9-27",
    国庆节: "10-1 10-2 10-3 10-4 10-5 10-6 10-7",
  },
  班: { 元旦: "1-4", 春节: "2-14 2-28", 劳动节: "5-9", 国庆节: "9-20 10-10" },
};

function byHoliday(text: string, year = 2026) {
  const notice = readNotice(text, year);
  if ("problem" in notice) throw new Error(notice.problem);
  const found: Record<"休" | "班", Record<string, string>> = { 休: {}, 班: {} };
  for (const { day, name, type } of notice.days) {
    const date = civilDate(day);
    const before = found[type][name];
    const year_ = date.year === year ? "" : `${date.year}-`;
    found[type][name] = `${before === undefined ? "" : `${before} `}${year_}${date.month}-${date.day}`;
  }
  return found;
}

const lines = [
  "元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。",
  "春节：2月15日（周日）至23日（周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。",
  "清明节：4月4日（周六）至6日（周一）放假，共3天。",
  "劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。",
  "端午节：6月19日（周五）至21日（周日）放假，共3天。",
  "中秋节：9月25日（周五）至27日（周日）放假，共3天。",
  "国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。",
];
const chinese = "一二三四五六七";
const numbered = (mark: (index: number) => string, end = "\n") =>
  lines.map((line, index) => `${mark(index)}${line}`).join(end);

describe("the notice of 2026 in other spellings has the same 33 days off and 6 working days, each under its holiday", () => {
  it.each([
    ["as published", numbered((index) => `${chinese[index]}、`)],
    ["in one paragraph", numbered((index) => `${chinese[index]}、`, "")],
    ["in one paragraph without numbers", numbered(() => "", "")],
    ["numbered 1. 2. 3.", numbered((index) => `${index + 1}. `)],
    ["numbered 1.2.3. without blanks", numbered((index) => `${index + 1}.`)],
    ["numbered 1、2、3、", numbered((index) => `${index + 1}、`)],
    ["numbered （一）", numbered((index) => `（${chinese[index]}）`)],
    ["numbered (1)", numbered((index) => `(${index + 1}) `)],
    ["numbered ①", numbered((index) => "①②③④⑤⑥⑦"[index] as string)],
    ["with bullets", numbered(() => "• ")],
    ["with dashes", numbered(() => "- ")],
    ["with bold headings", lines.map((line) => `**${line.replace("：", "：**")}`).join("\n")],
    ["without numbers", numbered(() => "")],
    ["with headings on lines of their own", lines.map((line) => line.replace("：", "\n")).join("\n")],
    ["with blanks everywhere", numbered((index) => `${chinese[index]}、`).replaceAll(/(?=[月日至共])/g, " ")],
    ["with Windows line ends", numbered((index) => `${chinese[index]}、`, "\r\n")],
    ["in half-width signs", numbered((index) => `${chinese[index]}、`).normalize("NFKC")],
    [
      "below its title and preamble, above its date",
      `国务院办公厅关于2026年部分节假日安排的通知\n国办发明电〔2025〕7号\n各省、自治区、直辖市人民政府，国务院各部委、各直属机构：\n经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。\n${numbered((index) => `${chinese[index]}、`)}\n节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作，遇有重大突发事件，要按规定及时报告并妥善处置，确保人民群众祥和平安度过节日假期。\n国务院办公厅\n2025年11月4日`,
    ],
    [
      "with a comma for the full stop before the working days",
      numbered((index) => `${chinese[index]}、`).replaceAll("天。", "天，"),
    ],
    ["with semicolons", numbered((index) => `${chinese[index]}、`).replaceAll("天。", "天；")],
    ["without any full stop", numbered((index) => `${chinese[index]}、`).replaceAll(/[。，]/g, "")],
    ["without 调休", numbered((index) => `${chinese[index]}、`).replaceAll("放假调休", "放假")],
    ["with 调休上班", numbered((index) => `${chinese[index]}、`).replaceAll("上班", "调休上班")],
    ["with 补班", numbered((index) => `${chinese[index]}、`).replaceAll("上班", "补班")],
    ["with 正常上班", numbered((index) => `${chinese[index]}、`).replaceAll("上班", "正常上班")],
    [
      "with weekend days that are 调休",
      numbered((index) => `${chinese[index]}、`).replaceAll("上班", "调休"),
    ],
    ["with 休息", numbered((index) => `${chinese[index]}、`).replaceAll("放假", "休息")],
    [
      "with the days counted before 放假",
      numbered((index) => `${chinese[index]}、`).replaceAll(/放假(?:调休)?，共(\d)天/g, "共$1天放假"),
    ],
    [
      "with 放假N天",
      numbered((index) => `${chinese[index]}、`).replaceAll(/放假(?:调休)?，共(\d)天/g, "放假$1天"),
    ],
    [
      "with counts in Chinese numerals",
      numbered((index) => `${chinese[index]}、`).replaceAll(
        /共(\d)天/g,
        (_, count) => `共${"零一二三四五六七八九"[count]}天`,
      ),
    ],
    [
      "with no verb but the count",
      numbered((index) => `${chinese[index]}、`).replaceAll(/放假(?:调休)?，/g, "，"),
    ],
    [
      "with verbs before the days",
      numbered((index) => `${chinese[index]}、`)
        .replaceAll(/：(.*?)放假(?:调休)?，共(\d)天。/g, "：放假时间：$1，共$2天。")
        .replaceAll(/。((?:\d+月\d+日（周.）、?)+)上班。/g, "；上班：$1。"),
    ],
    [
      "with 假期 in the heading",
      numbered((index) => `${chinese[index]}、`).replaceAll(/：(.*?)放假(?:调休)?/g, "假期：$1"),
    ],
    [
      "with working days first",
      numbered((index) => `${chinese[index]}、`).replaceAll(/：(.*?。)(.*上班。)/g, "：$2$1"),
    ],
    [
      "with working days in brackets",
      numbered((index) => `${chinese[index]}、`).replaceAll(/。(\S*?)上班。/g, "（$1上班）。"),
    ],
    [
      "with the verb in brackets",
      numbered((index) => `${chinese[index]}、`)
        .replaceAll(/放假(?:调休)?/g, "（放假）")
        .replaceAll("上班", "（上班）"),
    ],
    [
      "with a short list of days",
      numbered((index) => `${chinese[index]}、`).replace("2月14日（周六）、2月28日", "2月14日（周六）、28日"),
    ],
    [
      "with a list joined by 和",
      numbered((index) => `${chinese[index]}、`).replaceAll(/、(?=2月28|10月10)/g, "和"),
    ],
    [
      "with a list joined by a comma",
      numbered((index) => `${chinese[index]}、`).replaceAll(/、(?=2月28|10月10)/g, "，"),
    ],
    ["with weekdays as 星期", numbered((index) => `${chinese[index]}、`).replaceAll("（周", "（星期")],
    ["with weekdays without brackets", numbered((index) => `${chinese[index]}、`).replaceAll(/[（）]/g, "")],
    [
      "with lunar dates in the brackets",
      numbered((index) => `${chinese[index]}、`)
        .replace("15日（周日）", "15日（农历腊月二十八、周日）")
        .replace("23日（周一）", "23日（周一，农历正月初七）"),
    ],
    ["with dashes between the days", numbered((index) => `${chinese[index]}、`).replaceAll("至", "—")],
    [
      "with hyphens and without 日",
      numbered((index) => `${chinese[index]}、`)
        .replaceAll(/（周.）/g, "")
        .replaceAll(/(\d)日至/g, "$1-"),
    ],
    [
      "with 号",
      numbered((index) => `${chinese[index]}、`)
        .replaceAll("日", "号")
        .replaceAll("周号", "周日"),
    ],
    [
      "with the month said twice",
      numbered((index) => `${chinese[index]}、`).replaceAll(/(\d+月)(\d+日（周.）)至/g, "$1$2至$1"),
    ],
    [
      "with the year",
      numbered((index) => `${chinese[index]}、`).replaceAll(/(?<![\d月])(\d+月)/g, "2026年$1"),
    ],
    [
      "with dates as 1.1",
      numbered(() => "")
        .replaceAll(/(\d+)月(\d+)日/g, "$1.$2")
        .replaceAll(/至(\d+)日/g, "至$1号"),
    ],
    ["with dates as 2026-01-01", numbered(() => "").replaceAll(/(\d+)月(\d+)日/g, "2026-$1-$2")],
    [
      "with the names short",
      numbered(() => "")
        .replaceAll(/(清明|端午|中秋|国庆)节/g, "$1")
        .replace("劳动节", "五一"),
    ],
    [
      "with the names behind the days",
      lines.map((line) => line.replace(/^(.*?)：(.*?)放假(?:调休)?/, "$2$1放假")).join("\n"),
    ],
  ])("%s", (_, text) => expect(byHoliday(text)).toEqual(of2026));

  it("keeps to the year's days where ordinary working days are named too", () => {
    const text = numbered(() => "").replace("共9天。", "共9天。2月24日（周二）正常上班。");
    expect(byHoliday(text)).toEqual(of2026);
    expect(readNotice(text, 2026)).toMatchObject({ notes: ["2月24日（周二）本来就上班，不用录入。"] });
  });

  it("says which dates it left out", () =>
    expect(readNotice(`2026年1月5日发布\n${lines.join("\n")}`, 2026)).toMatchObject({
      notes: ["“2026年1月5日”没有写明放假还是上班，没有读入。"],
    }));
});

describe("older and harder wordings", () => {
  it.each([
    ["与周末连休", "元旦：1月1日放假，与周末连休，共3天。", 2027, { 休: { 元旦: "1-1" }, 班: {} }],
    ["不调休", "元旦：1月1日（周五）放假1天，不调休。", 2027, { 休: { 元旦: "1-1" }, 班: {} }],
    [
      "公休日调至",
      "春节：2月6日至12日放假，共7天。其中，2月6日（星期六）、2月7日（星期日）照常公休；2月14日（星期日）公休日调至2月10日（星期三）。2月14日（星期日）上班。",
      2027,
      { 休: { 春节: "2-6 2-7 2-8 2-9 2-10 2-11 2-12" }, 班: { 春节: "2-14" } },
    ],
    [
      "除夕 that is only encouraged",
      "春节：2月6日至12日放假，共7天。鼓励各单位安排职工在除夕（2月5日）休息。",
      2027,
      { 休: { 春节: "2-6 2-7 2-8 2-9 2-10 2-11 2-12" }, 班: {} },
    ],
    [
      "December without a year",
      "元旦：12月31日至1月2日放假，共3天。",
      2022,
      { 休: { 元旦: "2021-12-31 1-1 1-2" }, 班: {} },
    ],
    [
      "December with its year at the front only",
      "元旦：2021年12月31日至1月2日放假，4日调休，共4天。",
      2022,
      { 休: { 元旦: "2021-12-31 1-1 1-2 1-4" }, 班: {} },
    ],
    [
      "国庆节 and 中秋节 together",
      "中秋节和国庆节：10月1日至8日放假，共8天。",
      2025,
      { 休: { "中秋节、国庆节": "10-1 10-2 10-3 10-4 10-5 10-6 10-7 10-8" }, 班: {} },
    ],
    ["a holiday of one's own", "店庆：7月5日放假。", 2027, { 休: { 店庆: "7-5" }, 班: {} }],
    [
      "no headings",
      "2月5日至11日放假，2月14日上班",
      2027,
      { 休: { 春节: "2-5 2-6 2-7 2-8 2-9 2-10 2-11" }, 班: { 春节: "2-14" } },
    ],
    [
      "放假安排 above lines without a verb",
      "2026年放假安排\n元旦：1月1日至3日，1月4日上班",
      2026,
      { 休: { 元旦: "1-1 1-2 1-3" }, 班: { 元旦: "1-4" } },
    ],
  ])("%s", (_, text, year, expected) => expect(byHoliday(text, year)).toEqual(expected));
});

describe("a notice made from known days", () => {
  const holidays = fc.constantFrom(2024, 2025, 2026).chain((year) => {
    const { off, work } = officialNotice(year as 2024);
    const rows: CalendarDay[][] = [];
    for (const day of off) {
      if (rows.at(-1)?.at(-1) === day - 1) rows.at(-1)?.push(day);
      else rows.push([day]);
    }
    const spelling = fc.record({
      isRange: fc.boolean(),
      saysMonthAgain: fc.boolean(),
      saysYear: fc.boolean(),
      weekday: fc.constantFrom("", "（周", "（星期", "周"),
      to: fc.constantFrom("至", "到", "—", "－", "~", "-"),
      and: fc.constantFrom("、", "和", "及"),
      off: fc.constantFrom("放假", "放假调休", "调休放假", "休息", "休假"),
      count: fc.constantFrom("", "，共{}天", "{}天", "，共计{}天"),
      stop: fc.constantFrom("。", "，", "；", "", "\n"),
      work: fc.constantFrom("上班", "调休上班", "补班", "照常上班", "调休", "为工作日"),
      mark: fc.constantFrom("、", ". ", "", "• "),
      end: fc.constantFrom("\n", "。", "；", "。\n\n"),
    });
    return fc.record({ year: fc.constant(year), rows: fc.constant(rows), work: fc.constant(work), spelling });
  });
  it("is read to the same days, whatever way they are written", () => {
    fc.assert(
      fc.property(holidays, ({ year, rows, work, spelling: its }) => {
        const date = (day: CalendarDay, before?: CalendarDay) => {
          const [one, other] = [civilDate(day), before && civilDate(before)];
          const isShort = other?.month === one.month && !its.saysMonthAgain;
          const weekday = "六日一二三四五"[day % 7];
          const brackets = its.weekday.startsWith("（") ? "）" : "";
          return `${its.saysYear && !isShort ? `${one.year}年` : ""}${isShort ? "" : `${one.month}月`}${one.day}日${its.weekday && `${its.weekday}${weekday}${brackets}`}`;
        };
        const names = ["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"];
        const last = Math.max(...rows.flat());
        const text = rows
          .map((row, index) => {
            const [first, end] = [row[0] as CalendarDay, row.at(-1) as CalendarDay];
            const from = index === 0 ? 0 : (rows[index - 1]?.at(-1) ?? 0);
            const its_ = work.filter(
              (day) => (day > from && day <= end) || (index === rows.length - 1 && day > last),
            );
            const span = first === end ? date(first) : `${date(first)}${its.to}${date(end, first)}`;
            const count = its.count.replace("{}", String(row.length));
            const worked = its_.map((day, at) => date(day, its_[at - 1])).join(its.and);
            const heading = `${its.mark.trim() === "、" ? "一二三四五六七"[index] : its.mark === ". " ? index + 1 : ""}${its.mark}`;
            return `${heading}${names[index]}：${span}${its.off}${count}${worked && `${its.stop}${worked}${its.work}`}`;
          })
          .join(its.end);
        expect(daysOfType(text, year, "休")).toEqual(rows.flat().map(isoDate));
        expect(daysOfType(text, year, "班")).toEqual(work.map(isoDate));
      }),
      { numRuns: 500 },
    );
  });
});

describe("a table", () => {
  it("with 日期, 名称 and 类型 is read too", () => {
    const text = "日期\t名称\t类型\n2027-02-06\t春节\t休\n2027/2/14\t春节\t班";
    expect(daysOfType(text, 2027, "休")).toEqual(["2027-02-06"]);
    expect(daysOfType(text, 2027, "班")).toEqual(["2027-02-14"]);
  });

  const sample = { 休: { 春节: "2-6 2-7" }, 班: { 春节: "2-14" } };
  it.each([
    [
      "放假 and 补班",
      "日期\t名称\t类型\n2027-02-06\t春节\t放假\n2027-02-07\t春节\t放假\n2027-02-14\t春节\t补班",
    ],
    [
      "date, name and isOffDay",
      "name,date,isOffDay\n春节,2027-02-06,true\n春节,2027-02-07,true\n春节,2027-02-14,false",
    ],
    ["TRUE and FALSE", "日期,名称,是否放假\n2027/2/6,春节,TRUE\n2027/2/7,春节,TRUE\n2027/2/14,春节,FALSE"],
    ["是否上班", "日期,名称,是否上班\n2027/2/6,春节,否\n2027/2/7,春节,否\n2027/2/14,春节,是"],
    ["dates without a year", "日期\t节日\t状态\n2月6日\t春节\t放假\n2月7日\t春节\t放假\n2月14日\t春节\t上班"],
    ["stretches", "日期\t节日\t安排\n2.6-2.7\t春节\t放假\n2.14\t春节\t调休"],
    [
      "a title above its header",
      "2027年放假安排\n日期\t名称\t类型\n2027-02-06\t春节\t休\n2027-02-07\t春节\t休\n2027-02-14\t春节\t班",
    ],
    ["no names", "日期,类型\n2027-02-06,休\n2027-02-07,休\n2027-02-14,班"],
    [
      "a row for each holiday",
      "节日\t放假时间\t调休上班日期\t放假天数\n春节\t2月6日（周六）至7日（周日）\t2月14日（周日）\t2天",
    ],
    ["a row for each holiday, others without make-up days", "节日,放假时间,补班\n春节,2月6日—7日,2月14日"],
  ])("with %s", (_, text) => expect(byHoliday(text, 2027)).toEqual(sample));

  it("is refused by row where a cell is wrong", () =>
    expect(readNotice("日期,类型\n2027-02-06,休\n二月,休", 2027)).toMatchObject({
      problem: expect.stringContaining("第 3 行"),
    }));
});

describe("refused with what to do", () => {
  it.each([
    ["nothing readable", "放假通知", "没有读到 2027 年的放假日"],
    ["another year's days", "日期,类型\n2027-01-01,休\n2028-05-01,休", "有 2028 年的日期"],
    [
      "a count that does not agree",
      "二、春节：2月6日至11日放假调休，共7天。",
      "“春节”写着共7天，读到的“2月6日至11日”是6天",
    ],
    ["a count before its days that does not agree", "春节放假7天：2月6日至11日。", "“春节”写着共7天"],
    [
      "a weekday of another year",
      "春节：2月6日（周五）至12日放假。",
      "“2月6日（周五）至12日”和星期对不上：2027年2月6日是周六",
    ],
    [
      "days without a verb",
      "春节：2月6日至12日。2月14日上班。",
      "“春节”的“2月6日至12日”没有写明放假还是上班",
    ],
    [
      "one comma away: days whose verb is missing",
      "春节：2月6日至12日，2月14日上班。",
      "“2月6日至12日”没有写明放假还是上班",
    ],
    [
      "a stretch said to be off and to be worked",
      "放假安排：2月6日至12日，正常上班。",
      "“2月6日至12日”读到的是上班",
    ],
    ["a stretch of working days", "春节：2月8日至12日上班。", "“2月8日至12日”读到的是上班"],
    ["work on a statutory day", "春节：2月6日上班。", "2月6日（周六）是法定节假日"],
    ["a day without a month", "春节：6日至12日放假。", "“6日”没有写是几月"],
    ["an end that cannot be read", "春节：2月6日至正月初七放假。", "到哪一天读不懂"],
    ["a text that is too long", "一、春节：2月6日至12日放假。".repeat(2000), "请只粘贴 2027 年的放假安排"],
    ["a day both off and worked", "一、元旦：1月1日至3日放假。1月3日上班。", "1月3日既放假又上班"],
    ["a day that does not exist", "一、春节：2月27日至30日放假。", "不像放假的日子"],
  ])("%s", (_, text, says) => {
    expect(readNotice(text, 2027)).toEqual({ problem: expect.stringContaining(says) });
  });
});
