/**
 * The order of the rows of both sides together (T7.3).
 *
 * A side that moved rows decides; if both did, the order whose first different id is smaller. The rows of one side
 * follow the row they followed there; at the same place the run with the smaller first id goes first. Exchanging
 * the sides changes nothing.
 */
export function mergedOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] {
  const inMine = new Set(mine);
  const inTheirs = new Set(theirs);
  const isShared = (id: string) => inMine.has(id) && inTheirs.has(id);
  const spine = sharedOrder(base.filter(isShared), mine.filter(isShared), theirs.filter(isShared));
  const runs = [runsAfter(mine, isShared), runsAfter(theirs, isShared)];
  const order: string[] = [];
  for (const anchor of [undefined, ...spine]) {
    if (anchor !== undefined) order.push(anchor);
    const here = runs.map((run) => run.get(anchor) ?? []).sort(smallerFirst);
    order.push(...here.flat());
  }
  return order;
}

/** The order of the rows that both sides have. */
function sharedOrder(base: readonly string[], mine: readonly string[], theirs: readonly string[]) {
  const known = new Set(base);
  const hasMoved = (side: readonly string[]) => {
    const old = side.filter((id) => known.has(id));
    return old.some((id, index) => id !== base[index]);
  };
  const [mineMoved, theirsMoved] = [hasMoved(mine), hasMoved(theirs)];
  if (mineMoved !== theirsMoved) return mineMoved ? mine : theirs;
  const different = mine.findIndex((id, index) => id !== theirs[index]);
  return different < 0 || (mine[different] ?? "") < (theirs[different] ?? "") ? mine : theirs;
}

/** The runs of rows that only this side has, by the shared row they follow; undefined: at the start. */
function runsAfter(side: readonly string[], isShared: (id: string) => boolean) {
  const runs = new Map<string | undefined, string[]>();
  let anchor: string | undefined;
  for (const id of side) {
    if (isShared(id)) {
      anchor = id;
      continue;
    }
    const run = runs.get(anchor);
    if (run) run.push(id);
    else runs.set(anchor, [id]);
  }
  return runs;
}

const smallerFirst = ([left = ""]: readonly string[], [right = ""]: readonly string[]) =>
  left < right ? -1 : left > right ? 1 : 0;
