import type { PhaseKind } from "../model/phases.ts";

/** The colours of the sheets that the planner draws; text on them is dark. */
export const sheetColours = {
  heading: "#1f4e79",
  onHeading: "#ffffff",
  dayOff: "#fdecea",
  makeUp: "#e3f0fc",
  otherMonth: "#f3f3f3",
  quiet: "#767676",
  line: "#c8c8c8",
  today: "#c50f1f",
} as const;

/** Fill and text of each phase. */
export const phaseColours: Readonly<Record<PhaseKind, string>> = {
  enrolment: "#9cc3eb",
  stock: "#f6cf7a",
  "warm-up": "#f2a477",
  activity: "#e5626c",
  review: "#93c9a1",
};
