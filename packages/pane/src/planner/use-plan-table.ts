import type { Words } from "@sevenstar/core/cells/words";
import { useCallback, useEffect, useState } from "react";
import { loadPart } from "../browser/load-part.ts";
import type { HolidayBook } from "../plan/holiday-book.ts";
import { applyCommand, type PlanCommand } from "../plan/plan-command.ts";
import { type PlanDocument, planOfYear, type YearPlan } from "../plan/plan-document.ts";
import { planSchedule } from "../plan/plan-schedule.ts";
import type { Choices, ReadBack } from "../plan/read-back.ts";
import { newRowId } from "../plan/row-id.ts";
import { PLAN_TABLE, type WrittenPlan } from "../plan/written-plan.ts";
import type { Answer, ReadTable, SheetHost, WrittenTable } from "../sheet-host.ts";

/** What the workbook's table says beside the plan. */
export type TableState =
  | { readonly kind: "looking" }
  /** It was never written into this workbook. */
  | { readonly kind: "unwritten" }
  /** It was written and is gone, or it cannot be read; the host's sentence says which. */
  | { readonly kind: "unreadable"; readonly problem: string }
  /** `found` is compared with the plan of `year`, the one that was written last. */
  | { readonly kind: "read"; readonly year: number; readonly found: ReadBack };

/** The table 年度活动表 of the workbook. */
export interface UsedPlanTable {
  readonly state: TableState;
  readonly isBusy: boolean;
  /** Writes a year's plan; edits that were not read back are kept, and pointed at, unless they are given up. */
  write(year: number, givesUpEdits?: boolean): Promise<void>;
  /** Brings the table's edits, the newest too, and the decided conflicts into the plan, and writes it anew. */
  takeEdits(shown: ReadBack, choices: Choices): Promise<void>;
}

interface TableOwner {
  readonly host: SheetHost | undefined;
  readonly document: PlanDocument;
  readonly written: WrittenPlan | undefined;
  readonly book: HolidayBook;
  run(command: PlanCommand): void;
  setWritten(written: WrittenPlan): void;
  tell(outcome: { readonly isProblem: boolean; readonly words: Words }): void;
}

/** Whether the table says nothing that the plan does not. */
export const isUntouched = ({ edits, conflicts, faults }: ReadBack): boolean =>
  edits.length === 0 && conflicts.length === 0 && faults.length === 0;

/** Watches the table of the workbook, writes it and reads it back. */
export function usePlanTable(owner: TableOwner): UsedPlanTable {
  const { host, document, written, book, run, setWritten, tell } = owner;
  const [table, setTable] = useState<Answer<ReadTable>>();
  const [state, setState] = useState<TableState>({ kind: "looking" });
  const [isBusy, setIsBusy] = useState(false);

  useEffect(() => {
    if (!host) return;
    let isCurrent = true;
    let stop = () => {};
    const look = () => {
      host.readTable(PLAN_TABLE).then(
        (answer) => isCurrent && setTable(answer),
        (error: unknown) => isCurrent && setTable({ problem: String(error) }),
      );
    };
    look();
    // Before the table is written there is nothing to watch; writing it begins anew.
    if (written) {
      host.watchTable(PLAN_TABLE, look).then((answer) => {
        if ("problem" in answer) return;
        if (isCurrent) stop = answer.stop;
        else answer.stop();
      });
    }
    return () => {
      isCurrent = false;
      stop();
    };
  }, [host, written]);

  const compare = useCallback(
    async (answer: Answer<ReadTable> | undefined): Promise<TableState> => {
      if (!answer) return { kind: "looking" };
      if ("problem" in answer) {
        return answer.isMissing && !written
          ? { kind: "unwritten" }
          : { kind: "unreadable", problem: answer.problem };
      }
      const compared = comparedPlan(document, written);
      if (!compared) return { kind: "unreadable", problem: noPlan };
      const { readBack } = await loadPart(() => import("../plan/read-back.ts"));
      const found = readBack(compared, written, answer, book);
      return "problem" in found
        ? { kind: "unreadable", problem: found.problem }
        : { kind: "read", year: compared.year, found };
    },
    [document, written, book],
  );
  useEffect(() => {
    let isCurrent = true;
    compare(table).then(
      (seen) => isCurrent && setState(seen),
      (error: unknown) => isCurrent && setState({ kind: "unreadable", problem: String(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [compare, table]);

  const lookNow = async (): Promise<TableState> => {
    if (!host) return { kind: "looking" };
    const answer = await host.readTable(PLAN_TABLE);
    setTable(answer);
    return compare(answer);
  };
  const put = async (plan: YearPlan, taken: Pick<WrittenTable, "takesBelow" | "continues"> = {}) => {
    if (!host) return;
    const { planTable, planTableRows } = await loadPart(() => import("../plan/plan-table.ts"));
    const schedule = planSchedule(plan, book);
    const answer = await host.writeTable({ ...planTable(schedule), ...taken });
    if ("problem" in answer) {
      tell({ isProblem: true, words: { zh: answer.problem, en: answer.problem } });
      return;
    }
    const rows = Object.fromEntries(planTableRows(schedule).map((row) => [row.id, row]));
    setWritten({ year: plan.year, rows });
    tell({ isProblem: false, words: writtenWords(plan.year, answer.address) });
    await host.showSheet(PLAN_TABLE);
  };
  const busily = async (work: () => Promise<void>) => {
    if (isBusy) return;
    setIsBusy(true);
    try {
      await work();
    } catch (error) {
      const words = {
        zh: `表格没有写成，请再试一次。原因：${String(error)}`,
        en: `The table was not written, please try again. Reason: ${String(error)}`,
      };
      tell({ isProblem: true, words });
    } finally {
      setIsBusy(false);
    }
  };

  return {
    state,
    isBusy,
    write: (year, givesUpEdits = false) =>
      busily(async () => {
        const plan = planOfYear(document, year);
        if (!plan) return;
        const seen = await lookNow();
        if (seen.kind === "read" && !isUntouched(seen.found) && !givesUpEdits) {
          tell({ isProblem: true, words: unreadEdits });
          return;
        }
        await put(plan);
      }),
    takeEdits: (shown, choices) =>
      busily(async () => {
        const compared = comparedPlan(document, written);
        const seen = await lookNow();
        if (!compared || seen.kind !== "read") return;
        const { found } = seen;
        if (!asksTheSame(found, shown)) {
          tell({ isProblem: true, words: newQuestions });
          return;
        }
        const { readBackCommand } = await loadPart(() => import("../plan/read-back.ts"));
        const added = found.edits.flatMap((edit) => (edit.kind === "add" ? [edit.row] : []));
        const ids = added.map(newRowId);
        const command = readBackCommand(compared, found, choices, book, newIds(ids));
        run(command);
        const next = planOfYear(applyCommand(document, command), compared.year);
        const continues = Object.fromEntries(ids.map((id, index) => [id, added[index] ?? 0]));
        if (next) await put(next, { takesBelow: found.takesBelow ?? 0, continues });
      }),
  };
}

/** Gives the ids one after the other, in the order in which rows are added. */
function newIds(ids: readonly string[]): () => string {
  let given = 0;
  return () => ids[given++] ?? newRowId();
}

/** Whether nothing stands to be decided or mended that was not shown. */
const asksTheSame = (found: ReadBack, shown: ReadBack): boolean =>
  JSON.stringify([found.conflicts, found.faults]) === JSON.stringify([shown.conflicts, shown.faults]);

/** The plan that stands in the table: of the year that was written last, else of the year on show. */
const comparedPlan = (document: PlanDocument, written: WrittenPlan | undefined): YearPlan | undefined =>
  (written && planOfYear(document, written.year)) ?? planOfYear(document, document.year);

const noPlan = "这一年还没有计划，没有和表格比较。";

const writtenWords = (year: number, address: string): Words => ({
  zh: `${year} 年的计划已写入 ${address}。`,
  en: `The plan of ${year} was written to ${address}.`,
});

const unreadEdits: Words = {
  zh: "表格里有还没有读回的改动，没有覆盖；请先读回，或选择放弃这些改动。",
  en: "The table holds edits that were not read back; nothing was overwritten. Read them back first, or give them up.",
};

const newQuestions: Words = {
  zh: "表格刚刚又有改动，要决定的地方变了，没有读回；请看过再点“读回到计划”。",
  en: "The table was just edited again and what is to be decided has changed; nothing was read back. Please look, then read back again.",
};
