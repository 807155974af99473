import type { Words } from "@sevenstar/core/cells/words";
import { dayWords } from "./day-words.ts";
import type { HolidayBook } from "./holiday-book.ts";
import type { PlanActivity } from "./plan-document.ts";
import { milestoneOf, scheduleActivity } from "./plan-schedule.ts";

/** Why an activity's days cannot be: its enrolment closes before it opens. */
export function impossibleOrder(activity: PlanActivity, year: number, book: HolidayBook): Words | undefined {
  const scheduled = scheduleActivity({ ...activity, isEnabled: true }, year, book);
  if (!scheduled || !("milestones" in scheduled)) return byOffsets(activity);
  const [opens, closes] = [milestoneOf(scheduled, "enrolFrom"), milestoneOf(scheduled, "enrolTo")];
  if (!opens || !closes || opens.day <= closes.day) return undefined;
  const [from, to] = [dayWords(opens.day, year), dayWords(closes.day, year)];
  return {
    zh: `报名截止 ${to.zh}早于报名开始 ${from.zh}，请改提前天数。`,
    en: `Enrolment would close (${to.en}) before it opens (${from.en}): change the lead times.`,
  };
}

/** An activity that does not take place this year has no days yet, but its lead times tell. */
function byOffsets({ offsets }: PlanActivity): Words | undefined {
  const { enrolFrom, enrolTo } = offsets;
  if (enrolFrom === undefined || enrolTo === undefined || enrolFrom <= enrolTo) return undefined;
  return {
    zh: "报名截止早于报名开始，请改提前天数。",
    en: "Enrolment would close before it opens: change the lead times.",
  };
}
