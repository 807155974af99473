import type { Words } from "@sevenstar/core/functions/quantity";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { newPlan } from "../plan/new-plan.ts";
import type { PlanCommand } from "../plan/plan-command.ts";
import { openPlanFile, type PlanFile, planFileText } from "../plan/plan-file.ts";
import { doCommand, type PlanHistory, planHistory, redo, showYear, undo } from "../plan/plan-history.ts";
import type { WrittenPlan } from "../plan/written-plan.ts";
import type { SheetHost } from "../sheet-host.ts";
import {
  browserPlanStore,
  type PlanStore,
  setAside,
  watchBrowserPlan,
  workbookPlanStore,
} from "./plan-store.ts";
import { saveSpoiled } from "./save-spoiled.ts";

/** Why a plan is not open, and what can be done about it. */
export interface PlanTrouble {
  readonly problem: Words;
  /** What of a damaged plan could not be read. */
  readonly faults: readonly string[];
  /** The damaged text, to be downloaded. */
  readonly text?: string;
  /** What to go on with: what could be read, or the copy that the browser keeps; none where it must not be touched. */
  readonly remedies: readonly { readonly kind: "repair" | "copy" | "anew"; readonly file: PlanFile }[];
}

interface Opened {
  readonly history: PlanHistory;
  readonly written?: WrittenPlan;
  /** The plan is the browser's; the workbook has none yet. */
  readonly isFromBrowser: boolean;
  /** Something was done to it since it was opened, so that it has to be kept. */
  readonly isChanged: boolean;
}

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

const openedFile = ({ document, written }: PlanFile, isFromBrowser: boolean): Opened => ({
  history: planHistory(document),
  ...(written ? { written } : {}),
  isFromBrowser,
  isChanged: false,
});

async function openPlan(store: PlanStore, thisYear: number): Promise<Exclude<UsedPlan["state"], "loading">> {
  const anew = { kind: "anew", file: { document: newPlan(thisYear) } } as const;
  const kept = await store.read();
  const copy = store.place === "workbook" ? await browserCopy(thisYear) : undefined;
  // What was written belongs to the workbook that it was written into.
  const copies = copy ? [{ kind: "copy", file: { document: copy.document } } as const] : [];
  if ("problem" in kept) {
    return { trouble: { problem: kept.problem, faults: [], remedies: [...copies, anew] } };
  }
  if (kept.text === null) {
    // What was written belongs to another workbook.
    return { opened: openedFile(copy ? { document: copy.document } : anew.file, copy !== undefined) };
  }
  const found = openPlanFile(kept.text, thisYear);
  if (found.kind === "open") return { opened: openedFile(found.file, false) };
  if (found.kind === "newer") return { trouble: { problem: found.problem, faults: [], remedies: [] } };
  const problem = {
    zh: "保存的活动计划损坏了，下面列出的部分读不出来。修复会保留其余全部内容；损坏的原文另存一份，也可以先下载。",
    en: "The saved plan is damaged: what is listed below cannot be read. The repair keeps everything else; the damaged text is put aside and can be downloaded first.",
  };
  return {
    trouble: {
      problem,
      faults: found.faults,
      text: kept.text,
      remedies: [{ kind: "repair", file: found.repaired }, ...copies],
    },
  };
}

/** The plan that the browser keeps, if it can be opened. */
async function browserCopy(thisYear: number): Promise<PlanFile | undefined> {
  const kept = await browserPlanStore.read();
  if ("problem" in kept || kept.text === null) return undefined;
  const found = openPlanFile(kept.text, thisYear);
  return found.kind === "open" ? found.file : undefined;
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
