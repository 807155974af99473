import type { Words } from "@sevenstar/core/cells/words";
import { loadPart } from "../../browser/load-part.ts";
import type { PlanCommand } from "../../plan/model/plan-command.ts";
import { planOfYear, type YearPlan } from "../../plan/model/plan-document.ts";
import { planSchedule } from "../../plan/model/plan-schedule.ts";
import { newRowId } from "../../plan/model/row-id.ts";
import type { Choices, ReadBack } from "../../plan/table/read-back.ts";
import { PLAN_TABLE, type WrittenPlan } from "../../plan/table/written-plan.ts";
import type { Answer, ReadTable, SheetHost, WrittenTable } from "../../sheet-host/sheet-host.ts";
import { tableNotRead } from "../../sheet-host/table-not-read.ts";
import { comparedPlan, isUntouched, type TablePlan, type TableState, tableState } from "./table-state.ts";

/** The table as it is shown. */
export interface TableSnapshot {
  readonly state: TableState;
  /** It is being written or read back. */
  readonly isBusy: boolean;
}

/** What came of something, to be told to the merchant. */
export interface Told {
  readonly isProblem: boolean;
  readonly words: Words;
}

interface TableOwner {
  /** The plan as it is now; undefined while none is open. */
  plan(): TablePlan | undefined;
  /** Does a command; gives what takes it back as if it had never been, unless the plan has changed since. */
  run(command: PlanCommand): () => void;
  setWritten(written: WrittenPlan): void;
  /** Hears that there is another snapshot. */
  onChange(): void;
}

const readBackPart = () => loadPart(() => import("../../plan/table/read-back.ts"));
const planTablePart = () => loadPart(() => import("../../plan/table/plan-table.ts"));
type PlanTablePart = Awaited<ReturnType<typeof planTablePart>>;

/** The table 年度活动表 of the workbook: watches it, writes it and reads it back. */
export class PlanTableKeeper {
  readonly #host: SheetHost;
  readonly #owner: TableOwner;
  /** What the table is watched for; undefined while nobody looks. */
  #followed: TablePlan | undefined;
  #answer: Answer<ReadTable> | undefined;
  #state: TableState = { kind: "looking" };
  #isBusy = false;
  #isWriting = false;
  /** Of several looks only the answer to the last counts, and of several comparisons the last. */
  #looks = 0;
  #comparisons = 0;
  #watches = 0;
  #isWatchLost = false;
  #stopWatch = () => {};
  #snapshot: TableSnapshot | undefined;

  constructor(host: SheetHost, owner: TableOwner) {
    this.#host = host;
    this.#owner = owner;
  }

  /** The same object until something changes. */
  snapshot(): TableSnapshot {
    this.#snapshot ??= { state: this.#state, isBusy: this.#isBusy };
    return this.#snapshot;
  }

  /** Watches the table and compares it with this plan; undefined: nobody looks any more. */
  follow(plan: TablePlan | undefined): void {
    const before = this.#followed;
    this.#followed = plan;
    if (!plan) this.#rest();
    else if (!before || before.written !== plan.written) this.#begin();
    else if (before.document !== plan.document || before.book !== plan.book) void this.#compare();
  }

  /** Looks again where the table is no longer watched: it was not there, or the host refused. */
  watchAgain(): void {
    if (this.#isWatchLost && this.#followed) this.#begin();
  }

  /** Writes a year's plan; edits that were not read back are kept, and pointed at, unless they are given up. */
  write(year: number, givesUpEdits = false): Promise<Told | undefined> {
    return this.#busily(async () => {
      const [{ readBack }, part] = await Promise.all([readBackPart(), planTablePart()]);
      const answer = await this.#readNow();
      const now = this.#owner.plan();
      const plan = now && planOfYear(now.document, year);
      if (!now || !plan) return undefined;
      const seen = tableState(now, answer, readBack);
      if (seen.kind === "read" && !isUntouched(seen.found) && !givesUpEdits) return unreadEdits;
      return this.#put(part, plan, now);
    });
  }

  /** Brings the table's edits, the newest too, and the decided conflicts into the plan, and writes it anew. */
  takeEdits(shown: ReadBack, choices: Choices): Promise<Told | undefined> {
    return this.#busily(async () => {
      const [{ readBack, readBackCommand }, part] = await Promise.all([readBackPart(), planTablePart()]);
      const answer = await this.#readNow();
      // From here to the write nothing waits: the plan must not change between.
      const now = this.#owner.plan();
      const compared = now && comparedPlan(now);
      const seen = now && tableState(now, answer, readBack);
      if (!compared || seen?.kind !== "read") return undefined;
      const { found } = seen;
      if (!asksTheSame(found, shown)) return newQuestions;
      const added = found.edits.flatMap((edit) => (edit.kind === "add" ? [edit.row] : []));
      const ids = added.map(newRowId);
      const takeBack = this.#owner.run(readBackCommand(compared, found, choices, now.book, newIds(ids)));
      const next = this.#owner.plan();
      const plan = next && planOfYear(next.document, compared.year);
      if (!plan) return undefined;
      const continues = Object.fromEntries(ids.map((id, index) => [id, added[index] ?? 0]));
      const taken = { takesBelow: found.takesBelow ?? 0, continues };
      // The edits stand in the table still: read back once more they would come into the plan twice.
      const told = await this.#put(part, plan, next, taken).catch((error: unknown) => {
        takeBack();
        throw error;
      });
      if (told.isProblem) takeBack();
      return told;
    });
  }

  async #put(
    { planTable, planTableRows }: PlanTablePart,
    plan: YearPlan,
    { book }: TablePlan,
    taken: Pick<WrittenTable, "takesBelow" | "continues"> = {},
  ): Promise<Told> {
    const schedule = planSchedule(plan, book);
    // What is read meanwhile is neither the table of before nor the one that is written.
    this.#looks++;
    this.#isWriting = true;
    let answer: Awaited<ReturnType<SheetHost["writeTable"]>>;
    try {
      answer = await this.#host.writeTable({ ...planTable(schedule), ...taken });
    } catch (error) {
      this.#isWriting = false;
      this.#look();
      throw error;
    }
    this.#isWriting = false;
    if ("problem" in answer) {
      this.#look();
      return { isProblem: true, words: { zh: answer.problem, en: answer.problem } };
    }
    const rows = Object.fromEntries(planTableRows(schedule).map((row) => [row.id, row]));
    this.#owner.setWritten({ year: plan.year, rows });
    // Whether it can be shown or not: it is written, and told where.
    await this.#host.showSheet(PLAN_TABLE).catch(() => {});
    return { isProblem: false, words: writtenWords(plan.year, answer.address) };
  }

  async #busily(work: () => Promise<Told | undefined>): Promise<Told | undefined> {
    if (this.#isBusy) return undefined;
    this.#set(this.#state, true);
    try {
      return await work();
    } catch (error) {
      const words = {
        zh: `表格没有写成，请再试一次。原因：${String(error)}`,
        en: `The table was not written, please try again. Reason: ${String(error)}`,
      };
      return { isProblem: true, words };
    } finally {
      this.#set(this.#state, false);
    }
  }

  #rest(): void {
    this.#endWatch();
    this.#comparisons++;
    this.#set({ kind: "looking" }, this.#isBusy);
  }

  #begin(): void {
    this.#endWatch();
    // It was read before what is now known to be written.
    this.#answer = undefined;
    this.#comparisons++;
    this.#look();
    // Before the table is written there is nothing to watch; writing it begins anew.
    if (this.#followed?.written) void this.#watch();
  }

  #endWatch(): void {
    this.#watches++;
    this.#isWatchLost = false;
    this.#stopWatch();
    this.#stopWatch = () => {};
  }

  async #watch(): Promise<void> {
    const watch = this.#watches;
    const isCurrent = () => watch === this.#watches;
    try {
      const answer = await this.#host.watchTable(PLAN_TABLE, () => this.#look());
      if ("problem" in answer) this.#isWatchLost ||= isCurrent();
      else if (isCurrent()) this.#stopWatch = answer.stop;
      else answer.stop();
    } catch {
      this.#isWatchLost ||= isCurrent();
    }
  }

  /** Reads the table, unless it is being written: then it is read when that is done. */
  #look(): void {
    if (this.#isWriting || !this.#followed) return;
    const look = ++this.#looks;
    this.#readNow(look).catch((error: unknown) => this.#take({ problem: tableNotRead(error) }, look));
  }

  async #readNow(look = ++this.#looks): Promise<Answer<ReadTable>> {
    const answer = await this.#host.readTable(PLAN_TABLE);
    this.#take(answer, look);
    return answer;
  }

  #take(answer: Answer<ReadTable>, look: number): void {
    if (look !== this.#looks || !this.#followed) return;
    // Some hosts watch the table itself: one that comes back is another.
    if ("problem" in answer && answer.isMissing && this.#followed.written) this.#isWatchLost = true;
    this.#answer = answer;
    void this.#compare();
  }

  async #compare(): Promise<void> {
    const [plan, answer] = [this.#followed, this.#answer];
    if (!plan || !answer) return;
    const comparison = ++this.#comparisons;
    let state: TableState;
    try {
      state = tableState(plan, answer, (await readBackPart()).readBack);
    } catch (error) {
      state = { kind: "unreadable", problem: tableNotRead(error) };
    }
    if (comparison === this.#comparisons) this.#set(state, this.#isBusy);
  }

  #set(state: TableState, isBusy: boolean): void {
    if (state === this.#state && isBusy === this.#isBusy) return;
    this.#state = state;
    this.#isBusy = isBusy;
    this.#snapshot = undefined;
    this.#owner.onChange();
  }
}

/** Gives the ids one after the other, in the order in which rows are added. */
function newIds(ids: readonly string[]): () => string {
  let given = 0;
  return () => ids[given++] ?? newRowId();
}

/** Whether nothing stands to be decided or mended that was not shown. */
const asksTheSame = (found: ReadBack, shown: ReadBack): boolean =>
  JSON.stringify([found.conflicts, found.faults]) === JSON.stringify([shown.conflicts, shown.faults]);

const writtenWords = (year: number, address: string): Words => ({
  zh: `${year} 年的计划已写入 ${address}。`,
  en: `The plan of ${year} was written to ${address}.`,
});

const unreadEdits: Told = {
  isProblem: true,
  words: {
    zh: "表格里有还没有读回的改动，没有覆盖；请先读回，或选择放弃这些改动。",
    en: "The table holds edits that were not read back; nothing was overwritten. Read them back first, or give them up.",
  },
};

const newQuestions: Told = {
  isProblem: true,
  words: {
    zh: "表格刚刚又有改动，要决定的地方变了，没有读回；请看过再点“读回到计划”。",
    en: "The table was just edited again and what is to be decided has changed; nothing was read back. Please look, then read back again.",
  },
};
