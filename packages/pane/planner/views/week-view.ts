import { agenda, isIdle } from "../../plan/model/agenda.ts";
import { defineView } from "../define-view.ts";
import { WeekAgenda } from "./week-agenda.tsx";

/** What to do now: the view that is shown first, so that it comes with the planner. */
export const weekView = defineView({
  id: "week",
  words: { zh: "本周", en: "Week" },
  help: { zh: "过期的、这周和下周要做的事", en: "What is overdue, and due this week and the next" },
  empty: {
    zh: "近期没有要做的事。可以在“活动”里添加自己的活动，在“设置”里选择行业。",
    en: "Nothing to do for now. Add your own activities under “Activities” and choose industries under “Settings”.",
  },
  isEmpty: ({ schedules, book, today }) => isIdle(agenda(schedules, book, today)),
  Component: WeekAgenda,
});
