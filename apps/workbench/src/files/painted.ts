/** Waits until the browser has shown what was last changed, so that a long step does not hide it. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
