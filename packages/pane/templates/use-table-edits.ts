import { useEffect, useState } from "react";
import { randomId } from "../browser/random-id.ts";
import type { HostProblem, SheetHost } from "../sheet-host/sheet-host.ts";
import { tableNotRead } from "../sheet-host/table-not-read.ts";
import { readEdits, type TableEdits, type TableLink } from "./linked-table.ts";

/** What stands in a linked table that has not been submitted. */
export type FoundEdits = TableEdits | HostProblem;

/** What merchants made of the tables of templates, by template id; read anew after each change of theirs. */
export function useTableEdits(
  host: SheetHost | undefined,
  links: readonly TableLink[],
): ReadonlyMap<string, FoundEdits> {
  const [found, setFound] = useState<ReadonlyMap<string, FoundEdits>>(new Map());
  useEffect(() => {
    if (!host) return;
    let isCurrent = true;
    const stops: (() => void)[] = [];
    const look = (link: TableLink) => {
      readEdits(host, link, randomId).then(
        (edits) => isCurrent && setFound((known) => new Map(known).set(link.id, edits)),
        (error: unknown) =>
          isCurrent && setFound((known) => new Map(known).set(link.id, { problem: tableNotRead(error) })),
      );
    };
    for (const link of links) {
      look(link);
      host
        .watchTable(link.table, () => look(link))
        .then((answer) => {
          if ("problem" in answer) return;
          if (isCurrent) stops.push(answer.stop);
          else answer.stop();
        });
    }
    return () => {
      isCurrent = false;
      for (const stop of stops) stop();
    };
  }, [host, links]);
  return found;
}
