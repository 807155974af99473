import { useMemo } from "react";
import { planOfYear } from "../plan/model/plan-document.ts";
import { planSchedule } from "../plan/model/plan-schedule.ts";
import { planWarnings } from "../plan/model/plan-warnings.ts";
import type { SheetHost } from "../sheet-host/sheet-host.ts";
import { useLanguage } from "../shell/language-context.ts";
import type { Opened } from "./keeper/open-plan.ts";
import type { PlannerSnapshot } from "./keeper/planner-keeper.ts";
import type { PlannerOfYear } from "./open-planner.ts";
import type { Place } from "./planner-actions.ts";

/** What every part of the planner knows, worked out anew only where something of it changes. */
export function usePlannerState(
  { book, table, today }: PlannerSnapshot,
  { history }: Opened,
  place: Place,
  host: SheetHost | undefined,
  members: readonly string[],
): PlannerOfYear {
  const language = useLanguage();
  const { document } = history;
  const { year, plans } = document;
  const schedules = useMemo(() => plans.map((each) => planSchedule(each, book)), [plans, book]);
  const plan = planOfYear(document, year);
  const schedule = schedules.find((each) => each.year === year);
  const warnings = useMemo(
    () => (plan && schedule ? planWarnings({ document, plan, schedule, schedules, book, today }) : []),
    [document, plan, schedule, schedules, book, today],
  );
  const undone = history.done.at(-1)?.words;
  const redone = history.undone.at(-1)?.words;
  return useMemo(() => {
    const planned = { document, plan, schedule, schedules, warnings, book, undone, redone };
    return { language, today, ...planned, table, host, members, ...place };
  }, [
    language,
    today,
    document,
    plan,
    schedule,
    schedules,
    warnings,
    book,
    undone,
    redone,
    table,
    host,
    members,
    place,
  ]);
}
