import type { Timer } from "@sevenstar/core/template/client/sync-ports";

/** The page's clock, which is never set back, and its timers. */
export const pageTimer: Timer = {
  now: () => performance.now(),
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};
