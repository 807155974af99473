import { timelinePage } from "../../plan/table/timeline-page.ts";
import { defineAction } from "../define-action.ts";
import { writePage } from "./write-page.ts";

/** Writes the year's timeline into the workbook. */
export const writeTimeline = defineAction({
  id: "write-timeline",
  words: { zh: "写入时间线", en: "Write the timeline" },
  help: { zh: "在工作簿里生成全年时间线", en: "Make a timeline of the year in the workbook" },
  needs: "workbook",
  run: ({ host, schedule, today }) => writePage(host, timelinePage(schedule, today)),
});
