import { fileKinds } from "@sevenstar/core/catalogue/file-kinds";
import { readExport } from "@sevenstar/core/exports/read-export";
import { recogniseExport } from "@sevenstar/core/exports/recognise-export";
import type { ImportedSheet, TidiedSheet } from "./imported-file.ts";

const DATED = { date: false, time: true } as const;

/**
 * What a sheet becomes when it is read as the export that it is; undefined for other sheets, for those that the
 * functions take as they are, and for sheets that compute something.
 */
export function tidiedSheet(sheet: ImportedSheet): TidiedSheet | undefined {
  if (sheet.formulas.length > 0 || sheet.tables.length > 0) return undefined;
  const found = recogniseExport(sheet.rows, fileKinds);
  if (!found || found.definition.takenAsItIs) return undefined;
  const { rows, columns, warnings } = readExport(sheet.rows, found);
  const dates = columns.flatMap(({ format }, column) => {
    if (format !== "date" && format !== "time") return [];
    const hasTime = DATED[format];
    return rows.flatMap((cells, row) =>
      typeof cells[column] === "number" ? [{ row, column, hasTime }] : [],
    );
  });
  return {
    summary: found.summary,
    steps: found.steps,
    warnings: warnings.map(({ words }) => words),
    sheet: {
      name: sheet.name,
      rows: rows.map((cells) => cells.map((cell) => (cell === "" ? null : cell))),
      columnCount: columns.length,
      formulas: [],
      dates,
      percentages: columns.flatMap(({ format }, column) => (format === "percentage" ? [column] : [])),
      tables: [],
    },
  };
}
