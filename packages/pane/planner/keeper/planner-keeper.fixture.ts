import { onDay } from "../../plan/model/on-day.fixture.ts";
import { FakeSheetHost } from "./fake-sheet-host.fixture.ts";
import { type PlanStore, workbookPlanStore } from "./plan-store.ts";
import { PlannerKeeper } from "./planner-keeper.ts";

/** For tests: a browser that keeps nothing. */
export const refusingStorage = {
  getItem: () => null,
  setItem: () => {
    throw new Error("full");
  },
};

/** For tests: lets everything happen that waits for nothing but itself. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setTimeout(resolve));
}

/** For tests: a keeper with a clock and timers that stand still until they are moved. */
export function keeperOf(store: PlanStore, host?: FakeSheetHost) {
  const clock = { today: onDay("2026-09-01"), waiting: [] as { call: () => void }[] };
  const putAside: string[] = [];
  const keeper = new PlannerKeeper({
    host,
    store,
    today: () => clock.today,
    timer: {
      after(_, call) {
        const timer = { call };
        clock.waiting.push(timer);
        return () => {
          clock.waiting = clock.waiting.filter((each) => each !== timer);
        };
      },
    },
    putAside: (text) => putAside.push(text),
  });
  return { keeper, clock, putAside };
}

/** For tests: the keeper of a workbook. */
export const inWorkbook = (host = new FakeSheetHost()) => ({
  host,
  ...keeperOf(workbookPlanStore(host), host),
});
