import type { CalendarDay } from "@sevenstar/core/cells/calendar-day";
import type { Timer } from "@sevenstar/core/template/client/sync-ports";
import type { SheetHost } from "../../sheet-host/sheet-host.ts";
import type { PlanStore } from "./plan-store.ts";

/** What the planner's keeper needs of the page it runs in, or of a test. */
export interface PlannerPorts {
  /** The spreadsheet beside the pane, if there is one. */
  readonly host: SheetHost | undefined;
  readonly store: PlanStore;
  /** The day by the merchant's own clock. */
  readonly today: () => CalendarDay;
  readonly timer: Pick<Timer, "after">;
  /** Puts a damaged text where it stays, before a mended plan takes its place. */
  readonly putAside: (text: string) => void;
}
