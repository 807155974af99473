import { loadPart } from "../../browser/load-part.ts";
import { defineView } from "../define-view.ts";
import { FILES_VIEW } from "../planner-texts.ts";

/** The plan in the workbook and as files. */
export const filesView = defineView({
  id: "files",
  words: FILES_VIEW,
  help: {
    zh: "写入工作簿、导出文件、导入自己的活动表",
    en: "Into the workbook, as files, and your own table into the plan",
  },
  empty: {
    zh: "这一年还没有活动，写入和导出的表是空的。",
    en: "No activities in this year yet: tables and files will be empty.",
  },
  load: async () => (await loadPart(() => import("./plan-files.tsx"))).PlanFiles,
});
