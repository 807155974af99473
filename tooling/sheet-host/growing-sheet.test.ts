import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, type WorkbenchPage } from "./open-workbench.ts";

let workbench: WorkbenchPage;
beforeAll(async () => {
  workbench = await openWorkbench();
});
afterAll(() => workbench.close());

const formula = (text: string) => ({ formula: text });

describe("B12: a sheet grows", () => {
  /** A new sheet of the workbench's own size, 1,000 rows and 20 columns. */
  const opened = async () => {
    const { host, merchant } = await workbench.open();
    const value = async (at: string) => (await merchant.sees("Sheet1", at)).value;
    const until = (at: string, expected: unknown) =>
      expect.poll(() => value(at), { timeout: 15_000 }).toBe(expected);
    return { host, merchant, value, until, size: () => merchant.seesSize("Sheet1") };
  };

  it("to what a formula fills below its end, and formulas over it count it all", async () => {
    const { merchant, until, size } = await opened();
    expect(await size()).toEqual({ rows: 1000, columns: 20 });
    await merchant.enters("Sheet1", "C1", formula("=SUM(A:A)"));
    await merchant.enters("Sheet1", "A1", formula("=SEQUENCE(1500)"));
    await until("A1500", 1500);
    // 1 + … + 1500
    await until("C1", 1_125_750);
    expect((await size()).rows).toBeGreaterThanOrEqual(1500);
  });

  it("to what a formula fills right of its end", async () => {
    const { merchant, until, size } = await opened();
    await merchant.enters("Sheet1", "A1", formula("=SEQUENCE(1,60)"));
    await until("BH1", 60);
    expect((await size()).columns).toBeGreaterThanOrEqual(60);
  });

  it("to the answer of our own functions in its last rows, over 5,000 rows and over another sheet", async () => {
    const { merchant, until, size } = await opened();
    await merchant.enters("Sheet1", "A995", formula("=HOLIDAYS(2026)"));
    // 33 days off and 6 that are made up below a header
    await until("A995", "日期");
    expect((await merchant.seesAreas("Sheet1", ["A996:A1034"]))[0]?.flat().every(Number.isInteger)).toBe(
      true,
    );
    await merchant.addsSheet("商品");
    await merchant.fills("商品", "A1:A5000", "保温杯大容量");
    await merchant.addsSheet("新表");
    await merchant.enters("新表", "A1", formula("=TITLELEN(商品!A1:A5000)"));
    await expect.poll(async () => (await merchant.sees("新表", "A5000")).value).toBe(12);
    expect((await size()).rows).toBeGreaterThanOrEqual(1034);
  });

  it("together with the formula when it is undone and done again", async () => {
    const { merchant, value, until, size } = await opened();
    await merchant.enters("Sheet1", "A1", formula("=SEQUENCE(1500,30)"));
    await until("AD1500", 45_000);
    const grown = await size();
    await merchant.undoes();
    await until("A1", null);
    expect(await size()).toEqual({ rows: 1000, columns: 20 });
    await merchant.redoes();
    await until("AD1500", 45_000);
    expect(await size()).toEqual(grown);
    expect(await value("A1")).toBe(1);
  });

  it("as the answer grows and shrinks again, and nothing of the longer one is left", async () => {
    const { merchant, value, until } = await opened();
    await merchant.enters("Sheet1", "B1", 3);
    await merchant.enters("Sheet1", "A1", formula("=SEQUENCE(B1)"));
    await merchant.enters("Sheet1", "D1", formula("=SUM(A1:A3000)"));
    await until("D1", 6);
    await merchant.enters("Sheet1", "B1", 2000);
    await until("D1", 2_001_000);
    await merchant.enters("Sheet1", "B1", 2);
    await until("D1", 3);
    expect(await merchant.seesAreas("Sheet1", ["A1:A3", "A2000"])).toEqual([[[1], [2], [null]], [[null]]]);
    await merchant.enters("Sheet1", "B1", 1200);
    await until("D1", 720_600);
    expect(await value("A1200")).toBe(1200);
  });

  it("also for an array that a cell's formula names before it is there", async () => {
    const { merchant, until } = await opened();
    await merchant.enters("Sheet1", "C1", formula("=A1400+1"));
    await until("C1", 1);
    await merchant.enters("Sheet1", "A1", formula("=SEQUENCE(1500)"));
    await until("C1", 1401);
  });

  it("never over a filled cell: the sentence names it, and the formula is computed once it is free", async () => {
    const { merchant, until } = await opened();
    await merchant.enters("Sheet1", "A5", "我的备注");
    await merchant.enters("Sheet1", "A1", formula("=SEQUENCE(1500)"));
    await until("A1", "#SPILL!");
    expect(await merchant.seesSentence("Sheet1", "A1")).toBe(
      "A5 里已有内容，这个公式的 1500 行 × 1 列结果放不下：请清空 A5，或把公式移到空的地方。",
    );
    await merchant.enters("Sheet1", "A5", null);
    await until("A1500", 1500);
    expect(await merchant.seesSentence("Sheet1", "A1")).toBe(null);
  });

  it("never over another formula's answer, which the sentence names", async () => {
    const { merchant, until } = await opened();
    await merchant.enters("Sheet1", "A4", formula("=SEQUENCE(1,3)"));
    await until("C4", 3);
    await merchant.enters("Sheet1", "C1", formula("=SEQUENCE(9)"));
    await until("C1", "#SPILL!");
    expect(await merchant.seesSentence("Sheet1", "C1")).toContain("C4 要放 A4 里公式的结果");
  });

  it("never over what is entered while it is computed", async () => {
    const { merchant, value, until } = await opened();
    await merchant.enters("Sheet1", "A1", formula("=SEQUENCE(5)"));
    await until("A5", 5);
    await merchant.entersOnceComputed("Sheet1", "A3", formula("=7*6"));
    await merchant.enters("Sheet1", "A2", "我的备注");
    await until("A1", "#SPILL!");
    await until("A3", 42);
    await merchant.entersOnceComputed("Sheet1", "A2", "别的备注");
    await merchant.enters("Sheet1", "A1", formula("=SEQUENCE(6)"));
    await until("A2", "别的备注");
    expect(await value("A3")).toBe(42);
  });

  it("never over what is entered in its own cell while it is computed", async () => {
    const { merchant, until } = await opened();
    await merchant.enters("Sheet1", "B1", formula("=C1*2"));
    await until("B1", 0);
    await merchant.entersOnceComputed("Sheet1", "B1", 9);
    await merchant.enters("Sheet1", "C1", 5);
    await until("B1", 9);
    await merchant.enters("Sheet1", "D1", formula("=B1+1"));
    await until("D1", 10);
  });

  it("not beyond what Excel has, and says so", async () => {
    const { merchant, until, size } = await opened();
    await merchant.enters("Sheet1", "T1", formula("=SEQUENCE(1,16384)"));
    await until("T1", "#SPILL!");
    expect(await merchant.seesSentence("Sheet1", "T1")).toContain("一张表最多 1,048,576 行 × 16,384 列");
    expect((await size()).columns).toBe(20);
  });

  it("to a place that is selected beyond its end", async () => {
    const { merchant, size } = await opened();
    await merchant.selects("Sheet1", ["AK2000"]);
    const { rows, columns } = await size();
    expect([rows >= 2000, columns >= 37]).toEqual([true, true]);
    await merchant.enters("Sheet1", "AK2000", 5);
    await merchant.enters("Sheet1", "A1", formula("=AK2000*2"));
    await expect.poll(async () => (await merchant.sees("Sheet1", "A1")).value).toBe(10);
    await merchant.selects("Sheet1", ["XFD1048576"]);
    expect(await size()).toEqual({ rows: 1_048_576, columns: 16_384 });
  });

  it("and is exported with every answer", async () => {
    const { merchant, until } = await opened();
    await merchant.enters("Sheet1", "A1", formula("=SEQUENCE(1500)"));
    await merchant.enters("Sheet1", "C1", formula("=SEQUENCE(1,60)"));
    await until("A1500", 1500);
    await until("BJ1", 60);
    const bytes = await workbench.page.evaluate<number[]>("testPage.throughFile()");
    const [sheet] = (await readXlsx(Uint8Array.from(bytes))).sheets;
    expect(sheet?.rows.map(([first]) => first)).toEqual(Array.from({ length: 1500 }, (_, row) => row + 1));
    expect(sheet?.rows[0]?.slice(2)).toEqual(Array.from({ length: 60 }, (_, column) => column + 1));
    expect(JSON.stringify(sheet?.rows)).not.toContain("#");
  });
});
