import { defineFileKind } from "../cells/define-file-kind.ts";

/** 1688's income bill (facts.md §4). */
export const incomeBillExport = defineFileKind({
  id: "incomeBill",
  name: { zh: "1688 收入账单", en: "1688 income bill" },
  columns: {
    billId: { header: "账单编号", kind: "code" },
    createdAt: { header: "账单创建时间", kind: "time" },
    due: { header: "应收金额", kind: "number" },
    received: { header: "已收金额", kind: "number" },
    status: { header: "账单状态", kind: "text" },
    type: { header: "账单类型", kind: "text" },
    scene: { header: "场景类型", kind: "text" },
    sceneDetail: { header: "场景明细", kind: "text" },
    orderId: { header: "关联订单号", aliases: ["关联订单编号"], kind: "code" },
  },
  marks: [["billId"], ["createdAt", "due", "received", "status", "type"]],
  hasEqualEntries: true,
});
