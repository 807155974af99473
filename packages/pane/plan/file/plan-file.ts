import { EVERY_INDUSTRY } from "@sevenstar/core/calendar/industry";
import { milestoneKeys } from "@sevenstar/core/calendar/read-plan";
import { type CalendarDay, dayOfSerial } from "@sevenstar/core/cells/calendar-day";
import type { Words } from "@sevenstar/core/cells/words";
import { ID } from "@sevenstar/core/template/id";
import { isPlanYear } from "../model/holiday-book.ts";
import { milestoneStatuses } from "../model/milestone-statuses.ts";
import { newPlan } from "../model/new-plan.ts";
import type {
  Assumptions,
  EntryRequirement,
  HolidayNotice,
  MilestoneStatus,
  PlanActivity,
  PlanDocument,
  ShopFigure,
  YearPlan,
} from "../model/plan-document.ts";
import { newRowId } from "../model/row-id.ts";
import type { WrittenPlan } from "../table/written-plan.ts";
import { closeJson } from "./close-json.ts";

const FORMAT = "sevenstar-plan";
const VERSION = 1;

/** What is kept between two openings: the plan and what was last written into the workbook's table. */
export interface PlanFile {
  readonly document: PlanDocument;
  readonly written?: WrittenPlan;
}

/** What opening a kept text comes to. */
export type OpenedPlan =
  | { readonly kind: "open"; readonly file: PlanFile }
  /** Written by a later version: it is not touched. */
  | { readonly kind: "newer" }
  /** `repaired` is everything that could be read; `faults` says what could not. */
  | { readonly kind: "damaged"; readonly repaired: PlanFile; readonly faults: readonly string[] };

/** The text in which a plan is kept. */
export const planFileText = ({ document, written }: PlanFile): string =>
  JSON.stringify({ format: FORMAT, version: VERSION, document, ...(written ? { written } : {}) });

/** What could not be read: a place such as 2026 年第 2 个活动, and its part, if not the whole. */
interface Fault {
  readonly place: string;
  readonly part?: string;
}

/** What the parts of a plan are called in a sentence. */
const partNames: Readonly<Record<string, string>> = {
  year: "年份",
  plans: "各年的计划",
  notices: "放假安排",
  shop: "店铺指标",
  requirements: "报名要求",
  assumptions: "工厂停工天数",
  closedBefore: "停工天数",
  closedAfter: "复工天数",
  production: "生产天数",
  industries: "行业",
  activities: "活动",
  days: "天数",
  activity: "名称",
  dateRule: "日期规则",
  offsets: "提前天数",
  isEnabled: "启用",
  owner: "负责人",
  note: "备注",
  source: "依据",
  fixedDays: "手工指定的日期",
  statuses: "状态",
  metric: "指标",
  operator: "条件",
  value: "值",
};

/** One sentence for each place. */
function faultSentences(faults: readonly Fault[]): string[] {
  const partsOf = new Map<string, Set<string>>();
  for (const { place, part } of faults) {
    const parts = partsOf.get(place) ?? new Set();
    if (part !== undefined) parts.add(partNames[part] ?? part);
    partsOf.set(place, parts);
  }
  return [...partsOf].map(([place, parts]) =>
    parts.size > 0 ? `${place}的${[...parts].join("、")}读不出来` : place,
  );
}

/** What to say of a plan that a later version saved. */
export const newerPlan: Words = {
  zh: "这份活动计划是用更新的版本保存的，这里打不开，也没有改动它。请更新七星表格：网页刷新本页，Excel 里关闭工作簿再打开。",
  en: "This plan was saved by a later version; it cannot be opened here and was left as it is. Update SevenStar: refresh this page, or in Excel close the workbook and open it again.",
};

/** Opens a kept text; what is damaged is left out of `repaired` and named, so that nothing is lost unseen. */
export function openPlanFile(text: string, thisYear: number): OpenedPlan {
  const faults: Fault[] = [];
  const parsed = record(parse(text, faults));
  const version = parsed["version"];
  if (parsed["format"] === FORMAT && typeof version === "number" && version > VERSION) {
    return { kind: "newer" };
  }
  if (parsed["format"] !== FORMAT) faults.push({ place: "开头不是活动计划" });
  const document = readDocument(parsed["document"], thisYear, faults);
  const written = parsed["written"] === undefined ? undefined : readWritten(parsed["written"], faults);
  const file = written ? { document, written } : { document };
  return faults.length === 0
    ? { kind: "open", file }
    : { kind: "damaged", repaired: file, faults: faultSentences(faults) };
}

function parse(text: string, faults: Fault[]): unknown {
  try {
    return JSON.parse(text);
  } catch {
    faults.push({ place: "内容不完整" });
    return closeJson(text);
  }
}

/** Reads the parts of a value, noting in `faults` what is not as it should be. */
function reader(value: unknown, place: string, faults: Fault[]) {
  const parts = record(value);
  if (!isRecord(value)) faults.push({ place: `${place}读不出来` });
  const part = <Value>(key: string, fits: (part: unknown) => part is Value, otherwise: Value): Value => {
    const found = parts[key];
    if (fits(found)) return found;
    if (isRecord(value)) faults.push({ place, part: key });
    return otherwise;
  };
  return {
    text: (key: string, otherwise = "") => part(key, isText, otherwise),
    count: (key: string, otherwise: number) => part(key, isCount, otherwise),
    flag: (key: string, otherwise: boolean) => part(key, isFlag, otherwise),
    texts: (key: string, otherwise: readonly string[]) => part(key, isTexts, otherwise),
    list: (key: string) => part(key, isList, []),
    map: (key: string) => part(key, isRecord, {}),
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const record = (value: unknown) => (isRecord(value) ? value : {});
const isText = (value: unknown) => typeof value === "string";
const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
const isFlag = (value: unknown) => typeof value === "boolean";
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isTexts = (value: unknown): value is readonly string[] => isList(value) && value.every(isText);

function readDocument(value: unknown, thisYear: number, faults: Fault[]): PlanDocument {
  const standard = newPlan(thisYear);
  const read = reader(value, "计划", faults);
  const plans = unique(
    read.list("plans").flatMap((plan, index) => readPlan(plan, `第 ${index + 1} 份年度计划`, faults)),
    ({ year }) => year,
    (year) => faults.push({ place: `${year} 年的计划有两份` }),
  );
  const notices = unique(
    read
      .list("notices")
      .flatMap((notice, index) => readHolidays(notice, `第 ${index + 1} 份放假安排`, faults)),
    ({ year }) => year,
    (year) => faults.push({ place: `${year} 年的放假安排有两份` }),
  );
  const year = read.count("year", thisYear);
  return {
    year: isPlanYear(year) ? year : thisYear,
    plans: plans.length > 0 || faults.length === 0 ? plans : standard.plans,
    notices,
    shop: read.list("shop").map((figure, index): ShopFigure => {
      const { text } = reader(figure, `第 ${index + 1} 个店铺指标`, faults);
      return { metric: text("metric"), value: text("value") };
    }),
    requirements: read.list("requirements").map((requirement, index): EntryRequirement => {
      const { text } = reader(requirement, `第 ${index + 1} 条报名要求`, faults);
      return {
        activity: text("activity"),
        metric: text("metric"),
        operator: text("operator"),
        value: text("value"),
      };
    }),
    assumptions: readAssumptions(read.map("assumptions"), standard.assumptions, faults),
  };
}

function readAssumptions(value: unknown, standard: Assumptions, faults: Fault[]): Assumptions {
  // What is missing as a whole was noted where it is missing.
  const isMissing = Object.keys(record(value)).length === 0;
  const { count } = reader(value, "工厂停工天数", isMissing ? [] : faults);
  return {
    closedBefore: count("closedBefore", standard.closedBefore),
    closedAfter: count("closedAfter", standard.closedAfter),
    production: count("production", standard.production),
  };
}

function readPlan(value: unknown, place: string, faults: Fault[]): YearPlan[] {
  const read = reader(value, place, faults);
  const year = read.count("year", 0);
  if (!isPlanYear(year)) return [];
  const activities = read
    .list("activities")
    .map((activity, index) => readActivity(activity, `${year} 年第 ${index + 1} 个活动`, faults))
    .filter((activity) => activity !== undefined);
  return [
    {
      year,
      industries: read.texts("industries", []),
      activities: unique(
        activities,
        ({ id }) => id,
        (id) => faults.push({ place: `${year} 年有两个活动的编号都是 ${id}` }),
        (activity) => ({ ...activity, id: newRowId() }),
      ),
    },
  ];
}

const GRADES: readonly unknown[] = ["seed", "computed", "fixed", "source", "assumption"];

function readActivity(value: unknown, place: string, faults: Fault[]): PlanActivity | undefined {
  if (!isRecord(value)) {
    faults.push({ place: `${place}读不出来` });
    return undefined;
  }
  const read = reader(value, place, faults);
  const id = read.text("id");
  const grade = value["grade"];
  if (!ID.test(id)) faults.push({ place, part: "编号" });
  if (grade !== undefined && !GRADES.includes(grade)) faults.push({ place, part: "日期的来源" });
  const days = read.count("days", 1);
  return {
    id: ID.test(id) ? id : newRowId(),
    activity: read.text("activity", "（没有名称）"),
    dateRule: read.text("dateRule"),
    days: Math.max(days, 1),
    industries: read.texts("industries", [EVERY_INDUSTRY]),
    offsets: keep(read.map("offsets"), milestoneKeys, isWhole, { place, part: "offsets" }, faults),
    isEnabled: read.flag("isEnabled", true),
    owner: read.text("owner"),
    note: read.text("note"),
    source: read.text("source"),
    ...(GRADES.includes(grade) ? { grade: grade as NonNullable<PlanActivity["grade"]> } : {}),
    fixedDays: keep(
      read.map("fixedDays"),
      ["start", ...milestoneKeys],
      isDay,
      { place, part: "fixedDays" },
      faults,
    ),
    statuses: keep(read.map("statuses"), milestoneKeys, isStatus, { place, part: "statuses" }, faults),
  };
}

const isWhole = (value: unknown): value is number => Number.isInteger(value);
const isDay = (value: unknown): value is CalendarDay =>
  Number.isInteger(value) && dayOfSerial(Number(value)) !== undefined;
const isStatus = (value: unknown): value is MilestoneStatus =>
  isText(value) && Object.hasOwn(milestoneStatuses, value);

/** The parts of a value that bear a known name and fit. */
function keep<Key extends string, Value>(
  value: Readonly<Record<string, unknown>>,
  keys: readonly Key[],
  fits: (part: unknown) => part is Value,
  fault: Fault,
  faults: Fault[],
): Partial<Record<Key, Value>> {
  const kept: Partial<Record<Key, Value>> = {};
  for (const [name, part] of Object.entries(value)) {
    const key = keys.find((each) => each === name);
    if (key && fits(part)) kept[key] = part;
    else faults.push(fault);
  }
  return kept;
}

function readHolidays(value: unknown, place: string, faults: Fault[]): HolidayNotice[] {
  const read = reader(value, place, faults);
  const year = read.count("year", 0);
  if (!isPlanYear(year)) return [];
  const days = read.list("days").flatMap((holiday) => {
    const { day, name, type } = record(holiday);
    const serial = typeof day === "number" ? dayOfSerial(day) : undefined;
    if (serial !== undefined && isText(name) && (type === "休" || type === "班")) {
      return [{ day: serial, name, type } as const];
    }
    faults.push({ place: `${year} 年的放假安排有一天读不出来` });
    return [];
  });
  return [{ year, days }];
}

/** The items with the first of each key; of the others `renamed` makes something else, or they are left out. */
function unique<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
  report: (key: Key) => void,
  renamed?: (item: Item) => Item,
): Item[] {
  const seen = new Set<Key>();
  return items.flatMap((item) => {
    const key = keyOf(item);
    if (!seen.has(key)) {
      seen.add(key);
      return [item];
    }
    report(key);
    return renamed ? [renamed(item)] : [];
  });
}

function readWritten(value: unknown, faults: Fault[]): WrittenPlan | undefined {
  const { year, rows } = record(value);
  const isCell = (cell: unknown) => typeof cell === "string" || typeof cell === "number";
  const isRow = (row: unknown) => isRecord(row) && Object.values(row).every(isCell);
  if (typeof year === "number" && isRecord(rows) && Object.values(rows).every(isRow)) {
    return { year, rows: rows as WrittenPlan["rows"] };
  }
  faults.push({ place: "上次写到表格的内容读不出来" });
  return undefined;
}
