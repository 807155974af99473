import { readNotice } from "@sevenstar/pane/plan/exchange/read-notice.ts";
import { describe, expect, it } from "vitest";

describe("a pasted notice is read in time that grows with its length", () => {
  it.each([
    "1",
    "1月",
    "1月1日",
    "1月1日、",
    "(",
    "(周",
    "放假",
    "共",
    "、",
    "春节",
    "春节：1月1日至",
    " ",
    "。",
    "一、",
    "*",
    "十",
    "1月1日,上班,",
    "农历",
  ])("for %j repeated up to the longest text", (part) => {
    const text = part.repeat(20_000 / part.length);
    const before = process.cpuUsage();
    readNotice(text, 2027);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});
