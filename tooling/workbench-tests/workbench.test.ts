import { describe, expect, it } from "vitest";
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
