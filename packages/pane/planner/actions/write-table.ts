import { defineAction } from "../define-action.ts";

/** Writes the plan's table into the workbook. */
export const writeTable = defineAction({
  id: "write-table",
  words: { zh: "写入年度活动表", en: "Write the plan's table" },
  help: {
    zh: "在工作簿里生成或更新年度活动表，表里改的能读回来",
    en: "Make or update the plan's table in the workbook; what you edit there can be read back",
  },
  needs: "workbook",
  isEnabled: ({ table }) => !table.isBusy,
  async run({ document }, actions) {
    await actions.writeTable(document.year);
    return undefined;
  },
});
