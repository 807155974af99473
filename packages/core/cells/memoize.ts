const MOST = 10_000;

/** What a column repeats is found once: the same answers as `find`, of which the latest are kept; undefined is not. */
export function memoize<Key, Value>(find: (key: Key) => Value | undefined): (key: Key) => Value | undefined {
  const known = new Map<Key, Value>();
  return (key) => {
    const hit = known.get(key);
    if (hit !== undefined) return hit;
    const value = find(key);
    if (value === undefined) return undefined;
    if (known.size >= MOST) known.clear();
    known.set(key, value);
    return value;
  };
}
