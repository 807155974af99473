import { type CalendarDay, calendarDay } from "@sevenstar/core/cells/calendar-day";
import { useEffect, useState } from "react";

const HOUR = 3_600_000;

/** The day by the merchant's own clock. */
function currentDay(): CalendarDay {
  const now = new Date();
  return calendarDay(now.getFullYear(), now.getMonth() + 1, now.getDate()) as CalendarDay;
}

/** Today, also in a pane that stays open over midnight. */
export function useToday(): CalendarDay {
  const [today, setToday] = useState(currentDay);
  useEffect(() => {
    const look = () => setToday(currentDay());
    const timer = setInterval(look, HOUR);
    addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return today;
}
