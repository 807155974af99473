import type { Words } from "@sevenstar/core/cells/words";
import type { TidiedSheet } from "./imported-file.ts";

/** What the notice above the grid says about a file. */
export interface FileNotice {
  readonly kind: "progress" | "done" | "problem" | "question";
  /** A line each. */
  readonly words: readonly Words[];
  /** The share done while it is known. */
  readonly share?: number;
  /** What the file's sheet becomes, and what to do with it: a question to be answered. */
  readonly preview?: ImportPreview;
  /** Offers to write check formulas beside the imported table. */
  readonly insertChecks?: () => void;
}

/** A sheet that was recognised, before it is written. */
export interface ImportPreview {
  readonly tidied: TidiedSheet;
  readonly onChoice: (choice: ImportChoice) => void;
}

/** To write the tidied table, the sheet as it is, or nothing. */
export type ImportChoice = "tidied" | "asItIs" | "nothing";
