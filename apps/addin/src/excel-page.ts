import type { AreaStyle, SheetHost, WrittenSheet } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { sheetProblem } from "@sevenstar/pane/sheet-host/written-problem.ts";
import { writeCells } from "./excel-cells.ts";
import { POINTS_PER_PIXEL } from "./points-per-pixel.ts";
import { writeInExcel } from "./run-in-excel.ts";

/** The custom property of the sheets that we may write over. */
const OURS = "sevenstar.page";
/** Looks that are set before they are sent to Excel together. */
const AREAS_PER_CALL = 500;
const EDGES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideHorizontal",
  "InsideVertical",
] as const;

/** Fills a sheet of our own with a page of cells and looks. */
export const writeExcelPage: SheetHost["writeSheet"] = async (page) => {
  const problem = sheetProblem(page);
  if (problem) return { problem };
  return writeInExcel(async (context) => {
    const { worksheets } = context.workbook;
    const standing = worksheets.getItemOrNullObject(page.name);
    await context.sync();
    const sheet = standing.isNullObject ? worksheets.add(page.name) : standing;
    if (!standing.isNullObject) {
      const mark = standing.customProperties.getItemOrNullObject(OURS);
      await context.sync();
      if (mark.isNullObject) {
        return {
          problem: `工作簿里已有一张“${page.name}”工作表，不是七星表格写的，没有覆盖；请先给它改名再试。`,
        };
      }
      const all = standing.getRange();
      all.unmerge();
      all.clear();
      all.conditionalFormats.clearAll();
      standing.freezePanes.unfreeze();
    }
    sheet.customProperties.add(OURS, "1");
    try {
      return { address: await fillSheet(context, sheet, page) };
    } catch (error) {
      if (standing.isNullObject) {
        sheet.delete();
        await context.sync();
      }
      throw error;
    }
  });
};

async function fillSheet(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  page: WrittenSheet,
): Promise<string> {
  const width = page.rows[0]?.length ?? 0;
  const whole = sheet.getRangeByIndexes(0, 0, Math.max(1, page.rows.length), Math.max(1, width));
  if (width > 0) await writeCells(context, whole, page.rows);
  await setLooks(context, sheet, page);
  whole.load("address");
  await context.sync();
  return whole.address;
}

async function setLooks(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  page: WrittenSheet,
): Promise<void> {
  for (const [column, width] of (page.columnWidths ?? []).entries()) {
    if (width === null) continue;
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width * POINTS_PER_PIXEL;
  }
  for (const [row, height] of (page.rowHeights ?? []).entries()) {
    if (height !== null) sheet.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = height * POINTS_PER_PIXEL;
  }
  for (const [index, { area, style }] of (page.areas ?? []).entries()) {
    setStyle(sheet.getRange(area), style);
    if (index % AREAS_PER_CALL === AREAS_PER_CALL - 1) await context.sync();
  }
  const { frozenRows = 0, frozenColumns = 0, isLandscape } = page;
  if (frozenRows > 0 && frozenColumns > 0) {
    sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, frozenRows, frozenColumns));
  } else if (frozenRows > 0) sheet.freezePanes.freezeRows(frozenRows);
  else if (frozenColumns > 0) sheet.freezePanes.freezeColumns(frozenColumns);
  if (isLandscape !== undefined) {
    sheet.pageLayout.orientation = isLandscape ? "Landscape" : "Portrait";
    sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
  }
}

function setStyle(range: Excel.Range, style: AreaStyle): void {
  const { format } = range;
  if (style.isMerged) range.merge();
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.colour !== undefined) format.font.color = style.colour;
  if (style.isBold !== undefined) format.font.bold = style.isBold;
  if (style.fontSize !== undefined) format.font.size = style.fontSize;
  if (style.isWrapped !== undefined) format.wrapText = style.isWrapped;
  if (style.align)
    format.horizontalAlignment = ({ left: "Left", center: "Center", right: "Right" } as const)[style.align];
  if (style.verticalAlign) {
    format.verticalAlignment = ({ top: "Top", middle: "Center", bottom: "Bottom" } as const)[
      style.verticalAlign
    ];
  }
  if (style.numberFormat !== undefined) range.numberFormat = style.numberFormat as unknown as string[][];
  if (style.border !== undefined) {
    for (const edge of EDGES) {
      const line = format.borders.getItem(edge);
      line.style = "Continuous";
      line.color = style.border;
    }
  }
}
