import { isoDate } from "@sevenstar/core/calendar/calendar-day";
import { officialNotice } from "@sevenstar/core/calendar/official-notices";
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

describe("a table", () => {
  it("with 日期, 名称 and 类型 is read too", () => {
    const text = "日期\t名称\t类型\n2027-02-06\t春节\t休\n2027/2/14\t春节\t班";
    expect(daysOfType(text, 2027, "休")).toEqual(["2027-02-06"]);
    expect(daysOfType(text, 2027, "班")).toEqual(["2027-02-14"]);
  });

  it("is refused by row where a cell is wrong", () =>
    expect(readNotice("日期,类型\n2027-02-06,休\n二月,休", 2027)).toMatchObject({
      problem: expect.stringContaining("第 3 行"),
    }));
});

describe("refused with what to do", () => {
  it.each([
    ["nothing readable", "放假通知", "没有读到 2027 年的放假日"],
    ["another year's days", "日期,类型\n2027-01-01,休\n2028-05-01,休", "有 2028 年的日期"],
    ["a day both off and worked", "一、元旦：1月1日至3日放假。1月3日上班。", "1月3日既放假又上班"],
    ["a day that does not exist", "一、春节：2月27日至30日放假。", "不像放假的日子"],
  ])("%s", (_, text, says) => {
    expect(readNotice(text, 2027)).toEqual({ problem: expect.stringContaining(says) });
  });
});
