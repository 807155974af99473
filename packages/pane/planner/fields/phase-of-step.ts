import type { DayEvent } from "../../plan/model/day-events.ts";
import type { PhaseKind } from "../../plan/model/phases.ts";

const phaseOf: Readonly<Record<DayEvent["step"], PhaseKind>> = {
  activity: "activity",
  enrolFrom: "enrolment",
  enrolTo: "enrolment",
  stockReady: "stock",
  warmUpFrom: "warm-up",
  review: "review",
};

/** The phase that a step of the calendar belongs to. */
export const phaseOfStep = (step: DayEvent["step"]): PhaseKind => phaseOf[step];
