import { describe, expect, it } from "vitest";
import { SAMPLE_SHEETS } from "./opened-workbench.ts";
import { useWorkbench } from "./use-workbench.ts";

const workbench = useWorkbench();

const values = async (sheet: string, ...addresses: string[]) =>
  Promise.all(addresses.map(async (at) => (await workbench.cell(sheet, at)).value));
const sentence = () => workbench.page.locator(".sentence");

/** Types into a cell as a user does, once more where a busy machine has lost a key. */
async function type(sheet: string, at: string, text: string): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    await workbench.select(sheet, at);
    await workbench.page.keyboard.type(text);
    await workbench.page.keyboard.press("Enter");
    const isWritten = await expect
      .poll(async () => Object.values(await workbench.cell(sheet, at)), { timeout: 5_000 })
      .toContain(text)
      .then(
        () => true,
        () => false,
      );
    if (isWritten) return;
  }
}

describe("sample sheets", () => {
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

  it("turn 7 into 6 when 支持网上订购 changes from 是 to 否", async () => {
    expect(await values("商品体检", "AB5", "AB6", "K6", "B6")).toEqual(["支持网上订购", "是", 7, 7]);
    await type("商品体检", "AB6", "否");
    await workbench.until("商品体检", "K6", 6);
    expect(await values("商品体检", "B6", "H6")).toEqual([6, "✗"]);
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
});

describe("the other sample sheets", () => {
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
});

describe("a formula that fails", () => {
  it("shows its sentence when its cell is selected, also in a cell that it only fills", async () => {
    expect(await workbench.cell("收款测算", "H8")).toEqual({
      value: "#N/A",
      formula: null,
      sentence: "账期交易费率未知，请在费率表中填写。",
    });
    await workbench.select("收款测算", "H8");
    await expect.poll(() => sentence().textContent()).toBe("H8账期交易费率未知，请在费率表中填写。");
    await workbench.select("收款测算", "H9");
    await expect.poll(() => sentence().textContent()).not.toContain("未知");
  });

  it("is counted, listed and jumped to", async () => {
    const { page } = workbench;
    await page.getByRole("button", { name: "本表有 2 格出错" }).click();
    await page.getByRole("button", { name: "L63" }).press("Enter");
    await expect.poll(() => sentence().textContent()).toContain("L63");
    expect(await sentence().textContent()).toContain("面议");
  });

  it("keeps everything else working: wrong argument, unknown method, too many arguments, unknown header", async () => {
    await type("说明", "C1", '=PAYFEE("支票",100)');
    await type("说明", "C2", '=PAYFEE("信用卡","一百")');
    await type("说明", "C3", "=SEVENSTAR(E1:F3)");
    await type("说明", "C4", '=PAYFEE("信用卡",1,2,3,4,5,6)');
    await type("说明", "C5", '=PAYFEE("信用卡",10000,,"卖家")');
    await workbench.until("说明", "C5", 100);
    const shown = await Promise.all(["C1", "C2", "C3", "C4"].map((at) => workbench.cell("说明", at)));
    expect(shown.map(({ value }) => value)).toEqual(["#VALUE!", "#VALUE!", "#VALUE!", "#VALUE!"]);
    expect(shown[0]?.sentence).toContain("支票");
    expect(shown[1]?.sentence).toContain("一百");
    expect(shown[2]?.sentence).toContain("请在第一行写上表头");
    expect(shown[3]?.sentence).toBe("PAYFEE 最多 6 个参数，请去掉多余的。");
  });

  it("forgets its sentence when another formula fails in its place", async () => {
    await type("说明", "C1", '=PAYFEE("账期交易",100)');
    await workbench.until("说明", "C1", "#N/A");
    expect((await workbench.cell("说明", "C1")).sentence).toContain("费率未知");
    await type("说明", "C1", "=NA()");
    await expect.poll(async () => (await workbench.cell("说明", "C1")).sentence).toContain("没有找到要的值");
    await type("说明", "C2", '=PAYFEE("信用卡",C1)');
    await workbench.until("说明", "C2", "#N/A");
    expect((await workbench.cell("说明", "C2")).sentence).toBe("引用的格子出错（#N/A），请先处理那个格子。");
  });

  it("gives blanks, not zeros, to the functions", async () => {
    await type("说明", "C1", "=TITLELEN(E1:E3)");
    await type("说明", "C5", "=PAYFEE(,100)");
    await type("说明", "C6", "=TITLELEN(A1)+1");
    await workbench.until("说明", "C6", 35);
    await expect.poll(() => values("说明", "C1", "C3", "C5")).toEqual(["", "", ""]);
  });
});

describe("help", () => {
  it("shows summary, parameters and example while =SEVENSTAR( is typed", async () => {
    await workbench.select("说明", "C1");
    await workbench.page.keyboard.type("=SEVENS");
    const suggestion = workbench.page.locator("[data-u-comp=sheets-formula-editor] li", {
      hasText: "SEVENSTARSCORE",
    });
    await expect.poll(() => suggestion.textContent()).toContain("每个商品的完成度");
    await workbench.page.keyboard.type("TAR(");
    const help = workbench.page.locator("[class*='univer-w-[250px]']", { hasText: "SEVENSTAR(" });
    await expect.poll(() => help.textContent()).toContain("每个商品的星级");
    expect(await help.textContent()).toContain("例：=SEVENSTAR(A1:");
    expect(await help.textContent()).toContain("规则表区域");
  });

  it("inserts a function's example from the pane, and refuses a filled cell", async () => {
    const { page } = workbench;
    await page.getByRole("tab", { name: "函数", exact: true }).click();
    await workbench.select("说明", "C1");
    await page.getByRole("button", { name: "插入 PAYFEE" }).click();
    await page.getByText("已插入到 说明!C1").waitFor();
    await workbench.until("说明", "C1", 105);
    await page.getByRole("button", { name: "插入 PAYFEE" }).click();
    await page.getByText("说明!C1 已有内容，没有覆盖").waitFor();
    await workbench.select("商品体检", "A7");
    await page.getByRole("button", { name: "插入 PAYFEE" }).click();
    await page.getByText("商品体检!A7 已有内容，没有覆盖").waitFor();
  });
});
