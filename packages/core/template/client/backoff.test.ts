import { expect, it } from "vitest";
import { backoff } from "./backoff.ts";

it("[T13.5] waits anything from 0 up to 1 s × 2ⁿ, at most 60 s", () => {
  const longest = [0, 1, 2, 5, 6, 7, 1000].map((failures) => backoff(failures, () => 0.999_999));
  expect(longest).toEqual([999, 1999, 3999, 31_999, 59_999, 59_999, 59_999]);
  expect(backoff(1000, () => 0)).toBe(0);
  expect(backoff(2, () => 0.5)).toBe(2000);
});
