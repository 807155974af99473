import { isBlankInTable } from "../cells/blank.ts";
import { type Cell, isHostError } from "../cells/cell.ts";
import { errorValue } from "../cells/error-value.ts";
import { missingColumns } from "../cells/missing-columns.ts";
import { foldChoice } from "../cells/quantity.ts";
import { dataRow } from "../cells/read-field.ts";
import { notKnown, Refusal, shownInTable, Unknown } from "../cells/refusal.ts";
import { type RowReader, tableRows } from "../cells/row-reader.ts";
import { defineFunction, describe } from "../functions/define-function.ts";
import { readMetricTable } from "../functions/metric-table.ts";
import { readActivity, readRequirement, requirementColumns, shortfall } from "./requirement.ts";

const HEADER = ["活动", "可报名", "差距"];

/** ACTIVITYFIT: for which activities a shop qualifies, and what it lacks for the others. */
export const activityFit = defineFunction({
  id: "ACTIVITYFIT",
  parameters: [
    {
      shape: "range",
      name: "shop",
      title: "店铺指标",
      read: readShop,
      zeroIsBlank: true,
    },
    {
      shape: "table",
      name: "requirements",
      title: "报名要求",
      fields: requirementColumns,
    },
  ],
  compute: ({ shop, requirements }) => {
    const missing = missingColumns(requirements, keys, "报名要求（requirements）");
    if (missing) return missing;
    const findings = new Map<string | Refusal, Finding[]>();
    let activity: string | Refusal = "";
    for (const [row] of tableRows(requirements, dataRow)) {
      // Merged cells leave the activity blank in its further rows.
      activity = readActivity(row) ?? activity;
      const finding = check(row, shop);
      const others = findings.get(activity);
      if (others) others.push(finding);
      else findings.set(activity, [finding]);
    }
    return [HEADER, ...[...findings].map(tableRow)];
  },
});

export const activityFitText = describe(activityFit, {
  domain: "calendar",
  summary: {
    zh: "能报名哪些活动：用店铺指标逐条核对各活动的报名要求，说明差多少；没有给的指标算未知。",
    en: "Which activities a shop may enrol in: its figures against each activity's requirements, with what is lacking; figures not given are unknown.",
  },
  source: "seed 135：店铺满足活动的报名要求即可报名；要求由平台每期公布，须自行填写",
  parameters: {
    shop: {
      zh: "店铺的指标，两列：指标、值（可带表头）",
      en: "the shop's figures, two columns: 指标 (metric), 值 (value)",
    },
    requirements: {
      zh: "报名要求表，含表头 活动、指标、条件（>=、<=、=、包含）、值，每条要求一行",
      en: "requirements table with the header 活动 (activity), 指标 (metric), 条件 (>=, <=, =, 包含 contains), 值 (value), one row each",
    },
  },
  returns: {
    zh: "表格：活动、可报名（是、否、未知）、差距，每个活动一行",
    en: "table 活动 (activity), 可报名 (是 yes, 否 no, 未知 unknown), 差距 (what is lacking), one row per activity",
  },
  examples: [
    {
      arguments: [
        [
          ["近90天成交额", 12000],
          ["好评率", "96%"],
          ["主营行业", "女装、童装"],
        ],
        [
          ["活动", "指标", "条件", "值"],
          ["9.20大促", "近90天成交额", ">=", 10000],
          ["9.20大促", "好评率", ">=", "95%"],
          ["服装专场", "主营行业", "包含", "女装"],
          ["服装专场", "近90天成交额", "≥", 20000],
          ["新商扶持", "纠纷率", "<=", "1%"],
        ],
      ],
      answer: [
        HEADER,
        ["9.20大促", "是", ""],
        ["服装专场", "否", "近90天成交额现为 12000，要求 >= 20000，差 8000"],
        ["新商扶持", "未知", "缺少纠纷率，请在店铺指标里填写"],
      ],
    },
  ],
});

type Field = keyof typeof requirementColumns;
const keys = Object.keys(requirementColumns) as Field[];

/** A shop's figures by metric, from a range of two columns; blank ones are left out, of equal metrics the first counts. */
function readShop(
  range: readonly (readonly unknown[])[],
  argument: string,
): ReadonlyMap<string, unknown> | Refusal {
  const table = readMetricTable(range, argument);
  if (table instanceof Refusal) return table;
  const figures = new Map<string, unknown>();
  for (const [metric, value] of table.rows) {
    const name = foldChoice(String(metric));
    if (!isBlankInTable(value) && !figures.has(name)) figures.set(name, value);
  }
  return figures;
}

/** What a requirement says of the shop: what is lacking, "" where it is met; a figure that is not given is unknown. */
type Finding = string | Unknown | Refusal;

function check(row: RowReader<Field>, shop: ReadonlyMap<string, unknown>): Finding {
  const requirement = readRequirement(row);
  if (requirement instanceof Refusal) return requirement;
  const { metric, operator, asked } = requirement;
  const actual = shop.get(foldChoice(metric));
  if (actual === undefined) return notKnown(`缺少${metric}，请在店铺指标里填写`);
  return isHostError(actual) ? errorValue(metric, actual) : shortfall(metric, operator, asked, actual);
}

function tableRow([activity, findings]: readonly [string | Refusal, readonly Finding[]]): Cell[] {
  const refusal = findings.find((finding) => finding instanceof Refusal && !(finding instanceof Unknown));
  if (refusal) return [activity, refusal, refusal];
  const open = findings.filter((finding) => finding !== "");
  const verdict = open.some((finding) => typeof finding === "string") ? "否" : shownInTable(open[0] ?? "是");
  return [
    activity,
    verdict,
    open.map((finding) => (finding instanceof Unknown ? finding.message : finding)).join("；"),
  ];
}
