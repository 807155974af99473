import { matchHeaders } from "@sevenstar/core/cells/header";
import { type ListingField, listingFields } from "@sevenstar/core/listing/listing-fields";
import type { ImportedSheet } from "./imported-file.ts";

/** The columns without which a seven-star check stays unknown; a group is satisfied by any one of its sets. */
const NEEDED: readonly (readonly (readonly ListingField[])[])[] = [
  [["title"]],
  [["attrRequired"]],
  [["attrFilled"]],
  [["attrCustom"]],
  [["imageCount"]],
  [["imageSize"], ["imageWidth", "imageHeight"]],
  [["realPhoto"]],
  [["videoSeconds"]],
  [["price"]],
  [["moq"]],
  [["stock"]],
  [["unit"]],
  [["onlineOrder"]],
  [["detail1"]],
  [["detail2"]],
  [["detail3"]],
  [["detail4"]],
  [["detail5"]],
  [["detail6"]],
];

/** What is known of a sheet as a table of listings. */
export interface RecognisedListing {
  /** The row of the headers, counted from 0. */
  readonly headerRow: number;
  /** The column of the titles, counted from 0. */
  readonly titleColumn: number | undefined;
  readonly found: readonly string[];
  /** The headers to add before every check can be made. */
  readonly missing: readonly string[];
}

/** Looks for a header row with listing columns among the first rows; undefined where there is none. */
export function recogniseListing({ rows }: ImportedSheet): RecognisedListing | undefined {
  let best: { row: number; columns: Map<ListingField, number> } | undefined;
  for (const [row, cells] of rows.slice(0, 10).entries()) {
    const columns = matchHeaders<ListingField>(cells, listingFields);
    if (columns.size > (best?.columns.size ?? 0)) best = { row, columns };
  }
  if (!best) return undefined;
  const { row, columns } = best;
  const missing = NEEDED.flatMap((sets) => {
    if (sets.some((fields) => fields.every((field) => columns.has(field)))) return [];
    return (sets[0] ?? []).map((field) => listingFields[field].header);
  });
  return {
    headerRow: row,
    titleColumn: columns.get("title"),
    found: [...columns.keys()].map((field) => listingFields[field].header),
    missing,
  };
}
