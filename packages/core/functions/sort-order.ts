/**
 * The positions of numbers not below 0 in rising or falling order, equal ones in their own order.
 *
 * A radix sort by the bytes of the doubles, whose bits rise with their values: its time grows with the number
 * of values only, where a comparison sort slows down over long columns.
 */
export function sortOrder(values: ArrayLike<number>, isFalling = false): Uint32Array {
  const bytes = new Uint8Array(Float64Array.from(values).buffer);
  const mirror = isFalling ? 255 : 0;
  const width = 8;
  let order = Uint32Array.from(values, (_, position) => position);
  let spare = new Uint32Array(values.length);
  for (let digit = 0; digit < width; digit++) {
    const keyAt = (position: number) => (bytes[position * width + digit] as number) ^ mirror;
    const ends = new Uint32Array(256);
    for (const position of order) ends[keyAt(position)] = (ends[keyAt(position)] as number) + 1;
    if (ends.includes(values.length)) continue; // all alike: nothing to move
    for (let key = 1; key < 256; key++) ends[key] = (ends[key] as number) + (ends[key - 1] as number);
    for (let rank = order.length - 1; rank >= 0; rank--) {
      const position = order[rank] as number;
      const place = (ends[keyAt(position)] as number) - 1;
      ends[keyAt(position)] = place;
      spare[place] = position;
    }
    [order, spare] = [spare, order];
  }
  return order;
}
