import type { Words } from "@sevenstar/core/cells/words";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { PlanCommand } from "../plan/plan-command.ts";
import { type PlanFile, planFileText } from "../plan/plan-file.ts";
import { doCommand, type PlanHistory, redo, showYear, undo } from "../plan/plan-history.ts";
import type { WrittenPlan } from "../plan/written-plan.ts";
import type { SheetHost } from "../sheet-host.ts";
import { type Opened, openedFile, openPlan, type PlanTrouble } from "./open-plan.ts";
import {
  browserPlanStore,
  type PlanStore,
  setAside,
  watchBrowserPlan,
  workbookPlanStore,
} from "./plan-store.ts";
import { saveSpoiled } from "./save-spoiled.ts";

/** The plan as it is kept, open or not, and everything that may be done with it. */
export interface UsedPlan {
  readonly state: "loading" | { readonly trouble: PlanTrouble } | { readonly opened: Opened };
  /** Why the last change was not kept. */
  readonly saveProblem?: Words;
  readonly place: PlanStore["place"];
  run(command: PlanCommand): void;
  undo(): void;
  redo(): void;
  showYear(year: number): void;
  setWritten(written: WrittenPlan): void;
  /** Goes on with a remedy; what was damaged is put aside first. */
  remedy(file: PlanFile, text: string | undefined): void;
  reload(): void;
}

/** Opens the plan of the workbook, or of the browser where there is no workbook, and keeps every change. */
export function usePlan(host: SheetHost | undefined, thisYear: number): UsedPlan {
  const store = useMemo(() => (host ? workbookPlanStore(host) : browserPlanStore), [host]);
  const [state, setState] = useState<UsedPlan["state"]>("loading");
  const [saveProblem, setSaveProblem] = useState<Words>();
  const [reloads, setReloads] = useState(0);
  const keep = useKeeper(store, setSaveProblem);
  const reload = useCallback(() => setReloads((count) => count + 1), []);

  const shownStore = useRef<PlanStore>(undefined);
  useEffect(() => {
    let isCurrent = true;
    // The plan of another place must not be changed any more; one that is only read again stays on show.
    if (shownStore.current !== store) setState("loading");
    shownStore.current = store;
    openPlan(store, thisYear).then(
      (opened) => isCurrent && setState(opened),
      (error: unknown) => {
        const problem = {
          zh: `活动计划没有打开，请再试一次。原因：${String(error)}`,
          en: `The plan could not be opened, please try again. Reason: ${String(error)}`,
        };
        if (isCurrent) setState({ trouble: { problem, faults: [], remedies: [] } });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [store, thisYear, reloads]);

  useEffect(() => (store.place === "browser" ? watchBrowserPlan(reload) : undefined), [store, reload]);

  useEffect(() => {
    if (state === "loading" || !("opened" in state) || !state.opened.isChanged) return;
    const { history, written } = state.opened;
    keep({ document: history.document, ...(written ? { written } : {}) });
  }, [state, keep]);

  const change = useCallback(
    (next: (opened: Opened) => Opened) =>
      setState((current) => {
        if (current === "loading" || !("opened" in current)) return current;
        const opened = next(current.opened);
        return opened === current.opened
          ? current
          : { opened: { ...opened, isFromBrowser: false, isChanged: true } };
      }),
    [],
  );
  const changeHistory = useCallback(
    (next: (history: PlanHistory) => PlanHistory) =>
      change((opened) => {
        const history = next(opened.history);
        return history === opened.history ? opened : { ...opened, history };
      }),
    [change],
  );

  return useMemo(
    () => ({
      state,
      place: store.place,
      ...(saveProblem ? { saveProblem } : {}),
      run: (command) => changeHistory((history) => doCommand(history, command)),
      undo: () => changeHistory(undo),
      redo: () => changeHistory(redo),
      showYear: (year) => changeHistory((history) => showYear(history, year)),
      setWritten: (written) => change((opened) => ({ ...opened, written })),
      remedy(file, text) {
        if (text !== undefined && !setAside(text)) saveSpoiled(text);
        setState({ opened: { ...openedFile(file, false), isChanged: true } });
      },
      reload,
    }),
    [state, saveProblem, store, change, changeHistory, reload],
  );
}

/** Keeps plans one after the other; of several that wait only the last is kept. */
function useKeeper(store: PlanStore, onProblem: (problem: Words | undefined) => void) {
  const waiting = useRef<{ readonly store: PlanStore; readonly file: PlanFile }>(undefined);
  const isBusy = useRef(false);
  return useCallback(
    (file: PlanFile) => {
      waiting.current = { store, file };
      const work = async () => {
        if (isBusy.current) return;
        isBusy.current = true;
        while (waiting.current) {
          const next = waiting.current;
          waiting.current = undefined;
          const problem = await next.store.write(planFileText(next.file)).catch(
            (error: unknown): Words => ({
              zh: `计划没有保存，请再改一次试试。原因：${String(error)}`,
              en: `The plan was not saved. Reason: ${String(error)}`,
            }),
          );
          onProblem(problem);
        }
        isBusy.current = false;
      };
      void work();
    },
    [store, onProblem],
  );
}
