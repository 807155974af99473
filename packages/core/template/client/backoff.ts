const FIRST_MILLISECONDS = 1000;
const MOST_MILLISECONDS = 60_000;

/** How long to wait after so many failures in a row: full jitter below a growing limit (T13.5). */
export const backoff = (failures: number, random: () => number): number =>
  Math.floor(random() * Math.min(MOST_MILLISECONDS, FIRST_MILLISECONDS * 2 ** Math.min(failures, 16)));
