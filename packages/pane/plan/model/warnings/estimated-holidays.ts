import { civilDate } from "@sevenstar/core/cells/calendar-day";
import type { WarningRule } from "./plan-warning.ts";

/** The year's holidays are not announced yet, so that its milestones are 预计. */
export const estimatedHolidays: WarningRule = ({ schedule: { year }, book, today }) =>
  book.calendar.isAnnounced(year) || year < civilDate(today).year
    ? []
    : [
        {
          id: `estimated ${year}`,
          level: "warning",
          sentence: {
            zh: `${year} 年的放假通知还没有录入（国务院通常在上一年 11 月公布），各节点按周末和法定假日预计，公布后请录入，日期会跟着重算。`,
            en: `The holidays of ${year} are not announced (the notice comes in November of the year before): milestones are estimated from weekends and statutory days. Enter the notice when it is out and the dates follow.`,
          },
          activities: [],
          remedy: { kind: "enter-notice", year },
        },
      ];
