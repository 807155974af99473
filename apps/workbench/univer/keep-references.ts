import type { IRange } from "@univerjs/core";
import { BaseFunction, BaseReferenceObject } from "@univerjs/preset-sheets-core";

let isKept = false;

/**
 * Keeps references that INDEX, OFFSET, XLOOKUP and their like make on the sheet they were made from: Univer looks the
 * sheet up again by a name that a table's reference does not have, and then reads the formula's own sheet.
 */
export function keepReferences(): void {
  if (isKept) return;
  isKept = true;
  const { setForcedSheetId } = BaseReferenceObject.prototype;
  BaseReferenceObject.prototype.setForcedSheetId = function (names) {
    if (this.isCell()) keepFilled(Object.getPrototypeOf(this));
    const given = this.getForcedSheetId();
    setForcedSheetId.call(this, names);
    const isNamed = this.getForcedSheetName() !== "";
    if (isNamed || !given || !Object.values(names[this.getUnitId()] ?? {}).includes(given)) return;
    this.setForcedSheetIdDirect(given);
  };

  const { createReferenceObject } = BaseFunction.prototype;
  BaseFunction.prototype.createReferenceObject = function (reference, range) {
    const made = createReferenceObject.call(this, reference, range);
    if (!made.isReferenceObject()) return made;
    const its = made as BaseReferenceObject;
    its.setForcedSheetIdDirect(reference.getSheetId());
    its.setArrayFormulaRange(reference.getArrayFormulaRange());
    its.setRuntimeArrayFormulaRange(reference.getRuntimeArrayFormulaRange());
    its.setRuntimeArrayFormulaCellData(reference.getRuntimeArrayFormulaCellData());
    its.setRuntimeFeatureCellData(reference.getRuntimeFeatureCellData());
    return its;
  };
}

interface CellReference extends BaseReferenceObject {
  _createRange(range: IRange): BaseReferenceObject;
}

const kept = new WeakSet<CellReference>();

/** Has a range of two cells, as A1:B9, know which cells formulas fill no longer; Univer offers the class to nobody. */
function keepFilled(cells: CellReference): void {
  if (kept.has(cells)) return;
  kept.add(cells);
  const { _createRange } = cells;
  cells._createRange = function (range) {
    const made = _createRange.call(this, range);
    made.setArrayFormulaRange(this.getArrayFormulaRange());
    made.setRuntimeArrayFormulaRange(this.getRuntimeArrayFormulaRange());
    return made;
  };
}
