import { planFields } from "@sevenstar/core/calendar/activity-plan";
import { readDateRule } from "@sevenstar/core/calendar/date-rule";
import { readIndustries } from "@sevenstar/core/calendar/industry";
import { type MilestoneKey, milestoneKeys } from "@sevenstar/core/calendar/read-plan";
import { isoDate } from "@sevenstar/core/cells/calendar-day";
import { type HeaderField, matchHeaders } from "@sevenstar/core/cells/header";
import { readNumber } from "@sevenstar/core/cells/number-text";
import { foldChoice } from "@sevenstar/core/cells/quantity";
import { Refusal } from "@sevenstar/core/cells/refusal";
import { readYesNo } from "@sevenstar/core/cells/yes-no";
import { blankActivity } from "../model/blank-activity.ts";
import type { HolidayBook } from "../model/holiday-book.ts";
import { impossibleOrder } from "../model/impossible-order.ts";
import type { PlanActivity, YearPlan } from "../model/plan-document.ts";
import { scheduleActivity } from "../model/plan-schedule.ts";
import { pastedCells } from "./pasted-cells.ts";
import { readPastedEnd, readPastedSpan } from "./read-pasted-date.ts";

type Column = keyof typeof planFields | "start" | "end";

/** What merchants call the columns of their own activity tables. */
const aliases: Readonly<Partial<Record<Column, readonly string[]>>> = {
  activity: [
    "活动名称",
    "活动主题",
    "大促",
    "大促名称",
    "节日",
    "节日名称",
    "节点",
    "营销节点",
    "项目",
    "名称",
    "主题",
    "activity",
    "event",
    "campaign",
    "name",
  ],
  start: [
    "开始日期",
    "开始时间",
    "活动开始",
    "活动开始时间",
    "起始日期",
    "日期",
    "活动日期",
    "活动时间",
    "时间",
    "时间段",
    "活动周期",
    "上线时间",
    "上线日期",
    "start",
    "start date",
    "date",
  ],
  end: ["结束日期", "结束时间", "活动结束", "活动结束时间", "下线时间", "下线日期", "end", "end date"],
  days: ["活动天数", "持续天数", "时长", "days"],
  industries: ["类目", "适用行业", "适用类目", "industry"],
  enrolFrom: [
    "报名开始时间",
    "报名开始日期",
    "开始报名",
    "报名时间",
    "报名日期",
    "报名期",
    "报名",
    "招商开始",
  ],
  enrolTo: ["报名截止时间", "报名截止日期", "报名结束", "报名结束时间", "截止报名", "招商截止", "提报截止"],
  stockReady: ["备货", "备货时间", "备货日期", "备货截止", "备货完成时间", "备货完成日期", "入仓截止"],
  warmUpFrom: ["预热", "预热时间", "预热日期", "预热期", "预热开始时间", "蓄水开始"],
  review: ["复盘时间", "复盘日期", "总结"],
  owner: ["责任人", "跟进人", "对接人", "运营", "owner"],
  note: ["说明", "要求", "玩法", "注意事项", "remark", "remarks", "note", "notes"],
  source: ["来源", "依据来源"],
};
const headers: Readonly<Record<Exclude<Column, keyof typeof planFields>, string>> = {
  start: "开始",
  end: "结束",
};
const fields = Object.fromEntries(
  [...Object.entries(planFields).map(([key, { header }]) => [key, header]), ...Object.entries(headers)].map(
    ([key, header]) => [key, { header, aliases: aliases[key as Column] ?? [] }],
  ),
) as Readonly<Record<Column, HeaderField>>;

/** A title or two may stand above the header. */
const HEADER_WITHIN = 6;
/** A longer cell is no header of ours. */
const LONGEST_HEADER = 40;
/** A longer text, or more rows, is no year's plan. */
const LONGEST_PASTE = 200_000;
const MOST_ACTIVITIES = 1000;

/** What was found in a pasted table. */
export interface PastedActivities {
  readonly added: readonly PlanActivity[];
  /** Rows of the plan with the same name, with what the table says of them. */
  readonly changed: readonly PlanActivity[];
  /** What could not be read, by row of the pasted text; the rest of the row counts. */
  readonly problems: readonly { readonly row: number; readonly sentence: string }[];
}

/**
 * Reads a merchant's own activity table under other headers: dates with or without a year, stretches such as
 * 9.20-9.22, milestones as dates or as days before the start.
 *
 * Gives one sentence where the header has no name or no date.
 */
export function readPastedActivities(
  text: string,
  plan: YearPlan,
  book: HolidayBook,
  newId: () => string,
): PastedActivities | { readonly problem: string } {
  if (text.length > LONGEST_PASTE) {
    return {
      problem: `粘贴的内容有 ${text.length.toLocaleString("en")} 个字，超过 ${LONGEST_PASTE.toLocaleString("en")} 个，请只粘贴活动表。`,
    };
  }
  const cells = pastedCells(text);
  if (cells.length > MOST_ACTIVITIES) {
    return {
      problem: `粘贴的表有 ${cells.length} 行，超过 ${MOST_ACTIVITIES} 行，请只粘贴要加入计划的活动。`,
    };
  }
  const header = (row: readonly string[]) => row.map((cell) => (cell.length > LONGEST_HEADER ? "" : cell));
  const headerAt = cells.slice(0, HEADER_WITHIN).findIndex((row) => {
    const columns = matchHeaders(header(row), fields);
    return columns.has("activity") && (columns.has("start") || columns.has("dateRule"));
  });
  const columns = matchHeaders<Column>(header(cells[headerAt] ?? []), fields);
  if (headerAt < 0) {
    return {
      problem:
        "没有找到表头：需要一列活动名称（如 活动、活动名称）和一列日期（如 开始、活动时间、日期规则），请连同表头一起粘贴。",
    };
  }
  const added: PlanActivity[] = [];
  const changed: PlanActivity[] = [];
  const problems: { row: number; sentence: string }[] = [];
  const byName = new Map(plan.activities.map((each) => [foldChoice(each.activity), each]));
  for (const [index, row] of cells.entries()) {
    if (index <= headerAt) continue;
    const cell = (column: Column) => row[columns.get(column) ?? -1] ?? "";
    const name = cell("activity");
    const report = (sentence: string) => problems.push({ row: index + 1, sentence });
    if (name === "") {
      report("没有活动名称，这一行没有读入。");
      continue;
    }
    const known = byName.get(foldChoice(name));
    const read = readRow(cell, known ?? blankActivity(newId(), name), plan.year, book, report);
    if (!read) continue;
    (known ? changed : added).push(read);
  }
  return { added, changed, problems };
}

function readRow(
  cell: (column: Column) => string,
  activity: PlanActivity,
  year: number,
  book: HolidayBook,
  report: (sentence: string) => void,
): PlanActivity | undefined {
  const dates = readDates(cell, year);
  if (typeof dates === "string") {
    report(`“${activity.activity}”${dates}`);
    return undefined;
  }
  const industries = readIndustries(cell("industries"));
  const enabled = readYesNo(cell("enabled"));
  const leftBlank = (column: Column, written: string) =>
    report(`“${activity.activity}”的${fields[column].header}“${written.slice(0, 40)}”读不懂，先空着。`);
  if (cell("enabled") !== "" && enabled === undefined) leftBlank("enabled", cell("enabled"));
  const dated: PlanActivity = {
    ...activity,
    ...dates,
    industries: industries.length > 0 ? industries : activity.industries,
    // Whoever lists an activity with its date takes part in it.
    isEnabled: enabled ?? true,
    owner: cell("owner") || activity.owner,
    note: cell("note") || activity.note,
    source: cell("source") || activity.source,
    fixedDays: {},
  };
  const scheduled = scheduleActivity({ ...dated, isEnabled: true, offsets: {} }, year, book);
  const offsets: Partial<Record<MilestoneKey, number>> = { ...activity.offsets };
  for (const key of milestoneKeys) {
    const written = cell(key);
    if (written === "") continue;
    const base =
      scheduled && "start" in scheduled ? scheduled[key === "review" ? "end" : "start"] : undefined;
    const offset = readOffset(written, key, base, year);
    if (offset === undefined) leftBlank(key, written);
    else Object.assign(offsets, offset);
  }
  const read = { ...dated, offsets };
  if (!impossibleOrder(read, year, book)) return read;
  report(`“${activity.activity}”的报名截止早于报名开始，报名的两个日期先空着。`);
  const { enrolFrom: _, enrolTo: __, ...others } = offsets;
  return { ...dated, offsets: others };
}

/** The rule and the length of an activity, or what is wrong with its date. */
function readDates(
  cell: (column: Column) => string,
  year: number,
): { dateRule: string; days: number } | string {
  const lasts = cell("days");
  const days = readNumber(lasts.replace(/天$/, ""));
  const length =
    days !== undefined && Number.isInteger(days) && days >= 1 && days <= MOST_DAYS ? days : undefined;
  if (lasts !== "" && length === undefined) return `的天数“${lasts.slice(0, 40)}”读不懂，这一行没有读入。`;
  const written = cell("dateRule") || cell("start");
  const span = readPastedSpan(written, year);
  if (!span) {
    const rule = readDateRule(written, () => fields.dateRule.header);
    return rule instanceof Refusal || written === ""
      ? `的日期“${written.slice(0, 40)}”读不懂，这一行没有读入。`
      : { dateRule: written, days: length ?? 1 };
  }
  const ends = cell("end");
  const end = ends === "" ? span.to : readPastedEnd(ends, span.from);
  if (!end) return `的结束“${ends.slice(0, 40)}”读不懂，或早于开始“${written}”，这一行没有读入。`;
  const { day, hasYear, rule } = span.from;
  const lasting = length ?? end.day - day + 1;
  if (lasting > MOST_DAYS) return `从“${written}”起超过 ${MOST_DAYS} 天，这一行没有读入。`;
  return { dateRule: rule ?? (hasYear ? isoDate(day) : isoDate(day).slice(5)), days: lasting };
}

/** An activity is at most a year long. */
const MOST_DAYS = 366;
const DAYS_BEFORE = /^(?:t\s*-|(?:活动|开始)?(?:提前|前))\s*(\d{1,3})\s*天?$|^(\d{1,3})\s*天前$/i;
const DAYS_AFTER = /^(?:t\s*\+|后)\s*(\d{1,3})\s*天?$|^(\d{1,3})\s*天后$/i;

/** A milestone's days from its base; a stretch in the enrolment column gives its beginning and its end. */
function readOffset(
  text: string,
  key: MilestoneKey,
  base: number | undefined,
  year: number,
): Partial<Record<MilestoneKey, number>> | undefined {
  const [before, after] = [DAYS_BEFORE.exec(text), DAYS_AFTER.exec(text)];
  if (before) return { [key]: -Number(before[1] ?? before[2]) };
  if (after) return { [key]: Number(after[1] ?? after[2]) };
  if (/^[-+]?\d{1,3}$/.test(text)) return { [key]: Number(text) };
  if (base === undefined) return undefined;
  // A milestone without a year is the one that is nearest: before the start, the review after the end.
  const years = key === "review" ? [year, year + 1] : [year, year - 1];
  const spans = years.flatMap((each) => readPastedSpan(text, each) ?? []);
  const span = spans.find(
    ({ from }) => from.hasYear || (key === "review" ? from.day >= base : from.day <= base + NEAREST),
  );
  if (!span) return undefined;
  const offset = span.from.day - base;
  return key === "enrolFrom" && span.to.day > span.from.day
    ? { enrolFrom: offset, enrolTo: span.to.day - base }
    : { [key]: offset };
}

/** A milestone that comes later than this after the start is the year before's. */
const NEAREST = 183;
