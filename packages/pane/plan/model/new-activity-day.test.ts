import { isoDate } from "@sevenstar/core/cells/calendar-day";
import { expect, it } from "vitest";
import { HolidayBook } from "./holiday-book.ts";
import { newActivityDay } from "./new-activity-day.ts";
import { onDay } from "./on-day.fixture.ts";

const book = new HolidayBook([]);

// By hand from the notice of 2026: 25 to 27 September and 1 to 7 October are off, 10 October is worked.
it.each([
  ["the next working day", 2026, 7, "2026-07-01", "2026-07-02"],
  ["Monday after a Friday", 2026, 7, "2026-07-03", "2026-07-06"],
  ["the day after a holiday", 2026, 9, "2026-09-30", "2026-10-08"],
  ["the first working day of another month", 2026, 10, "2026-07-01", "2026-10-08"],
  ["the first working day of another year's month", 2026, 5, "2025-05-20", "2026-05-06"],
  ["the last day of the year where no working day is left", 2026, 12, "2026-12-31", "2026-12-31"],
])("a new activity begins on %s", (_, year, month, today, day) =>
  expect(isoDate(newActivityDay(year, month, onDay(today), book))).toBe(day),
);
