import type { Words } from "@sevenstar/core/cells/words";
import type { MilestoneStatus } from "./plan-document.ts";

/** The statuses of a milestone in their order, with their words. */
export const milestoneStatuses: Readonly<Record<MilestoneStatus, Words>> = {
  未开始: { zh: "未开始", en: "To do" },
  进行中: { zh: "进行中", en: "Doing" },
  已完成: { zh: "已完成", en: "Done" },
  放弃: { zh: "放弃", en: "Dropped" },
};

/** Whether nothing is left to be done for a milestone. */
export const isSettled = (status: MilestoneStatus | undefined): boolean =>
  status === "已完成" || status === "放弃";
