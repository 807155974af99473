import { defineTemplateKind } from "../cells/define-template-kind.ts";
import { readActivity, readRequirement, requirementColumns } from "./requirement.ts";

/** What a shop must have to enrol in an activity. */
export const requirementsKind = defineTemplateKind({
  id: "requirements",
  name: { zh: "报名要求", en: "Entry requirements" },
  tableName: "报名要求表",
  takenAs: "requirements",
  columns: requirementColumns,
  readRow(row) {
    readActivity(row);
    readRequirement(row);
  },
  starters: () => [
    {
      words: { zh: "报名要求（示例）", en: "Entry requirements (sample)" },
      rows: [
        { activity: "9.20官方大促", metric: "近90天成交额", operator: ">=", value: 10_000 },
        { activity: "9.20官方大促", metric: "纠纷率", operator: "<=", value: 0.01 },
      ],
    },
  ],
});
