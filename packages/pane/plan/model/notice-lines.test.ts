import { expect, it } from "vitest";
import { readNotice } from "../exchange/read-notice.ts";
import { noticeLines } from "./notice-lines.ts";

it("has the holidays in their order, also where a working day comes before another holiday", () => {
  const notice = readNotice("中秋节：9月25日至27日放假。国庆节：10月1日至7日放假。9月20日上班。", 2026);
  expect("days" in notice && noticeLines(notice).map(({ zh }) => zh.slice(0, 3))).toEqual([
    "中秋节",
    "国庆节",
  ]);
});

it("shows every day of a notice under its holiday, in both languages", () => {
  const notice = readNotice(
    "元旦：1月1日放假，共1天。春节：2月15日至23日放假，共9天。2月14日、28日上班。",
    2026,
  );
  expect("days" in notice && noticeLines(notice)).toEqual([
    { zh: "元旦：1月1日（周四）放假，共 1 天", en: "New Year's Day: off Thu 1 Jan (1)" },
    {
      zh: "春节：2月15日（周日）至2月23日（周一）放假，共 9 天；2月14日（周六）、2月28日（周六）上班",
      en: "Spring Festival: off Sun 15 Feb to Mon 23 Feb (9); worked Sat 14 Feb, Sat 28 Feb",
    },
  ]);
});
