import { catalogue } from "@sevenstar/core/functions/catalogue";
import type { Cell } from "@sevenstar/core/functions/cell";
import { evaluate } from "@sevenstar/core/functions/evaluate";
import { Refusal } from "@sevenstar/core/functions/refusal";

/** A cell as Excel takes it: a refusal is Excel's own error with its sentence, everything else stays. */
function excelCell(cell: Cell): unknown {
  if (!(cell instanceof Refusal)) return cell;
  const { notAvailable, invalidValue } = CustomFunctions.ErrorCode;
  return new CustomFunctions.Error(cell.code === "#N/A" ? notAvailable : invalidValue, cell.message);
}

/** A row as Excel takes it; nearly all rows hold no refusal and stay as they are, without a look by callback. */
function excelRow(row: readonly Cell[]): readonly unknown[] {
  for (const cell of row) if (typeof cell === "object") return row.map(excelCell);
  return row;
}

// Without office.js (its CDN not reachable) there is nothing to register with; the pane then says so.
if (typeof CustomFunctions !== "undefined") {
  for (const definition of catalogue) {
    const declared = definition.parameters.length;
    CustomFunctions.associate(definition.id, (...callArguments: unknown[]) =>
      evaluate(definition, callArguments.slice(0, declared)).map(excelRow),
    );
  }
}
