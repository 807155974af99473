import { OfficeMockObject } from "office-addin-mock";
import { afterEach, describe, expect, it, vi } from "vitest";
import { officeSheetHost } from "./office-sheet-host.ts";

/** Excel with one selected cell, by Microsoft's mock, which refuses what was not loaded and synced. */
function excelWith(formula: string | number, refusal?: { readonly code: string; readonly message: string }) {
  const cell = { address: "商品体检!B2", formulas: [[formula]] };
  const context = new OfficeMockObject(
    { workbook: { range: cell, getActiveCell: () => context["workbook"].range } },
    "Excel" as never,
  );
  vi.stubGlobal("Excel", {
    run: async (task: (context: OfficeMockObject) => Promise<unknown>) => {
      if (refusal) throw Object.assign(new Error(refusal.message), { code: refusal.code });
      return task(context);
    },
  });
  return context["workbook"].range as { formulas: unknown };
}
afterEach(() => vi.unstubAllGlobals());

describe("inserting into Excel", () => {
  it("writes the formula into the selected cell and says where", async () => {
    const cell = excelWith("");
    expect(await officeSheetHost.insertFormula('=TITLELEN("短袖")')).toEqual({ address: "商品体检!B2" });
    expect(cell.formulas).toEqual([['=TITLELEN("短袖")']]);
  });

  it.each([["=A1"], ["短袖"], [0]])("never overwrites a cell that holds %j", async (formula) => {
    const cell = excelWith(formula);
    expect(await officeSheetHost.insertFormula("=TITLELEN(A1)")).toEqual({
      problem: "商品体检!B2 已有内容，没有覆盖，请选一个空单元格再插入。",
    });
    expect(cell.formulas).toEqual([[formula]]);
  });

  it.each([
    ["AccessDenied", "受保护"],
    ["InvalidOperationInCellEditMode", "按回车结束编辑"],
    ["GeneralException", "换一个单元格再试"],
  ])("says in Chinese what to do when Excel refuses with %s", async (code, sentence) => {
    excelWith("", { code, message: "The operation failed." });
    expect(await officeSheetHost.insertFormula("=TITLELEN(A1)")).toEqual({
      problem: expect.stringContaining(sentence),
    });
  });
});
