import { describe, expect, it } from "vitest";
import { readTimeStamp } from "./time-stamp.ts";

describe("time stamps of exports", () => {
  it.each([
    ["2026-03-28 12:00:00", 46_109.5],
    ["2026/3/28 6:00", 46_109.25],
    ["2026年3月28日 18:00:00", 46_109.75],
    ["2026-03-28T00:00:01", 46_109 + 1 / 86_400],
    ["２０２６－０３－２８ 12:00:00", 46_109.5],
    ["2026-03-28", 46_109],
    ["20260328", 46_109],
    [20_260_328, 46_109],
    [46_109.5, 46_109.5],
    ["46109.5", 46_109.5],
  ])("reads %j as %d", (value, serial) => expect(readTimeStamp(value)).toBe(serial));

  it.each([
    "2026-02-30 12:00:00",
    "2026-03-28 24:00:00",
    "2026-03-28 12:60",
    "20260230",
    "昨天",
    "",
    true,
    null,
  ])("does not read %j", (value) => expect(readTimeStamp(value)).toBeUndefined());
});
