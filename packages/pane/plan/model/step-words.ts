import { planFields } from "@sevenstar/core/calendar/activity-plan";
import type { MilestoneKey } from "@sevenstar/core/calendar/read-plan";
import type { Words } from "@sevenstar/core/cells/words";

const english: Readonly<Record<MilestoneKey, string>> = {
  enrolFrom: "Enrolment opens",
  enrolTo: "Enrolment closes",
  stockReady: "Stock ready",
  warmUpFrom: "Warm-up starts",
  review: "Review",
};

/** What a step of an activity is called; a milestone bears the name of its column. */
export const stepWords = (step: "start" | "end" | MilestoneKey): Words => {
  if (step === "start") return { zh: "开始", en: "Start" };
  if (step === "end") return { zh: "结束", en: "End" };
  return { zh: planFields[step].header, en: english[step] };
};
