import { openPlanFile, planFileText } from "@sevenstar/pane/plan/file/plan-file.ts";
import { HolidayBook } from "@sevenstar/pane/plan/model/holiday-book.ts";
import { newPlan } from "@sevenstar/pane/plan/model/new-plan.ts";
import { onDay } from "@sevenstar/pane/plan/model/on-day.fixture.ts";
import { applyCommand } from "@sevenstar/pane/plan/model/plan-command.ts";
import { planOfYear, type YearPlan } from "@sevenstar/pane/plan/model/plan-document.ts";
import { planSchedule } from "@sevenstar/pane/plan/model/plan-schedule.ts";
import { monthPage } from "@sevenstar/pane/plan/table/month-page.ts";
import { planTable, planTableRows } from "@sevenstar/pane/plan/table/plan-table.ts";
import { readBack, readBackCommand } from "@sevenstar/pane/plan/table/read-back.ts";
import { timelinePage } from "@sevenstar/pane/plan/table/timeline-page.ts";
import type { WrittenPlan } from "@sevenstar/pane/plan/table/written-plan.ts";
import { workbookPlanStore } from "@sevenstar/pane/planner/keeper/plan-store.ts";
import { DOMParser } from "@xmldom/xmldom";
import { expect, it, vi } from "vitest";
import { openExcel } from "./open-excel.ts";

const book = new HolidayBook([]);
const document = newPlan(2026);
const plan = planOfYear(document, 2026) as YearPlan;
const schedule = planSchedule(plan, book);
const written: WrittenPlan = {
  year: 2026,
  rows: Object.fromEntries(planTableRows(schedule).map((row) => [row.id, row])),
};

it("takes the plan's table into Excel and the merchant's edits back, past columns and rows that moved", async () => {
  const { host, merchant } = openExcel();
  expect(await host.writeTable(planTable(schedule))).toEqual({ address: "年度活动表!A1:Q6" });
  const read = async () => {
    const table = await host.readTable("年度活动表");
    if ("problem" in table) throw new Error(table.problem);
    const found = readBack(plan, written, table, book);
    if ("problem" in found) throw new Error(found.problem);
    return found;
  };
  expect(await read()).toEqual({ edits: [], conflicts: [], faults: [] });
  expect(await merchant.sees("年度活动表", "B5")).toMatchObject({ value: 46285, numberFormat: "yyyy-mm-dd" });
  expect(await merchant.seesHiddenColumn("年度活动表", 16)).toBe(true);

  // 9.20 is in row 5; its enrolment closes in column E, its owner stands in column O.
  await merchant.enters("年度活动表", "E5", 46262);
  await merchant.enters("年度活动表", "O5", "小王");
  await merchant.insertsColumn("年度活动表", 1);
  await merchant.turnsRowsAround("年度活动表");
  // A column that was put in has no header yet.
  await merchant.enters("年度活动表", "B1", "店铺");
  const found = await read();
  expect(found.edits).toMatchObject([
    { kind: "change", activity: "9.20官方大促", column: "enrolTo", from: 46265, to: 46262 },
    { kind: "change", activity: "9.20官方大促", column: "owner", from: "", to: "小王" },
  ]);
  const command = readBackCommand(plan, found, new Map(), book, () => "new");
  const after = planOfYear(applyCommand(document, command), 2026) as YearPlan;
  expect(after.activities.find(({ activity }) => activity === "9.20官方大促")).toMatchObject({
    owner: "小王",
    offsets: { enrolTo: -23 },
  });
});

it("draws the month calendar and the timeline in Excel, and again over what it drew", async () => {
  const { host, merchant } = openExcel();
  for (const page of [monthPage([schedule], 2026, book), timelinePage(schedule, onDay("2026-09-08"))]) {
    expect(await host.writeSheet(page)).toHaveProperty("address");
    expect(await host.writeSheet(page)).toHaveProperty("address");
  }
  expect(await merchant.seesSheets()).toEqual(expect.arrayContaining(["活动月历", "活动时间线"]));
  expect((await merchant.sees("活动月历", "A1")).value).toBe("2026年1月");
});

it("keeps the plan inside the workbook", async () => {
  vi.stubGlobal("DOMParser", DOMParser);
  const { host } = openExcel();
  const store = workbookPlanStore(host);
  expect(await store.read()).toEqual({ text: null });
  const text = planFileText({ document, written });
  expect(await store.write(text)).toBeUndefined();
  const kept = await store.read();
  expect("text" in kept && kept.text && openPlanFile(kept.text, 2026)).toEqual({
    kind: "open",
    file: { document, written },
  });
  vi.unstubAllGlobals();
});
