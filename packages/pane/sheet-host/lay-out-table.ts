import type { Answer, SheetValue, WrittenCell, WrittenColumn, WrittenTable } from "./sheet-host.ts";
import { folded } from "./written-problem.ts";

/** A formula as its host writes it independently of the row it stands in, to be moved to other rows. */
export interface MovableFormula {
  readonly movable: string;
}

/** The table as it stands in the workbook; `cells` keeps what `values` has lost: the formulas. */
export interface StandingTable {
  readonly headers: readonly string[];
  /** The number in its sheet of the first data row; asked for where rows are continued. */
  readonly firstRow?: number;
  readonly values: readonly (readonly SheetValue[])[];
  readonly cells: readonly (readonly (SheetValue | MovableFormula)[])[];
}

/** A column to write: where it stands in the table, counted from 0, and its cells without the header. */
export interface LaidOutColumn {
  readonly place: number;
  readonly cells: readonly (WrittenCell | MovableFormula)[];
  /** What was asked; undefined for a merchant's column whose cells move with their rows. */
  readonly written?: WrittenColumn;
}

export interface TableLayout {
  /** The headers of the whole table in their order. */
  readonly headers: readonly string[];
  /** How many of them, at the end, the standing table does not have. */
  readonly addedColumns: number;
  /** Data rows, at least one. */
  readonly rowCount: number;
  readonly columns: readonly LaidOutColumn[];
}

/** Lays a written table out over the one that stands: the columns keep their places, merchant's columns follow the key. */
export function layOutTable(table: WrittenTable, standing?: StandingTable): Answer<TableLayout> {
  const headers = [...(standing?.headers ?? [])];
  const known = new Map(headers.map((header, place) => [folded(header), place]));
  const rowCount = Math.max(1, table.rows.length);
  const columns = table.columns.map((written, index): LaidOutColumn => {
    const place = known.get(folded(written.header)) ?? headers.push(written.header) - 1;
    const cells = Array.from({ length: rowCount }, (_, row) => table.rows[row]?.[index] ?? null);
    return { place, cells, written };
  });
  const addedColumns = headers.length - (standing?.headers.length ?? 0);
  const layout = { headers, addedColumns, rowCount };
  const own = new Set(columns.map(({ place }) => place));
  const merchants = (standing?.headers ?? []).map((_, place) => place).filter((place) => !own.has(place));
  if (!standing || merchants.length === 0) return { ...layout, columns };

  const origins = rowOrigins(table, standing, merchants);
  if ("problem" in origins) return origins;
  const isUnmoved =
    origins.rows.length === standing.cells.length && origins.rows.every((from, row) => from === row);
  if (isUnmoved) return { ...layout, columns };
  return {
    ...layout,
    columns: [
      ...columns,
      ...merchants.map((place): LaidOutColumn => {
        const below = columnFormula(standing, place) ?? null;
        return { place, cells: origins.rows.map((from) => standing.cells[from]?.[place] ?? below) };
      }),
    ],
  };
}

/** For each row to write the standing row it continues, -1 for a new one. */
function rowOrigins(
  table: WrittenTable,
  standing: StandingTable,
  merchants: readonly number[],
): Answer<{ readonly rows: readonly number[] }> {
  const count = Math.max(1, table.rows.length);
  const isEmpty = standing.cells.every((row) => merchants.every((place) => (row[place] ?? null) === null));
  const names = merchants.map((place) => `“${standing.headers[place]}”`).join("、");
  if (table.key === undefined || isEmpty) {
    return {
      rows: Array.from({ length: count }, (_, row) => (row < standing.cells.length ? row : -1)),
    };
  }
  const at = standing.headers.findIndex((header) => folded(header) === folded(table.key ?? ""));
  if (at < 0) {
    return {
      problem: `“${table.name}”表的“${table.key}”列不见了，分不清您加的${names}列各属于哪一行，没有改动；请撤消删除，或把${names}列移到表外再试。`,
    };
  }
  const rowOf = new Map<SheetValue, number>();
  for (const [row, values] of standing.values.entries()) {
    const value = values[at] ?? null;
    if (value === null) continue;
    if (rowOf.has(value)) {
      return {
        problem: `“${table.name}”表有几行的“${table.key}”都是“${value}”，分不清您加的${names}列各属于哪一行，没有改动；请删除重复的行，或把${names}列移到表外再试。`,
      };
    }
    rowOf.set(value, row);
  }
  const continued = (value: SheetValue) => {
    const row = (table.continues?.[String(value)] ?? 0) - (standing.firstRow ?? Number.POSITIVE_INFINITY);
    return row >= 0 && row < standing.cells.length ? row : -1;
  };
  const keyIndex = table.columns.findIndex(({ header }) => header === table.key);
  return {
    rows: Array.from({ length: count }, (_, row) => {
      const value = table.rows[row]?.[keyIndex] ?? null;
      return typeof value === "object" ? -1 : (rowOf.get(value) ?? continued(value));
    }),
  };
}

/** The formula that a whole column holds, which its new rows get too. */
function columnFormula(standing: StandingTable, place: number): MovableFormula | undefined {
  const [first, ...others] = standing.cells.map((row) => row[place] ?? null);
  if (typeof first !== "object" || first === null) return undefined;
  return others.every((cell) => typeof cell === "object" && cell?.movable === first.movable)
    ? first
    : undefined;
}
