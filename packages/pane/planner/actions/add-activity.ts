import { isoDate } from "@sevenstar/core/cells/calendar-day";
import { blankActivity } from "../../plan/model/blank-activity.ts";
import { newActivityDay } from "../../plan/model/new-activity-day.ts";
import { newRowId } from "../../plan/model/row-id.ts";
import { defineAction } from "../define-action.ts";

const newName = { zh: "新活动", en: "New activity" };

/** Adds an activity of the merchant's own on the next working day and opens it. */
export const addActivity = defineAction({
  id: "add-activity",
  words: { zh: "添加活动", en: "Add an activity" },
  help: {
    zh: "添加一个自己的活动，再填名称和日期",
    en: "Add an activity of your own, then name and date it",
  },
  keys: ["N"],
  needs: "plan",
  run({ plan, month, today, book, language }, { run, edit }) {
    const id = newRowId();
    const dateRule = isoDate(newActivityDay(plan.year, month, today, book)).slice(5);
    const activity = { ...blankActivity(id, newName[language]), dateRule };
    run({ kind: "add-activities", year: plan.year, activities: [activity], at: 0 });
    edit(id);
  },
});
