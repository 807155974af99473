import { type Answer, MOST_BELOW, WATCH_PAUSE } from "@sevenstar/pane/sheet-host/sheet-host.ts";
import type { IRange } from "@univerjs/core";
import { findTable } from "../../univer/find-table.ts";
import { isMerchantsChange } from "../../univer/is-merchants-change.ts";
import { onMutation } from "../../univer/on-mutation.ts";
import type { OpenWorkbook } from "../../univer/open-workbook.ts";
import { touchesArea } from "../../univer/touches-area.ts";
import { missingTable } from "./univer-tables.ts";

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
  const stop = onMutation(workbook, (mutation) => {
    if (!isMerchantsChange(mutation)) return;
    const before = place;
    place = placeOf(workbook, name);
    if (isWriting()) return;
    const isMoved = JSON.stringify(before) !== JSON.stringify(place);
    if (!isMoved && !(place && touchesArea(mutation, place.sheetId, withBelow(place.range)))) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, WATCH_PAUSE);
  });
  return {
    stop: () => {
      clearTimeout(timer);
      stop();
    },
  };
}

/** A table's range with the rows below it that may be about to be its own. */
const withBelow = (range: IRange): IRange => ({ ...range, endRow: range.endRow + MOST_BELOW });

interface Place {
  readonly sheetId: string;
  readonly range: IRange;
}

function placeOf(workbook: OpenWorkbook, name: string): Place | undefined {
  const table = findTable(workbook, name);
  return table && { sheetId: table.sheet.getSheetId(), range: table.range };
}
