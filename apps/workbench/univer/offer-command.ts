import { AscendingIcon, DescendingIcon } from "@univerjs/icons";
import {
  ContextMenuGroup,
  ContextMenuPosition,
  RibbonDataGroup,
  RibbonPosition,
} from "@univerjs/preset-sheets-core";
import type { OpenWorkbook } from "./open-workbook.ts";

const ICONS = { ascending: AscendingIcon, descending: DescendingIcon };

/** Offers a command over data in the ribbon and in the menus of cells and columns. */
export function offerCommand(
  { api }: OpenWorkbook,
  command: {
    readonly id: string;
    readonly title: string;
    readonly icon: keyof typeof ICONS;
    readonly action: () => void;
  },
): void {
  const { id, title, icon, action } = command;
  api.registerComponent(id, ICONS[icon]);
  // The ribbon shows and names an item that has an icon by the icon alone.
  const inRibbon = api.createMenu({ id, title, action });
  inRibbon.appendTo([RibbonPosition.DATA, RibbonDataGroup.ORGANIZATION]);
  const inMenu = api.createMenu({ id, icon: id, title, action });
  inMenu.appendTo([ContextMenuPosition.MAIN_AREA, ContextMenuGroup.DATA]);
  inMenu.appendTo([ContextMenuPosition.COL_HEADER, ContextMenuGroup.DATA]);
}
