import { IResourceManagerService, UniverInstanceType } from "@univerjs/core";
import type { OpenWorkbook } from "./open-workbook.ts";

/** All of the workbook as it is now, with what Univer's plugins keep in it; it shares the cells with the workbook. */
export function workbookSnapshot({ api, services }: OpenWorkbook): object {
  const book = api.getActiveWorkbook();
  if (!book) throw new Error("没有打开的工作簿");
  const resources = services
    .get(IResourceManagerService)
    .getResourcesByType(book.getId(), UniverInstanceType.UNIVER_SHEET);
  return { ...book.getWorkbook().getSnapshot(), resources };
}
