import type { OpenedWorkbench } from "./opened-workbench.ts";

/** Selects cells and sorts by the ribbon's button, as a user does. */
export async function sortByRibbon(
  { page, select }: Pick<OpenedWorkbench, "page" | "select">,
  sheet: string,
  cells: string,
  order: "升序排序" | "降序排序",
): Promise<void> {
  await select(sheet, cells);
  await page.getByRole("tab", { name: "数据", exact: true }).click();
  await page.getByRole("button", { name: order }).click();
}
