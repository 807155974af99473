import { catalogue } from "@sevenstar/core/catalogue/catalogue";
import type { Cell, Grid } from "@sevenstar/core/cells/cell";
import { Refusal, type RefusalCode } from "@sevenstar/core/cells/refusal";
import { evaluate } from "@sevenstar/core/functions/evaluate";

/** What Excel calls the errors that a function may return. */
const ERROR_CODES = {
  "#VALUE!": "invalidValue",
  "#N/A": "notAvailable",
  "#DIV/0!": "divisionByZero",
  "#NUM!": "invalidNumber",
  "#NULL!": "nullReference",
} as const satisfies Readonly<Record<RefusalCode, keyof typeof CustomFunctions.ErrorCode>>;

/** A cell as Excel takes it: a refusal is Excel's own error with its sentence, everything else stays. */
function excelCell(cell: Cell): unknown {
  if (!(cell instanceof Refusal)) return cell;
  return new CustomFunctions.Error(CustomFunctions.ErrorCode[ERROR_CODES[cell.code]], cell.message);
}

/** A grid as Excel takes it; most hold no refusal and stay as they are, and one look in a plain loop tells. */
function excelGrid(grid: Grid): readonly (readonly unknown[])[] {
  for (let row = 0; row < grid.length; row++) {
    const line = grid[row] as readonly Cell[];
    for (let column = 0; column < line.length; column++) {
      if (typeof line[column] === "object") return grid.map((each) => each.map(excelCell));
    }
  }
  return grid;
}

// Without office.js (its CDN not reachable) there is nothing to register with; the pane then says so.
if (typeof CustomFunctions !== "undefined") {
  for (const definition of catalogue) {
    const declared = definition.parameters.length;
    CustomFunctions.associate(definition.id, (...callArguments: unknown[]) =>
      excelGrid(evaluate(definition, callArguments.slice(0, declared))),
    );
  }
}
