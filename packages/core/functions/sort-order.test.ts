import fc from "fast-check";
import { expect, it } from "vitest";
import { sortOrder } from "./sort-order.ts";

const numbers = fc.array(
  fc.oneof(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 0, max: 5 })),
);

it("is the order of a stable comparison sort, rising and falling", () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const positions = values.map((_, position) => position);
      const at = (position: number) => values[position] as number;
      expect([...sortOrder(values)]).toEqual(positions.toSorted((a, b) => at(a) - at(b)));
      expect([...sortOrder(values, true)]).toEqual(positions.toSorted((a, b) => at(b) - at(a)));
    }),
  );
});
