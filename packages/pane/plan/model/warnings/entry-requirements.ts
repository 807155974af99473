import { activityFit } from "@sevenstar/core/calendar/activity-fit";
import { requirementColumns } from "@sevenstar/core/calendar/requirement";
import { foldChoice } from "@sevenstar/core/cells/quantity";
import { Refusal } from "@sevenstar/core/cells/refusal";
import { evaluate } from "@sevenstar/core/functions/evaluate";
import { isSettled } from "../milestone-statuses.ts";
import type { PlanDocument } from "../plan-document.ts";
import { milestoneOf } from "../plan-schedule.ts";
import type { PlanWarning, WarningRule } from "./plan-warning.ts";

interface Fit {
  readonly verdict: string;
  readonly gap: string;
}

/** The shop does not meet an activity's entry requirements, or a figure for them is missing. */
export const entryRequirements: WarningRule = ({ document, schedule, today }) => {
  const fits = activityFits(document);
  return schedule.activities.flatMap((scheduled): PlanWarning[] => {
    const { activity, id } = scheduled.activity;
    const fit = fits.get(foldChoice(activity));
    const closes = milestoneOf(scheduled, "enrolTo");
    const lastDay = closes?.day ?? scheduled.start;
    if (!fit || fit.verdict === "是" || lastDay < today || isSettled(closes?.status)) return [];
    const isLacking = fit.verdict === "否";
    return [
      {
        id: `requirements ${schedule.year} ${id}`,
        level: isLacking ? "warning" : "note",
        sentence: isLacking
          ? {
              zh: `“${activity}”还不符合报名要求：${fit.gap}。`,
              en: `“${activity}”: entry requirements not met yet: ${fit.gap}.`,
            }
          : {
              zh: `不知道能不能报名“${activity}”：${fit.gap}。`,
              en: `“${activity}”: not known whether the shop may enrol: ${fit.gap}.`,
            },
        activities: [id],
      },
    ];
  });
};

const columns = Object.keys(requirementColumns) as (keyof typeof requirementColumns)[];

/** What ACTIVITYFIT answers for each activity, by its folded name. */
function activityFits({ shop, requirements }: PlanDocument): ReadonlyMap<string, Fit> {
  if (requirements.length === 0) return new Map();
  const figures = shop.map(({ metric, value }) => [metric, value]);
  const table = [
    columns.map((column) => requirementColumns[column].header),
    ...requirements.map((row) => columns.map((column) => row[column])),
  ];
  const [, ...rows] = evaluate(activityFit, [figures.length > 0 ? figures : [["", ""]], table]);
  const text = (cell: unknown) => (cell instanceof Refusal ? cell.message : String(cell ?? ""));
  return new Map(
    rows.map(([activity, verdict, gap]) => [
      foldChoice(text(activity)),
      { verdict: verdict instanceof Refusal ? "未知" : text(verdict), gap: text(gap) },
    ]),
  );
}
