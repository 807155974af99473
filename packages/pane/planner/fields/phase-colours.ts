import { tokens } from "@fluentui/react-components";
import type { PhaseKind } from "../../plan/model/phases.ts";

/** The colour of each phase; it stands out from the page in both themes. */
export const phaseColour: Readonly<Record<PhaseKind, string>> = {
  enrolment: tokens.colorPaletteBlueBorderActive,
  stock: tokens.colorPaletteMarigoldBorderActive,
  "warm-up": tokens.colorPaletteDarkOrangeBorderActive,
  activity: tokens.colorPaletteRedBorderActive,
  review: tokens.colorPaletteGreenBorderActive,
};
