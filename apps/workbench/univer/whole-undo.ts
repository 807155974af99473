import { type IUndoRedoItem, LocalUndoRedoService } from "@univerjs/core";

/**
 * Univer's undo and redo, in which steps can be joined into one.
 *
 * Univer's own joining undoes the steps in the order in which they were done, which fails for a new sheet.
 */
export class WholeUndo extends LocalUndoRedoService {
  #joined: IUndoRedoItem[] | undefined;
  /** The last step of each unit, unless a step has been undone since. */
  readonly #last = new Map<string, IUndoRedoItem>();

  override pushUndoRedo(step: IUndoRedoItem): void {
    if (this.#joined) {
      this.#joined.push(step);
      return;
    }
    this.#last.set(step.unitID, step);
    super.pushUndoRedo(step);
  }

  override popUndoToRedo(): void {
    this.#last.clear();
    super.popUndoToRedo();
  }

  /** Whether a task is under way whose steps are joined. */
  get isJoining(): boolean {
    return this.#joined !== undefined;
  }

  /**
   * Has what follows from a workbook's last step be undone and redone with it, also where that step is not pushed
   * before the command that is now carried out has ended; not where a step has been undone since.
   */
  addToLast(
    unitID: string,
    undo: IUndoRedoItem["undoMutations"],
    redo: IUndoRedoItem["redoMutations"],
  ): void {
    setTimeout(() => {
      const last = this.#last.get(unitID);
      last?.undoMutations.push(...undo);
      last?.redoMutations.unshift(...redo);
    });
  }

  /** Does a task at once and joins its steps; what a task that throws has done is given for undoing. */
  join<Answer>(
    unitID: string,
    task: () => Answer,
    onFailure: (undo: IUndoRedoItem["undoMutations"]) => void,
  ): Answer {
    const steps: IUndoRedoItem[] = [];
    this.#joined = steps;
    const undoMutations = () => [...steps].reverse().flatMap((step) => step.undoMutations);
    try {
      const answer = task();
      this.#joined = undefined;
      if (steps.length > 0) {
        const redoMutations = steps.flatMap((step) => step.redoMutations);
        this.pushUndoRedo({ unitID, undoMutations: undoMutations(), redoMutations });
      }
      return answer;
    } catch (error) {
      this.#joined = undefined;
      onFailure(undoMutations());
      throw error;
    }
  }
}
