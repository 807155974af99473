import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, type WorkbenchPage } from "./open-workbench.ts";

const UNIVER = new URL("../../apps/workbench/univer/", import.meta.url);

let workbench: WorkbenchPage;
beforeAll(async () => {
  workbench = await openWorkbench("?wide");
});
afterAll(() => workbench.close());

/** The files that the README says lean on nothing of Univer's inside. */
const [, apart = ""] = readFileSync(new URL("README.md", UNIVER), "utf8").split("## Leans on nothing inside");

describe("this version of Univer", () => {
  it("has everything that the workbench leans on", async () => {
    const { merchant } = await workbench.open();
    await merchant.namesRange("费率", "Sheet1!$E$1:$E$2");
    await merchant.enters("Sheet1", "A1", { formula: "=SUM(B1:C2)+SUM(费率)" });
    await expect.poll(async () => (await merchant.sees("Sheet1", "A1")).value).toBe(0);
    const broken = (await workbench.seam()).filter(({ holds }) => !holds);
    expect(
      broken.map(
        ({ file, thing }) =>
          `Univer no longer has ${thing}: see apps/workbench/univer/${file} and its row in the README`,
      ),
    ).toEqual([]);
  });

  it("is looked at for every file that leans on its inside", async () => {
    const looked = new Set((await workbench.seam()).map(({ file }) => file));
    const leaning = readdirSync(UNIVER).filter(
      (file) => !file.endsWith(".md") && !apart.includes(`\`${file}\``),
    );
    expect(leaning.filter((file) => !looked.has(file))).toEqual([]);
    expect([...looked].filter((file) => !leaning.includes(file))).toEqual([]);
  });
});
