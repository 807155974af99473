import { AscendingIcon, DescendingIcon } from "@univerjs/icons";
import {
  ContextMenuGroup,
  ContextMenuPosition,
  RibbonDataGroup,
  RibbonPosition,
} from "@univerjs/preset-sheets-core";
import { sortRows } from "./sheet-host/sort-rows.ts";
import { SORT_ORDERS } from "./sort-orders.ts";
import type { OpenWorkbook } from "./start-univer.ts";

const ICONS = { ascending: AscendingIcon, descending: DescendingIcon };

/** Offers sorting in the ribbon and in the menu of the cells; tells why it was refused. */
export function offerSorting(workbook: OpenWorkbook, onProblem: (problem: string | undefined) => void): void {
  for (const {
    order,
    title: { zh: title },
  } of SORT_ORDERS) {
    const id = `sevenstar.sort-${order}`;
    workbook.api.registerComponent(id, ICONS[order]);
    const action = () => {
      const answer = sortRows(workbook, order);
      onProblem("problem" in answer ? answer.problem : undefined);
    };
    // The ribbon shows and names an item that has an icon by the icon alone.
    const inRibbon = workbook.api.createMenu({ id, title, action });
    inRibbon.appendTo([RibbonPosition.DATA, RibbonDataGroup.ORGANIZATION]);
    const inMenu = workbook.api.createMenu({ id, icon: id, title, action });
    inMenu.appendTo([ContextMenuPosition.MAIN_AREA, ContextMenuGroup.DATA]);
    inMenu.appendTo([ContextMenuPosition.COL_HEADER, ContextMenuGroup.DATA]);
  }
}
