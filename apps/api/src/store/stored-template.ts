import type { TemplateSummary } from "@sevenstar/core/template/wire/template";

/** A revision of a template without its rows; the digest names its content (T18). */
export interface Summary extends TemplateSummary {
  readonly digest: string;
}

/** A template; its rows stay the JSON text in which they were written. */
export interface Template extends Summary {
  readonly rowsJson: string;
}

/** Where a client's cursor stands: a revision, and its digest where the client was told of one (T18). */
export interface Cursor {
  readonly rev: number;
  readonly digest?: string | undefined;
}

/** A page of changes; `reset` where it begins anew because the cursor is not of this history. */
export interface ChangePage {
  readonly changes: readonly Template[];
  readonly cursor: Cursor;
  readonly more: boolean;
  readonly reset: boolean;
}
