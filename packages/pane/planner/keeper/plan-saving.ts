import type { Words } from "@sevenstar/core/cells/words";
import { type PlanFile, planFileText } from "../../plan/file/plan-file.ts";
import type { PlanStore } from "./plan-store.ts";

/** Keeps plans one after the other; of several that wait only the last is kept. */
export class PlanSaving {
  readonly #store: PlanStore;
  readonly #onProblem: () => void;
  #waiting: PlanFile | undefined;
  #isBusy = false;
  #work = Promise.resolve();
  #problem: Words | undefined;

  /** `onProblem` hears that there is another problem, or none any more. */
  constructor(store: PlanStore, onProblem: () => void) {
    this.#store = store;
    this.#onProblem = onProblem;
  }

  /** Why the last plan was not kept. */
  get problem(): Words | undefined {
    return this.#problem;
  }

  keep(file: PlanFile): void {
    this.#waiting = file;
    if (!this.#isBusy) this.#work = this.#keepWaiting();
  }

  /** Resolves when nothing waits to be kept any more, be it kept or refused. */
  settled(): Promise<void> {
    return this.#work;
  }

  async #keepWaiting(): Promise<void> {
    this.#isBusy = true;
    while (this.#waiting) {
      const next = this.#waiting;
      this.#waiting = undefined;
      const problem = await this.#write(next);
      if (problem === this.#problem) continue;
      this.#problem = problem;
      this.#onProblem();
    }
    this.#isBusy = false;
  }

  async #write(file: PlanFile): Promise<Words | undefined> {
    try {
      return await this.#store.write(planFileText(file));
    } catch (error) {
      return {
        zh: `计划没有保存，请再改一次试试。原因：${String(error)}`,
        en: `The plan was not saved. Reason: ${String(error)}`,
      };
    }
  }
}
