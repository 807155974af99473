import { type Answer, MOST_BELOW, WATCH_PAUSE } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import { CommandType, ICommandService, type IRange, Rectangle } from "@univerjs/core";
import { findTable } from "../../univer/find-table.ts";
import type { OpenWorkbook } from "../../univer/start-univer.ts";
import { missingTable } from "./univer-tables.ts";

/** Mutations that bring no change of the merchant's: results of formulas, and what the spreadsheet keeps for itself. */
const SILENT = /^formula\.|selection|operation|activ/;

/** Calls back after a table's cells, place or existence changed otherwise than by our own writes. */
export function watchTable(
  workbook: OpenWorkbook,
  name: string,
  isWriting: () => boolean,
  onChange: () => void,
): Answer<{ readonly stop: () => void }> {
  let place = placeOf(workbook, name);
  if (!place) return missingTable(workbook, name);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watching = workbook.services
    .get(ICommandService)
    .onCommandExecuted(({ id, type, params }, options) => {
      if (type !== CommandType.MUTATION || SILENT.test(id) || options?.fromFormula) return;
      const before = place;
      place = placeOf(workbook, name);
      if (isWriting()) return;
      const isMoved = JSON.stringify(before) !== JSON.stringify(place);
      if (!isMoved && !(place && touches(params, place))) return;
      clearTimeout(timer);
      timer = setTimeout(onChange, WATCH_PAUSE);
    });
  return {
    stop: () => {
      clearTimeout(timer);
      watching.dispose();
    },
  };
}

interface Place {
  readonly sheetId: string;
  readonly range: IRange;
}

function placeOf(workbook: OpenWorkbook, name: string): Place | undefined {
  const table = findTable(workbook, name);
  return table && { sheetId: table.sheet.getSheetId(), range: table.range };
}

/** Whether a mutation wrote into the table's cells or below them, or put its rows into another order. */
function touches(params: unknown, { sheetId, range }: Place): boolean {
  const {
    subUnitId,
    cellValue,
    order,
    range: ordered,
  } = (params ?? {}) as {
    subUnitId?: string;
    cellValue?: Readonly<Record<number, Readonly<Record<number, unknown>>>>;
    order?: unknown;
    range?: IRange;
  };
  if (subUnitId !== sheetId) return false;
  if (order && ordered) return Rectangle.intersects(ordered, range);
  return Object.entries(cellValue ?? {}).some(
    ([row, line]) =>
      Number(row) >= range.startRow &&
      Number(row) <= range.endRow + MOST_BELOW &&
      Object.keys(line ?? {}).some(
        (column) => Number(column) >= range.startColumn && Number(column) <= range.endColumn,
      ),
  );
}
