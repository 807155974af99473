import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  openWorkbench,
  type RecordedMutation,
  type WorkbenchMerchant,
  type WorkbenchPage,
} from "./open-workbench.ts";

let workbench: WorkbenchPage;
beforeAll(async () => {
  workbench = await openWorkbench();
});
afterAll(() => workbench.close());

/** What Univer tells of its mutations until it has told none for a while, calculations and all. */
async function told(page: WorkbenchPage): Promise<RecordedMutation[]> {
  const all: RecordedMutation[] = [];
  let quiet = 0;
  while (quiet < 3) {
    await page.page.waitForTimeout(100);
    const some = await page.takeRecorded();
    quiet = some.length === 0 ? quiet + 1 : 0;
    all.push(...some);
  }
  return all;
}

/** The mutations that an act of the merchant's brings, by whether they count as a change of the merchant's. */
async function after(
  act: (merchant: WorkbenchMerchant) => unknown,
  before?: (merchant: WorkbenchMerchant) => unknown,
) {
  const { merchant, host } = await workbench.open();
  await before?.(merchant);
  await told(workbench);
  await act(merchant);
  const all = await told(workbench);
  const ids = (isMerchants: boolean) => [
    ...new Set(all.filter((each) => each.isMerchants === isMerchants).map(({ id }) => id)),
  ];
  return { all, host, changes: ids(true), others: ids(false) };
}

const formula = (text: string) => ({ formula: text });
const VALUES = "sheet.mutation.set-range-values";

describe("the merchant's change", () => {
  it.each<[string, (merchant: WorkbenchMerchant) => unknown, string[]]>([
    ["a value", (its) => its.enters("Sheet1", "A1", "保温杯"), [VALUES]],
    ["a formula", (its) => its.enters("Sheet1", "B1", formula("=LEN(A1)")), [VALUES]],
    ["an emptied cell", (its) => its.enters("Sheet1", "A1", null), [VALUES]],
    ["an undone entry", (its) => its.undoes(), [VALUES]],
    ["an inserted row", (its) => its.insertsRow("Sheet1", 1), ["sheet.mutation.insert-row"]],
    ["deleted rows", (its) => its.deletesRows("Sheet1", 1, 1), ["sheet.mutation.remove-rows"]],
    ["an inserted column", (its) => its.insertsColumn("Sheet1", 1), ["sheet.mutation.insert-col"]],
    ["a new sheet", (its) => its.addsSheet("新表"), ["sheet.mutation.insert-sheet"]],
    ["a sheet's name", (its) => its.renamesSheet("Sheet1", "表一"), ["sheet.mutation.set-worksheet-name"]],
    ["merged cells", (its) => its.mergesCells("Sheet1", "A5:B6"), ["sheet.mutation.add-worksheet-merge"]],
    [
      "a named range",
      (its) => its.namesRange("费率", "Sheet1!$A$1:$B$2"),
      ["formula.mutation.set-defined-name"],
    ],
    [
      "rows that are to fit their texts",
      (its) => its.fitsRows("Sheet1", 0, 3),
      ["sheet.mutation.set-worksheet-row-is-auto-height"],
    ],
  ])("is %s", async (_, act, expected) => {
    const { changes } = await after(act, (its) => its.enters("Sheet1", "A1", "标题"));
    expect(changes).toEqual(expect.arrayContaining(expected));
  });

  it("is not what opening a workbook does, nor the calculation of its formulas", async () => {
    const { changes, others } = await after(
      (its) => its.enters("Sheet1", "A1", 2),
      (its) => its.enters("Sheet1", "B1", formula("=SEQUENCE(A1)")),
    );
    expect(changes).toEqual([VALUES]);
    expect(others).toEqual(
      expect.arrayContaining([
        // The results, written into their cells.
        VALUES,
        "formula.mutation.set-formula-calculation-start",
        "formula.mutation.set-formula-calculation-result",
        "formula.mutation.set-array-formula-data",
      ]),
    );
    await workbench.open();
    expect((await told(workbench)).filter(({ isMerchants }) => isMerchants)).toEqual([]);
  });

  it("is not a sheet that grows for what a formula fills", async () => {
    const { changes, others } = await after((its) => its.enters("Sheet1", "A1", formula("=SEQUENCE(1500)")));
    expect(changes).toEqual([VALUES]);
    expect(others).toContain("sheet.mutation.set-worksheet-row-count");
  });

  it("is a look, and not a row's height that follows from it", async () => {
    const { changes, others } = await after(
      (its) => its.wraps("Sheet1", "A1"),
      (its) => its.enters("Sheet1", "A1", "保温杯大容量".repeat(20)),
    );
    expect(changes).toEqual([VALUES]);
    expect(others).toContain("sheet.mutation.set-worksheet-row-auto-height");
  });

  it("is not what is typed in a cell's editor before it is taken", async () => {
    const { changes, others } = await after(async () => {
      await workbench.page.mouse.click(200, 200);
      await workbench.page.keyboard.type("12");
    });
    expect(changes).toEqual([]);
    expect(others).toContain("doc.mutation.rich-text-editing");
    await workbench.page.keyboard.press("Enter");
    expect((await told(workbench)).filter(({ isMerchants }) => isMerchants).map(({ id }) => id)).toEqual([
      VALUES,
    ]);
  });

  it("is not a table's place that formulas are told of, and is its name", async () => {
    const { host } = await workbench.open();
    await told(workbench);
    await host.writeTable({ name: "费率表", sheet: "费率", columns: [{ header: "费率" }], rows: [[0.006]] });
    const all = await told(workbench);
    expect(all).toContainEqual(
      expect.objectContaining({ id: "formula.mutation.set-super-table", isMerchants: false }),
    );
    expect(all).toContainEqual(
      expect.objectContaining({ id: "formula.mutation.set-defined-name", isMerchants: true }),
    );
  });
});

describe("the rows that a change touches", () => {
  const touched = async (act: (merchant: WorkbenchMerchant) => unknown) =>
    (await after(act)).all.filter(({ isMerchants }) => isMerchants).map(({ touched: its }) => its);

  it("are those that are written", async () => {
    expect(await touched((its) => its.fills("Sheet1", "B150:B151", "满"))).toEqual([
      [
        {
          sheetId: "first",
          rows: [
            [149, 149],
            [150, 150],
          ],
        },
      ],
    ]);
  });

  it("are those whose height is set", async () => {
    expect(await touched((its) => its.fitsRows("Sheet1", 2, 3))).toEqual([
      [{ sheetId: "first", rows: [[2, 4]] }],
    ]);
  });

  it("are all where rows are moved, and none where only the sheet's name changes", async () => {
    expect(await touched((its) => its.insertsRow("Sheet1", 1))).toContainEqual([
      { sheetId: "first", rows: "all" },
    ]);
    expect((await touched((its) => its.renamesSheet("Sheet1", "表一"))).flat()).toEqual([]);
  });

  it("are also those to which a shared formula is handed on", async () => {
    const { all } = await after(
      (its) => its.fills("Sheet1", "A1:A2", ""),
      (its) => its.sharesFormula("Sheet1", "A1:A3", "=ROW(A1)"),
    );
    const handedOn = all.filter((each) => each.handsFormulaOn);
    expect(handedOn.map(({ isMerchants }) => isMerchants)).toEqual([false]);
    expect(handedOn[0]?.touched[0]?.rows).toContainEqual([2, 2]);
  });
});
