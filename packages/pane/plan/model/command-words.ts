import type { Words } from "@sevenstar/core/cells/words";
import { milestoneStatuses } from "./milestone-statuses.ts";
import type { PlanCommand } from "./plan-command.ts";
import { type PlanDocument, planOfYear } from "./plan-document.ts";
import { stepWords } from "./step-words.ts";

/** What a command did, for the undo button: `document` is the plan before it. */
export function commandWords(command: PlanCommand, document: PlanDocument): Words {
  const nameOf = (year: number, id: string) =>
    planOfYear(document, year)?.activities.find((row) => row.id === id)?.activity ?? id;
  const several = (names: readonly string[], zh: string, en: string): Words => {
    const [first = ""] = names;
    return names.length === 1
      ? { zh: `${zh}“${first}”`, en: `${en} “${first}”` }
      : { zh: `${zh} ${names.length} 个活动`, en: `${en} ${names.length} activities` };
  };
  switch (command.kind) {
    case "add-year":
      return { zh: `建立 ${command.plan.year} 年的计划`, en: `create the plan of ${command.plan.year}` };
    case "remove-year":
      return { zh: `删除 ${command.year} 年的计划`, en: `delete the plan of ${command.year}` };
    case "set-industries":
      return { zh: "选择行业", en: "choose industries" };
    case "add-activities":
      return several(
        command.activities.map(({ activity }) => activity),
        "添加",
        "add",
      );
    case "change-activity": {
      const before = planOfYear(document, command.year)?.activities.find(
        ({ id }) => id === command.activity.id,
      );
      const { activity, isEnabled } = command.activity;
      if (before && before.isEnabled !== isEnabled) {
        return isEnabled
          ? { zh: `启用“${activity}”`, en: `enable “${activity}”` }
          : { zh: `停用“${activity}”`, en: `disable “${activity}”` };
      }
      return { zh: `修改“${activity}”`, en: `change “${activity}”` };
    }
    case "remove-activities":
      return several(
        command.ids.map((id) => nameOf(command.year, id)),
        "删除",
        "delete",
      );
    case "order-activities":
      return { zh: "调整顺序", en: "change the order" };
    case "set-status": {
      const [name, step] = [nameOf(command.year, command.id), stepWords(command.milestone)];
      const status = milestoneStatuses[command.status];
      return {
        zh: `“${name}”${step.zh}：${status.zh}`,
        en: `“${name}” ${step.en.toLowerCase()}: ${status.en.toLowerCase()}`,
      };
    }
    case "set-notice":
      return {
        zh: `录入 ${command.notice.year} 年放假安排`,
        en: `enter the holidays of ${command.notice.year}`,
      };
    case "remove-notice":
      return {
        zh: `删除录入的 ${command.year} 年放假安排`,
        en: `remove the entered holidays of ${command.year}`,
      };
    case "set-requirements":
      return { zh: "修改店铺指标和报名要求", en: "change the shop's figures and requirements" };
    case "set-assumptions":
      return { zh: "修改工厂停工和生产天数", en: "change the factories' days" };
    case "together":
      return command.words;
  }
}
