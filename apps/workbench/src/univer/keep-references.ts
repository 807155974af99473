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
