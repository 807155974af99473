/** How long a window that is being closed may still hold the workbook, in milliseconds. */
const PATIENCE = 1_500;

/** Whether this window is the one that keeps the workbook, for as long as it is open. */
export const ownsStore = (): Promise<boolean> =>
  new Promise((resolve) => {
    // Missing where the page is not served securely.
    if (!navigator.locks) return resolve(true);
    const held = () => {
      resolve(true);
      return new Promise<never>(() => {});
    };
    navigator.locks
      .request("sevenstar-workbook", { signal: AbortSignal.timeout(PATIENCE) }, held)
      .catch(() => resolve(false));
  });
