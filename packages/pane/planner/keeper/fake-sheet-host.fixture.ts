import { PLAN_TABLE } from "../../plan/table/written-plan.ts";
import type {
  Answer,
  HostProblem,
  JsonValue,
  ReadTable,
  SheetHost,
  SheetValue,
  WrittenTable,
} from "../../sheet-host/sheet-host.ts";

type Method = "readTable" | "writeTable" | "watchTable" | "readDocument" | "writeDocument" | "showSheet";

const missing: HostProblem = { problem: "没有这张表", isMissing: true };

/**
 * For tests: a workbook with one document and the plan's table, whose answers can be held back, and refused.
 *
 * A read that is held gives what stood there when it was asked, or when it is let go if it is late; a table that
 * is written is changed at once and only its answer is held, a document is changed when it is let go. As in Excel
 * a table is watched itself: one that comes back under the same name is not watched any more.
 */
export class FakeSheetHost implements SheetHost {
  readonly undoesWholeWrites = true;
  document: JsonValue = null;
  /** Every document that was written. */
  readonly documents: JsonValue[] = [];
  table: { headers: readonly string[]; rows: SheetValue[][]; below: SheetValue[][] } | undefined;
  readonly calls: Method[] = [];
  readonly #watchers = new Set<() => void>();
  readonly #held = new Map<Method, { readonly released: Promise<void>; readonly isLate: boolean }[]>();
  readonly #refused = new Map<Method, (HostProblem | Error)[]>();

  /** Holds the next call of a method back until the returned function is called. */
  hold(method: Method, isLate = false): () => void {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.#held.set(method, [...(this.#held.get(method) ?? []), { released, isLate }]);
    return release;
  }

  /** Answers the next call of a method so; an error is thrown. */
  refuse(method: Method, problem: HostProblem | Error): void {
    this.#refused.set(method, [...(this.#refused.get(method) ?? []), problem]);
  }

  /** The merchant writes into the row of an activity, under a header; the watchers are told. */
  enters(activity: string, header: string, value: SheetValue): void {
    const { headers = [], rows = [] } = this.table ?? {};
    const row = rows.find((cells) => cells.includes(activity));
    if (!row) throw new Error(`no row ${activity}`);
    row[headers.indexOf(header)] = value;
    this.tells();
  }

  /** The merchant types rows directly below the table. */
  typesBelow(cells: Readonly<Record<string, SheetValue>>): void {
    this.table?.below.push(this.table.headers.map((header) => cells[header] ?? null));
    this.tells();
  }

  /** The merchant deletes or renames the table: it is no longer there by its name. Gives it, to be put back. */
  loses(): FakeSheetHost["table"] {
    const { table } = this;
    this.table = undefined;
    this.tells();
    this.#watchers.clear();
    return table;
  }

  get watches(): number {
    return this.#watchers.size;
  }

  tells(): void {
    for (const watcher of this.#watchers) watcher();
  }

  readTable() {
    return this.#answer("readTable", (): Answer<ReadTable> => {
      if (!this.table) return missing;
      const { headers, rows, below } = this.table;
      const numbers = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);
      return {
        address: `${PLAN_TABLE}!A1`,
        headers,
        rows: rows.map((row) => [...row]),
        rowNumbers: numbers(2, rows.length),
        ...(below.length > 0
          ? {
              below: {
                rows: below.map((row) => [...row]),
                rowNumbers: numbers(2 + rows.length, below.length),
              },
            }
          : {}),
      };
    });
  }

  writeTable({ columns, rows, takesBelow = 0 }: WrittenTable) {
    return this.#answer("writeTable", () => {
      this.table = {
        headers: columns.map(({ header }) => header),
        rows: rows.map((row) => row.map((cell) => cell as SheetValue)),
        below: this.table?.below.slice(takesBelow) ?? [],
      };
      return { address: `${PLAN_TABLE}!A1` };
    });
  }

  watchTable(_: string, onChange: () => void) {
    return this.#answer("watchTable", () => {
      if (!this.table) return missing;
      this.#watchers.add(onChange);
      return { stop: () => this.#watchers.delete(onChange) };
    });
  }

  readDocument(_: string) {
    return this.#answer("readDocument", () => ({ document: this.document }));
  }

  async writeDocument(key: string, document: JsonValue): Promise<Answer<{ readonly key: string }>> {
    const refused = await this.#answer("writeDocument", () => ({ key }));
    if ("problem" in refused) return refused;
    this.document = document;
    this.documents.push(document);
    return refused;
  }

  showSheet(sheet: string) {
    return this.#answer("showSheet", () => ({ sheet }));
  }

  insertFormula = refused;
  readSelection = refused;
  readSelectedCells = refused;
  writeSheet = refused;

  async #answer<Value extends object>(method: Method, make: () => Answer<Value>): Promise<Answer<Value>> {
    this.calls.push(method);
    const problem = this.#refused.get(method)?.shift();
    const held = this.#held.get(method)?.shift();
    if (held?.isLate) await held.released;
    const answer = problem ?? make();
    await held?.released;
    if (answer instanceof Error) throw answer;
    return answer;
  }
}

const refused = async (): Promise<HostProblem> => ({ problem: "这里没有" });
