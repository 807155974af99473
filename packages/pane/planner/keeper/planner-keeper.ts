import { type CalendarDay, civilDate } from "@sevenstar/core/cells/calendar-day";
import type { Words } from "@sevenstar/core/cells/words";
import { openPlanFile, type PlanFile, planFileText } from "../../plan/file/plan-file.ts";
import { HolidayBook } from "../../plan/model/holiday-book.ts";
import type { PlanCommand } from "../../plan/model/plan-command.ts";
import type { HolidayNotice } from "../../plan/model/plan-document.ts";
import { doCommand, type PlanHistory, redo, showYear, undo } from "../../plan/model/plan-history.ts";
import type { Choices, ReadBack } from "../../plan/table/read-back.ts";
import { type Opened, openedFile, openPlan, type PlanTrouble } from "./open-plan.ts";
import { PlanSaving } from "./plan-saving.ts";
import type { PlanStore } from "./plan-store.ts";
import { PlanTableKeeper, type TableSnapshot, type Told } from "./plan-table-keeper.ts";
import type { PlannerPorts } from "./planner-ports.ts";

/** The plan, open or not, and what is known of where it is kept. */
export interface PlannerSnapshot {
  readonly state: "loading" | { readonly trouble: PlanTrouble } | { readonly opened: Opened };
  /** The holidays of the plan that is open. */
  readonly book: HolidayBook;
  /** Why the last change was not kept. */
  readonly saveProblem: Words | undefined;
  readonly place: PlanStore["place"];
  readonly table: TableSnapshot;
  /** The day by the merchant's own clock. */
  readonly today: CalendarDay;
}

const HOUR = 3_600_000;
const NO_TABLE: TableSnapshot = { state: { kind: "looking" }, isBusy: false };

/**
 * Keeps the plan of a workbook, or of the browser where there is no workbook: opens it, changes it, keeps every
 * change, and follows its table in the workbook.
 *
 * Nothing happens before `start`. What was begun before `stop` is brought to its end: a change is kept, a table
 * that was being written is known to be written.
 */
export class PlannerKeeper {
  readonly #ports: PlannerPorts;
  readonly #saving: PlanSaving;
  readonly #table: PlanTableKeeper | undefined;
  #state: PlannerSnapshot["state"] = "loading";
  #book = new HolidayBook([]);
  #notices: readonly HolidayNotice[] = [];
  #today: CalendarDay;
  #isStarted = false;
  /** Of several openings only the last counts, and none that began before a change. */
  #openings = 0;
  #stopWaiting = () => {};
  #stopWatching = () => {};
  readonly #subscribers = new Set<() => void>();
  #snapshot: PlannerSnapshot | undefined;

  constructor(ports: PlannerPorts) {
    this.#ports = ports;
    this.#today = ports.today();
    this.#saving = new PlanSaving(ports.store, () => this.#tell());
    this.#table =
      ports.host &&
      new PlanTableKeeper(ports.host, {
        plan: () => this.#tablePlan(),
        run: (command) => this.#runForNow(command),
        setWritten: (written) => this.#change((opened) => ({ ...opened, written })),
        onChange: () => this.#tell(),
      });
  }

  /** Opens the plan and watches what may change it; one that is still on show stays until it is read again. */
  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    this.#stopWatching = this.#ports.store.watch?.(() => this.reload()) ?? (() => {});
    this.#today = this.#ports.today();
    this.#lookEveryHour();
    this.#follow();
    this.reload();
  }

  stop(): void {
    this.#isStarted = false;
    this.#openings++;
    this.#stopWaiting();
    this.#stopWatching();
    this.#table?.follow(undefined);
  }

  /** How things stand; the same object until something changes. */
  readonly snapshot = (): PlannerSnapshot => {
    this.#snapshot ??= {
      state: this.#state,
      book: this.#book,
      saveProblem: this.#saving.problem,
      place: this.#ports.store.place,
      table: this.#table?.snapshot() ?? NO_TABLE,
      today: this.#today,
    };
    return this.#snapshot;
  };

  /** Calls at each new snapshot until the returned function is called. */
  readonly subscribe = (subscriber: () => void): (() => void) => {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  };

  run(command: PlanCommand): void {
    this.#changeHistory((history) => doCommand(history, command));
  }

  #runForNow(command: PlanCommand): () => void {
    const before = this.#opened?.history;
    this.run(command);
    const after = this.#opened?.history;
    return () => this.#changeHistory((now) => (before && now === after ? before : now));
  }

  undo(): void {
    this.#changeHistory(undo);
  }

  redo(): void {
    this.#changeHistory(redo);
  }

  showYear(year: number): void {
    this.#changeHistory((history) => showYear(history, year));
  }

  /** Goes on with a remedy; what was damaged is put aside first. */
  remedy(file: PlanFile, text: string | undefined): void {
    if (text !== undefined) this.#ports.putAside(text);
    this.#take(openedFile(file, false));
  }

  /** Reads what is kept again; what is changed meanwhile, or could not be kept, stays. */
  reload(): void {
    if (this.#isStarted) void this.#open();
  }

  /** Writes a year's plan into the workbook's table, and gives what to tell. */
  async writeTable(year: number, givesUpEdits?: boolean): Promise<Told | undefined> {
    return this.#table?.write(year, givesUpEdits);
  }

  /** Brings the table's edits into the plan, and gives what to tell. */
  async takeTableEdits(shown: ReadBack, choices: Choices): Promise<Told | undefined> {
    return this.#table?.takeEdits(shown, choices);
  }

  /** Looks at the clock and at a table that is not watched, as when somebody turns to the pane. */
  attend(): void {
    if (!this.#isStarted) return;
    this.#table?.watchAgain();
    const before = this.#today;
    const today = this.#ports.today();
    if (today === before) return;
    this.#today = today;
    this.#tell();
    if (civilDate(before).year !== civilDate(today).year) this.reload();
  }

  #lookEveryHour(): void {
    this.#stopWaiting = this.#ports.timer.after(HOUR, () => {
      this.attend();
      this.#lookEveryHour();
    });
  }

  async #open(): Promise<void> {
    const opening = ++this.#openings;
    // What is being kept can be read only when it is kept.
    await this.#saving.settled();
    if (opening !== this.#openings) return;
    // What could not be kept stands nowhere else.
    if (this.#saving.problem && this.#opened) return;
    const { year } = civilDate(this.#today);
    const found = await openPlan(this.#ports.store, year).catch((error: unknown) => ({
      trouble: { problem: notOpened(error), faults: [], remedies: [] },
    }));
    if (opening !== this.#openings) return;
    // What is on show already stays, and can still be undone.
    if (!("opened" in found && isSame(found.opened, this.#opened))) this.#set(found);
  }

  get #opened(): Opened | undefined {
    return this.#state !== "loading" && "opened" in this.#state ? this.#state.opened : undefined;
  }

  #changeHistory(next: (history: PlanHistory) => PlanHistory): void {
    this.#change((opened) => {
      const history = next(opened.history);
      return history === opened.history ? opened : { ...opened, history };
    });
  }

  #change(next: (opened: Opened) => Opened): void {
    const before = this.#opened;
    const after = before && next(before);
    if (after && after !== before) this.#take({ ...after, isFromBrowser: false });
  }

  /** Shows a changed plan and keeps it; one that is being read is from before. */
  #take(opened: Opened): void {
    this.#openings++;
    this.#saving.keep(fileOf(opened));
    this.#set({ opened });
  }

  #set(state: PlannerSnapshot["state"]): void {
    this.#state = state;
    const notices = this.#opened?.history.document.notices;
    if (notices && notices !== this.#notices) {
      this.#notices = notices;
      this.#book = new HolidayBook(notices);
    }
    if (this.#isStarted) this.#follow();
    this.#tell();
  }

  #tablePlan() {
    const opened = this.#opened;
    const book = this.#book;
    return opened && { document: opened.history.document, written: opened.written, book };
  }

  #follow(): void {
    this.#table?.follow(this.#tablePlan());
  }

  #tell(): void {
    this.#snapshot = undefined;
    for (const subscriber of this.#subscribers) subscriber();
  }
}

const fileOf = ({ history: { document }, written }: Opened): PlanFile => ({
  document,
  ...(written ? { written } : {}),
});

/** Whether the plan on show is the one that was read. */
function isSame(read: Opened, shown: Opened | undefined): boolean {
  if (!shown || shown.isFromBrowser !== read.isFromBrowser) return false;
  const asRead = openPlanFile(planFileText(fileOf(shown)), 0);
  return asRead.kind === "open" && planFileText(asRead.file) === planFileText(fileOf(read));
}

const notOpened = (error: unknown): Words => ({
  zh: `活动计划没有打开，请再试一次。原因：${String(error)}`,
  en: `The plan could not be opened, please try again. Reason: ${String(error)}`,
});
