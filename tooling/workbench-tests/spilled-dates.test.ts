import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { useWorkbench } from "./use-workbench.ts";
import { xlsxCells } from "./xlsx-cells.ts";
import { zipEntries } from "./zip-entries.ts";

const workbench = useWorkbench();
const SHEET = "说明";

async function type(at: string, text: string): Promise<void> {
  await workbench.select(SHEET, at);
  await workbench.page.keyboard.type(text);
  await workbench.page.keyboard.press("Enter");
}
const shows = (at: string, text: string) => expect.poll(() => workbench.shown(SHEET, at)).toBe(text);
const value = async (at: string) => (await workbench.cell(SHEET, at)).value;

it("shows the dates of our functions as dates, their values stay serial numbers (B15)", async () => {
  await type("F1", '=FESTIVAL("春节",2027)');
  await shows("F1", "2027-02-06");
  expect(await value("F1")).toBe(46_424);
  await type("F2", '=workdaycn("2026-09-18",1)');
  await shows("F2", "2026-09-20");
  await type("F3", '=PAYDUE("诚e赊","2026-03-28")');
  await shows("F3", "2026-04-27");
  await type("F5", '=NEXTACTIVITY("2026-12-23","服装")');
  await shows("G6", "2027-01-05");
  // 剩余天数 is a number.
  await shows("H6", "13");
  await shows("J6", "2026-12-29");
  await type("F8", "=HOLIDAYS(2027)");
  await shows("F9", "2027-01-01");
  // The grid's engine takes a text "3/7" for a date.
  await type("F25", '=PAYPLAN("3/"&"7",100,46109)');
  await shows("J26", "2026-03-28");
  await shows("H26", "30");
});

it("leaves no format behind where such a formula is overwritten, deleted or undone (B15)", async () => {
  const { page } = workbench;
  await type("F1", '=FESTIVAL("春节",2027)');
  await shows("F1", "2027-02-06");
  await type("F1", "=46420+4");
  await shows("F1", "46424");
  await type("F1", "46424");
  await shows("F1", "46424");
  await type("F8", "=HOLIDAYS(2027)");
  await shows("F9", "2027-01-01");
  await workbench.select(SHEET, "F8");
  await page.keyboard.press("Delete");
  await shows("F9", "");
  await type("F9", "46388");
  await shows("F9", "46388");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await shows("F9", "2027-01-01");
});

it("writes the dates with a date format into an .xlsx, lower-case names as Excel finds them (X4)", async () => {
  const { page } = workbench;
  await type("F1", '=FESTIVAL("春节",2027)');
  await type("F8", "=HOLIDAYS(2027)");
  await shows("F9", "2027-01-01");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出" }).click();
  const file = readFileSync(await (await download).path());
  const cells = xlsxCells(file).get(SHEET);
  expect(cells?.get("F1")?.formula).toBe('_xldudf_FESTIVAL("春节",2027)');
  const entries = zipEntries(file);
  const styles = entries.get("xl/styles.xml") ?? "";
  const format = /numFmtId="(\d+)" formatCode="yyyy-mm-dd"/.exec(styles)?.[1];
  const looks = [
    ...(/<cellXfs[\s\S]*<\/cellXfs>/.exec(styles)?.[0] ?? "").matchAll(/<xf [^>]*numFmtId="(\d+)"/g),
  ];
  const sheet =
    [...entries].find(
      ([name, xml]) =>
        name.includes("worksheets/") &&
        xml.includes('_xldudf_FESTIVAL("春节",2027)') &&
        xml.includes("_xldudf_HOLIDAYS(2027)"),
    )?.[1] ?? "";
  for (const at of ["F1", "F9"]) {
    const style = new RegExp(`<c r="${at}" s="(\\d+)"`).exec(sheet)?.[1];
    expect(looks[Number(style)]?.[1], at).toBe(format);
  }
});
