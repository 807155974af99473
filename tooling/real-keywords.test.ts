import { existsSync, readFileSync } from "node:fs";
import { evaluate } from "@sevenstar/core/functions/evaluate";
import { keywords } from "@sevenstar/core/listing/keywords";
import { describe, expect, it } from "vitest";

const LISTINGS = new URL("../../shared/data/listings-1688.csv", import.meta.url);

/** In the general dictionary of the word cutter jieba. */
const DICTIONARY =
  "运动 时尚 装饰 戒指 手表 套装 新款 跨境 休闲 家居 批发 仿真 摆件 欧美 健身 石英 男士 简约 瑜伽 指环 饰品 仿真花 客厅 跑步 小众 复古 运动套装 紧身 女士 两件套 厂家 学生 个性 防水 家居装饰 潮流 腕表 短裤 设计 外贸 花瓶 短袖 开口 石英表 夏季 婚庆 男女 代发";

/** Not in that dictionary, but what a merchant or buyer on 1688 types, and why. */
const MERCHANTS_WORDS = {
  爆款: "a product that sells very well",
  假花: "artificial flowers",
  轻奢: "affordable luxury, a style",
  高级感: "looks expensive, a selling point",
  百搭: "goes with everything, a selling point",
  高腰: "high-waisted",
  瑜伽裤: "yoga trousers",
  瑜伽服: "yoga clothes",
  卫衣: "sweatshirt",
  2024: "the year of a season, as in 2024新款",
  ins: "Instagram style",
};

describe.skipIf(!existsSync(LISTINGS))(
  "the words of 468 titles (skipped where ../shared/data is absent)",
  () => {
    const records = existsSync(LISTINGS)
      ? readFileSync(LISTINGS, "utf8")
          .trim()
          .split(/\r?\n/)
          .slice(1)
          .map((line) => line.split(","))
      : [];
    const titles = records.map((record) => record[1] ?? "");
    const sales = records.map((record) => [record[7]]);
    const folded = titles.map((title) => title.normalize("NFKC").toLowerCase());
    const holders = (word: string) => folded.filter((title) => title.includes(word));
    const top = (count: number) =>
      evaluate(keywords, [titles.map((title) => [title]), sales, count]).slice(1);
    const words = top(60).map(([word]) => String(word));

    it("are at least 50 of 60 known to a dictionary or to merchants", () => {
      const known = new Set([...DICTIONARY.split(" "), ...Object.keys(MERCHANTS_WORDS)]);
      expect(words).toHaveLength(60);
      // The other one is 戒指女, two words that sellers always set in this order.
      expect(words.filter((word) => !known.has(word)).length).toBeLessThanOrEqual(10);
    });

    it("are at most 3 of 60 fragments: one neighbour stands in every title of the word", () => {
      const fragments = words.filter((word) => {
        const all = holders(word);
        const beside = new Set(
          all.flatMap((title) => title.split(word).flatMap((part) => [part.at(-1), part[0]])),
        );
        return [...beside].some(
          (letter) =>
            /[\p{L}\p{N}]/u.test(letter ?? "") &&
            (holders(`${letter}${word}`).length === all.length ||
              holders(`${word}${letter}`).length === all.length),
        );
      });
      expect(fragments.length).toBeLessThanOrEqual(3);
    });

    it("are whole where a general dictionary cuts: 高腰, 无痕, 提臀", () => {
      expect(top(1000).map(([word]) => word)).toEqual(
        expect.arrayContaining(["高腰", "无痕", "提臀", "t恤"]),
      );
    });

    it("are counted and sold as a look through the titles says", () => {
      for (const [word, count, share, sold] of top(60)) {
        const rows = folded.flatMap((title, row) => (title.includes(String(word)) ? [row] : []));
        const expected = rows.reduce((sum, row) => sum + Number(sales[row]?.[0]), 0);
        expect([word, count, share, sold]).toEqual([word, rows.length, rows.length / 468, expected]);
      }
    });
  },
);
