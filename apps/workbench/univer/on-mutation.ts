import { CommandType, ICommandService } from "@univerjs/core";
import type { OpenWorkbook } from "./open-workbook.ts";

/** One change that Univer has made to a workbook or to what it keeps beside it. */
export interface Mutation {
  readonly id: string;
  readonly params: object;
  /** Whether Univer's formulas made it, or growing a sheet for them. */
  readonly isFromFormulas: boolean;
  /** Whether it puts results of formulas into their cells. */
  readonly isResult: boolean;
  /** The workbook that is open. */
  readonly workbookId: string;
}

/** Calls back after every mutation; gives the way to stop. */
export function onMutation(
  { api, services }: OpenWorkbook,
  listen: (mutation: Mutation) => void,
): () => void {
  const listening = services.get(ICommandService).onCommandExecuted(({ id, type, params }, options) => {
    if (type !== CommandType.MUTATION) return;
    listen({
      id,
      params: params ?? {},
      isFromFormulas: options?.["fromFormula"] === true,
      isResult: options?.["applyFormulaCalculationResult"] === true,
      workbookId: api.getActiveWorkbook()?.getId() ?? "",
    });
  });
  return () => listening.dispose();
}
