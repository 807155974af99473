import type { ExportColumn } from "./export-cell.ts";
import { type HeaderField, matchHeaders } from "./header.ts";
import type { Words } from "./words.ts";

/** A column of a kind of file. */
export interface FileColumn extends HeaderField, ExportColumn {
  /** A share: written as a percentage; where several stand side by side, each belongs to the column to its left. */
  readonly isShare?: true;
  /** A label over several rows, merged in the file: a blank cell stands for the one above. */
  readonly isGroup?: true;
  /** Belongs to the item of an order's line, not to the order. */
  readonly isItem?: true;
}

export type FileColumns = Readonly<Record<string, FileColumn>>;

/** A kind of file that merchants have, with all that is particular to it: how it is recognised and tidied follows. */
export interface FileKind<Key extends string = string> {
  readonly id: string;
  readonly name: Words;
  readonly columns: Readonly<Record<Key, FileColumn>>;
  /** A header row of this kind has a column of each of these lists, each by a column of its own. */
  readonly marks: readonly (readonly Key[])[];
  /** The column of the orders' ids, where a row is an item and rows make orders. */
  readonly order?: Key;
  /** The column of the days, where they come newest first. */
  readonly newestFirst?: Key;
  /** Equal rows of one file are entries of their own; files of overlapping days repeat them. */
  readonly hasEqualEntries?: true;
  /** Functions take the file's table as it stands: what they read in the columns of no kind, as a sentence. */
  readonly takenAsItIs?: Words;
}

/** Defines a kind of file; recognition, tidying and its steps are derived from it. */
/* @__NO_SIDE_EFFECTS__ */
export function defineFileKind<const Columns extends FileColumns>(
  kind: FileKind<keyof Columns & string> & { readonly columns: Columns },
): Omit<FileKind, "columns"> & { readonly columns: Columns } {
  return kind;
}

/** A column as it stands in a file: under the header it has there, with what its kind says of it. */
export interface StandingColumn extends FileColumn {
  /** Its key in the kind, undefined where the kind does not know it. */
  readonly key: string | undefined;
}

/** The column that stands under a header; of kind "unknown" where the file's kind does not know it. */
export function standingColumn(header: string, columns: FileColumns): StandingColumn {
  const key = matchHeaders<string>([header], columns).keys().next().value;
  return { kind: "unknown", ...(key === undefined ? undefined : columns[key]), header, key };
}
