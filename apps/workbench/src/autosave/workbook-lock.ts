import { holdAlone } from "@sevenstar/pane/browser/hold-alone.ts";

/** How long a window that is being closed may still hold the workbook, in milliseconds. */
const PATIENCE = 1_500;

/** Whether this window is the one that keeps the workbook. */
export class WorkbookLock {
  #release: (() => void) | undefined;
  #onHeld: (() => void) | undefined;

  get isHeld(): boolean {
    return this.#release !== undefined;
  }

  /** Asks for it, and waits a moment. */
  async begin(): Promise<void> {
    this.request();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PATIENCE);
      this.whenHeld(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  request(): void {
    holdAlone("sevenstar-workbook", (release) => {
      this.#release = release;
      this.#onHeld?.();
    });
  }

  /** Calls back once the workbook is held, in place of who waited before. */
  whenHeld(callback: () => void): void {
    this.#onHeld = callback;
    if (this.isHeld) callback();
  }

  /** Lets another window keep the workbook. */
  release(): void {
    this.#release?.();
    this.#release = undefined;
  }
}
