import type { Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";

/** A workbook that is open in Univer: its facade, and the services for what the facade does not offer. */
export interface OpenWorkbook {
  readonly api: FUniver;
  readonly services: Injector;
  /** Lets keys go to the cells. */
  readonly focusGrid: () => void;
}
