import { describe, expect, it } from "vitest";
import { SAMPLE_SHEETS } from "./opened-workbench.ts";
import { useSharedWorkbench } from "./use-workbench.ts";

const workbench = useSharedWorkbench();

const values = async (sheet: string, ...addresses: string[]) =>
  Promise.all(addresses.map(async (at) => (await workbench.cell(sheet, at)).value));

describe("the sample sheets", () => {
  it("judge sixty listings, with every check passed, failed and unknown somewhere", async () => {
    expect(await workbench.page.evaluate(() => window.sevenstarWorkbench?.sheets())).toEqual(SAMPLE_SHEETS);
    const checks = await workbench.page.evaluate(() =>
      [..."CDEFGHI"].map((letter) => {
        const column = Array.from(
          { length: 60 },
          (_, row) => window.sevenstarWorkbench?.cell("商品体检", `${letter}${row + 6}`).value,
        );
        return [...new Set(column)].sort();
      }),
    );
    for (const check of checks) expect(check).toEqual(["✓", "✗", "未知"].sort());
    expect(await values("商品体检", "A5", "J5", "K6", "L6", "K9", "J9")).toEqual([
      "商品",
      "改进建议",
      7,
      100,
      6,
      "网上订购为“否”，应为“是”，请开通网上订购",
    ]);
  });

  it("compute fees, net amounts, days, the comparison and the stages", async () => {
    expect(await values("收款测算", "H4", "I4", "H5", "H6", "J6", "H15")).toEqual([
      105, 10395, 0, 52.5, 46151, 0.01,
    ]);
    expect(await values("收款测算", "A24", "H24", "B33", "A37")).toEqual(["方式", "说明", 105, "诚e赊"]);
    expect(await values("收款测算", "A42", "A43", "C43", "C44", "C45")).toEqual([
      "阶段",
      "第1阶段",
      38666.66,
      77333.33,
      12888.89,
    ]);
  });
  it("show no error but the one each is meant to show", async () => {
    const wrong = await workbench.page.evaluate((sheets) => {
      const letters = [..."ABCDEFGHIJKLM"];
      return sheets.flatMap((sheet) =>
        letters.flatMap((letter) =>
          Array.from({ length: 90 }, (_, row) => `${letter}${row + 1}`)
            .filter((at) => String(window.sevenstarWorkbench?.cell(sheet, at).value).startsWith("#"))
            .map((at) => `${sheet}!${at}`),
        ),
      );
    }, SAMPLE_SHEETS.slice(2));
    expect(wrong).toEqual([..."HIJKLM"].map((letter) => `选品测款!${letter}12`));
  });

  it("judge product tests and say how many clicks they need", async () => {
    expect(await values("选品测款", "K6", "K7", "K8", "L8", "C16", "E17")).toEqual([
      "胜出",
      "淘汰",
      "继续测",
      765,
      686,
      expect.closeTo(0.08795, 5),
    ]);
  });

  it("age receivables and tell the credit left, by hand", async () => {
    // Not yet due on 2026-04-08: 9,650.50 + 28,400 + 31,000 − 600.
    expect(await values("账期管理", "H5", "J5", "J10", "C16")).toEqual(["未到期", 68450.5, 108950.5, 7549.5]);
  });

  it("find the bottleneck, and what to do about a product without impressions", async () => {
    expect(await values("店铺诊断", "H8", "N8", "H19", "I19")).toEqual([
      "询盘",
      "瓶颈",
      "北欧风陶瓷餐具套装家用碗盘",
      "修改重发",
    ]);
  });

  it("plan the year and count working days over make-up Sundays", async () => {
    // 2026-09-20, a Sunday worked; 2027-02-06.
    expect(await values("活动日历", "C9", "C15", "E17")).toEqual([46285, 46424, "9.20官方大促"]);
  });

  it("rank peers and place prices in bands", async () => {
    // 21,800 of 165,800.
    expect(await values("同类分析", "E12", "H12", "I12")).toEqual([
      1,
      21800,
      expect.closeTo(21800 / 166400, 9),
    ]);
  });

  it("turn 7 into 6 when 支持网上订购 changes from 是 to 否", async () => {
    expect(await values("商品体检", "AB5", "AB6", "K6", "B6")).toEqual(["支持网上订购", "是", 7, 7]);
    await workbench.select("商品体检", "AB6");
    await workbench.page.keyboard.type("否");
    await workbench.page.keyboard.press("Enter");
    await workbench.until("商品体检", "K6", 6);
    expect(await values("商品体检", "B6", "H6")).toEqual([6, "✗"]);
  });
});
