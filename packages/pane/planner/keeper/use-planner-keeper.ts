import { type CalendarDay, calendarDay } from "@sevenstar/core/cells/calendar-day";
import { useEffect, useSyncExternalStore } from "react";
import { pageTimer } from "../../browser/page-timer.ts";
import type { SheetHost } from "../../sheet-host/sheet-host.ts";
import { browserPlanStore, setAside, workbookPlanStore } from "./plan-store.ts";
import { PlannerKeeper, type PlannerSnapshot } from "./planner-keeper.ts";
import { saveSpoiled } from "./save-spoiled.ts";

/** One for each workbook, so that all changes of a plan are kept one after the other. */
const keepers = new WeakMap<object, PlannerKeeper>();

function pageKeeper(host: SheetHost | undefined): PlannerKeeper {
  const key = host ?? browserPlanStore;
  const known = keepers.get(key);
  if (known) return known;
  const keeper = new PlannerKeeper({
    host,
    store: host ? workbookPlanStore(host) : browserPlanStore,
    today: currentDay,
    timer: pageTimer,
    putAside: (text) => {
      if (!setAside(text)) saveSpoiled(text);
    },
  });
  keepers.set(key, keeper);
  return keeper;
}

function currentDay(): CalendarDay {
  const now = new Date();
  return calendarDay(now.getFullYear(), now.getMonth() + 1, now.getDate()) as CalendarDay;
}

/** The keeper of the plan of the workbook, or of the browser, which works while it is shown; and how things stand. */
export function usePlannerKeeper(host: SheetHost | undefined): {
  readonly keeper: PlannerKeeper;
  readonly snapshot: PlannerSnapshot;
} {
  const keeper = pageKeeper(host);
  useEffect(() => {
    const attend = () => keeper.attend();
    keeper.start();
    addEventListener("focus", attend);
    document.addEventListener("visibilitychange", attend);
    return () => {
      keeper.stop();
      removeEventListener("focus", attend);
      document.removeEventListener("visibilitychange", attend);
    };
  }, [keeper]);
  return { keeper, snapshot: useSyncExternalStore(keeper.subscribe, keeper.snapshot) };
}
