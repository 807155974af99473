import { offerCommand } from "../univer/offer-command.ts";
import type { OpenWorkbook } from "../univer/open-workbook.ts";
import { sortRows } from "./sheet-host/sort-rows.ts";
import { SORT_ORDERS } from "./sort-orders.ts";

/** Offers sorting in the ribbon and in the menu of the cells; tells why it was refused. */
export function offerSorting(workbook: OpenWorkbook, onProblem: (problem: string | undefined) => void): void {
  for (const {
    order,
    title: { zh: title },
  } of SORT_ORDERS) {
    const action = () => {
      const answer = sortRows(workbook, order);
      onProblem("problem" in answer ? answer.problem : undefined);
    };
    offerCommand(workbook, { id: `sevenstar.sort-${order}`, title, icon: order, action });
  }
}
