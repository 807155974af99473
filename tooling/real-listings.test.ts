import { existsSync, readFileSync } from "node:fs";
import { evaluate } from "@sevenstar/core/functions/evaluate";
import { sevenStarCheck } from "@sevenstar/core/listing/seven-star-check";
import { titleLen } from "@sevenstar/core/listing/title-len";
import { describe, expect, it } from "vitest";

const LISTINGS = new URL("../../shared/data/listings-1688.csv", import.meta.url);
describe.skipIf(!existsSync(LISTINGS))("468 real listings (skipped where ../shared/data is absent)", () => {
  const lines = existsSync(LISTINGS)
    ? readFileSync(LISTINGS, "utf8")
        .replace(/^\uFEFF/, "")
        .trim()
        .split(/\r?\n/)
    : [];
  const table = lines.map((line) => line.split(","));

  it("have titles with median 60 and maximum 60", () => {
    const lengths = evaluate(titleLen, [table.slice(1).map((row) => [row[1]])]).map(([length]) =>
      Number(length),
    );
    lengths.sort((a, b) => a - b);
    expect([lengths.length, lengths[233], lengths[234], lengths.at(-1)]).toEqual([468, 60, 60, 60]);
  });

  it("are unknown for want of columns, which the advice names", () => {
    const [, first = []] = evaluate(sevenStarCheck, [table]);
    expect(first.slice(3, 9)).toEqual(["未知", "未知", "未知", "未知", "未知", "未知"]);
    expect(first[9]).toMatch(/缺少列，请补上：.*必填属性总数.*主图数量.*支持网上订购/);
  });
});
