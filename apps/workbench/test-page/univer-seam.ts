import {
  CommandType,
  DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY,
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  FOCUSING_FX_BAR_EDITOR,
  ICommandService,
  IResourceManagerService,
  IUndoRedoService,
  LocalUndoRedoService,
  Univer,
} from "@univerjs/core";
import * as sheets from "@univerjs/preset-sheets-core";
import * as sorting from "@univerjs/sheets-sort";
import { GRID_PARTS } from "../univer/grid-parts.ts";
import type { OpenWorkbook } from "../univer/open-workbook.ts";
import { WholeUndo } from "../univer/whole-undo.ts";

/** A thing of Univer's inside, and the file of ../univer that leans on it. */
interface LeanedOn {
  readonly file: string;
  readonly thing: string;
  readonly holds: boolean;
}

/** Things of Univer's that stand before a workbook is opened, by the file that leans on them; ours change some of them. */
const MEMBERS: Readonly<Record<string, readonly (readonly [name: string, its: unknown, members: string])[]>> =
  {
    "start-univer.ts": [["Univer", Univer.prototype, "__getInjector registerPlugin"]],
    "whole-undo.ts": [["LocalUndoRedoService", LocalUndoRedoService.prototype, "pushUndoRedo popUndoToRedo"]],
    "skip-idle-index.ts": [
      ["CELL_INVERTED_INDEX_CACHE", sheets.CELL_INVERTED_INDEX_CACHE, "set setContinueBuildingCache clear"],
    ],
    "keep-calculating.ts": [["Interpreter", sheets.Interpreter.prototype, "execute executeAsync"]],
    "keep-references.ts": [
      [
        "BaseReferenceObject",
        sheets.BaseReferenceObject.prototype,
        "setForcedSheetId setForcedSheetIdDirect getForcedSheetId getForcedSheetName isCell getArrayFormulaRange setArrayFormulaRange getRuntimeArrayFormulaRange setRuntimeArrayFormulaRange getRuntimeArrayFormulaCellData setRuntimeArrayFormulaCellData getRuntimeFeatureCellData setRuntimeFeatureCellData",
      ],
      ["BaseFunction", sheets.BaseFunction.prototype, "createReferenceObject"],
    ],
    "spill-beyond-end.ts": [
      ["FormulaRuntimeService", sheets.FormulaRuntimeService.prototype, "_checkIfArrayFormulaExceeded"],
      ["BaseReferenceObject", sheets.BaseReferenceObject.prototype, "isExceedRange getRangePosition"],
    ],
    "mended-functions.ts": [
      ["BaseFunction", sheets.BaseFunction.prototype, "calculate setSheetRowColumnCount"],
      [
        "ArrayValueObject",
        sheets.ArrayValueObject.prototype,
        "getArrayValue getRowCount getColumnCount getUnitId getSheetId getCurrentRow getCurrentColumn",
      ],
      ["BaseReferenceObject", sheets.BaseReferenceObject.prototype, "toArrayValueObject"],
    ],
    "sheet-function.ts": [
      ["BaseFunction", sheets.BaseFunction.prototype, "calculate"],
      ["NumberValueObject", sheets.NumberValueObject.prototype, "withCustomData"],
      ["ErrorValueObject", sheets.ErrorValueObject.prototype, "withCustomData getErrorType"],
    ],
    "name-tables.ts": [["LexerTreeBuilder", sheets.LexerTreeBuilder.prototype, "treeBuilder"]],
    "formula-references.ts": [
      ["LexerTreeBuilder", sheets.LexerTreeBuilder.prototype, "sequenceNodesBuilder"],
    ],
    "moved-formula.ts": [["LexerTreeBuilder", sheets.LexerTreeBuilder.prototype, "moveFormulaRefOffset"]],
    "formula-at.ts": [["FormulaDataModel", sheets.FormulaDataModel.prototype, "getFormulaStringByCell"]],
    "array-ranges.ts": [["FormulaDataModel", sheets.FormulaDataModel.prototype, "getArrayFormulaRange"]],
    "spilled-cells.ts": [["FormulaDataModel", sheets.FormulaDataModel.prototype, "getArrayFormulaCellData"]],
    "sort-range.ts": [
      ["SheetsSortService", sorting.SheetsSortService.prototype, "getAllCompareFns registerCompareFn"],
    ],
  };

/** What Univer carries out by its id, by the file that has it done or waits for it. */
const COMMANDS: Readonly<Record<string, readonly { readonly id: string }[]>> = {
  "edit-sheet.ts": [
    sheets.InsertSheetCommand,
    sheets.SetRangeValuesCommand,
    sheets.SetWorksheetColumnCountCommand,
    sheets.SetWorksheetRowCountCommand,
  ],
  "expand-tables.ts": [sheets.SetDefinedNameMutation, sheets.SetRangeValuesMutation],
  "fit-dates.ts": [sheets.SetWorksheetColWidthMutation],
  "grow-sheets.ts": [
    sheets.SetArrayFormulaDataMutation,
    sheets.SetRangeValuesMutation,
    sheets.SetSelectionsOperation,
    sheets.SetWorksheetColumnCountMutation,
    sheets.SetWorksheetRowCountMutation,
  ],
  "guard-suggestions.ts": [sheets.ReplaceTextRunsCommand, sheets.RichTextEditingMutation],
  "hands-formula-on.ts": [sheets.SetRangeValuesMutation],
  "is-merchants-change.ts": [
    sheets.RemoveDefinedNameMutation,
    sheets.SetDefinedNameMutation,
    sheets.SetWorksheetRowAutoHeightMutation,
  ],
  "keep-entries.ts": [sheets.SetRangeValuesMutation],
  "merge-cells.ts": [
    sheets.AddWorksheetMergeMutation,
    sheets.RemoveWorksheetMergeCommand,
    sheets.RemoveWorksheetMergeMutation,
  ],
  "name-table.ts": [sheets.InsertDefinedNameCommand, sheets.SetDefinedNameCommand],
  "on-view-changed.ts": [sheets.SetWorksheetActiveOperation],
  "register-tables.ts": [sheets.RemoveSuperTableMutation, sheets.SetSuperTableMutation],
  "sort-range.ts": [sorting.SortRangeCommand],
  "take-entries.ts": [
    sheets.SetCellEditVisibleOperation,
    sheets.SetRangeValuesCommand,
    sheets.SetRangeValuesMutation,
  ],
  "touched-rows.ts": [
    sheets.AddWorksheetMergeMutation,
    sheets.RemoveDefinedNameMutation,
    sheets.RemoveNumfmtMutation,
    sheets.RemoveWorksheetMergeMutation,
    sheets.SetColDataMutation,
    sheets.SetColHiddenMutation,
    sheets.SetColVisibleMutation,
    sheets.SetDefinedNameMutation,
    sheets.SetFrozenMutation,
    sheets.SetGridlinesColorMutation,
    sheets.SetNumfmtMutation,
    sheets.SetRangeValuesMutation,
    sheets.SetRowHiddenMutation,
    sheets.SetRowVisibleMutation,
    sheets.SetTabColorMutation,
    sheets.SetWorkbookNameMutation,
    sheets.SetWorksheetColumnCountMutation,
    sheets.SetWorksheetColWidthMutation,
    sheets.SetWorksheetDefaultStyleMutation,
    sheets.SetWorksheetHideMutation,
    sheets.SetWorksheetNameMutation,
    sheets.SetWorksheetOrderMutation,
    sheets.SetWorksheetRowCountMutation,
    sheets.SetWorksheetRowHeightMutation,
    sheets.SetWorksheetRowIsAutoHeightMutation,
    sheets.ToggleGridlinesMutation,
  ],
  "touches-area.ts": [sheets.ReorderRangeMutation, sheets.SetRangeValuesMutation],
};

/** What the page of the grid must hold, by the file that looks for it. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  "grid-parts.ts": Object.values(GRID_PARTS),
  "keep-bar-focus.ts": ["[data-u-comp=formula-bar]", `[id$="${DOCS_NORMAL_EDITOR_UNIT_ID_KEY}"]`],
  "name-controls.ts": [
    '[data-u-command="univer.command.undo"]',
    'button[data-u-command*="format-painter"]',
    'button[data-u-command^="sheet.command.clear-selection"]',
    '[data-u-command="sheet.command.set-range-bold"]',
    '[data-u-comp="ribbon-toolbar"] [data-u-comp="input"] > input',
    '[data-u-comp="defined-name"] input',
    '[data-u-comp="defined-name"] [aria-haspopup]',
    '[data-u-comp="sheet-bar-append-button"]',
    '[data-sevenstar="zoom"]',
  ],
  "steady-tabs.ts": ['[data-u-comp="slide-tab-item"]'],
};

const has = (its: unknown, member: string) =>
  ["object", "function"].includes(typeof its) &&
  its !== null &&
  (its as Record<string, unknown>)[member] !== undefined;

/** Whether Univer has what we lean on, looked at before we change any of it. */
export function seamBefore(): LeanedOn[] {
  return Object.entries(MEMBERS).flatMap(([file, things]) =>
    things.flatMap(([name, its, members]) =>
      members.split(" ").map((member) => ({ file, thing: `${name}.${member}`, holds: has(its, member) })),
    ),
  );
}

/** What is seen only while formulas are computed; wraps what it looks at, so it must stand before ours. */
export function watchCalculation(): () => LeanedOn[] {
  const seen: { cell?: object; names?: object; runtime?: object } = {};
  const reference = sheets.BaseReferenceObject.prototype;
  const { setForcedSheetId } = reference;
  reference.setForcedSheetId = function (names) {
    if (this.isCell()) seen.cell = this;
    setForcedSheetId.call(this, names);
  };
  const lexer = sheets.LexerTreeBuilder.prototype;
  const { treeBuilder } = lexer;
  lexer.treeBuilder = function (formula, transformsSuffix, names) {
    if (names) seen.names = names;
    return treeBuilder.call(this, formula, transformsSuffix, names);
  };
  const runtime = sheets.FormulaRuntimeService.prototype;
  const { setRuntimeData } = runtime;
  runtime.setRuntimeData = function (...given) {
    seen.runtime = this;
    setRuntimeData.call(this, ...given);
  };
  const check = (file: string, name: string, its: object | undefined, members: string) =>
    members.split(" ").map((member) => ({ file, thing: `${name}.${member}`, holds: has(its, member) }));
  return () => [
    ...check("keep-references.ts", "CellReferenceObject", seen.cell, "_createRange"),
    ...check(
      "name-tables.ts",
      "the names of treeBuilder",
      seen.names,
      "getValueByName getDirtyDefinedNameMap",
    ),
    ...check(
      "spill-beyond-end.ts",
      "FormulaRuntimeService",
      seen.runtime,
      "currentUnitId currentSubUnitId _currentConfigService",
    ),
    ...check(
      "spill-beyond-end.ts",
      "_currentConfigService",
      (seen.runtime as { _currentConfigService?: object } | undefined)?._currentConfigService,
      "getUnitData",
    ),
  ];
}

/** Whether an open workbook has what we lean on. */
export function seamInPlace({ api, services }: OpenWorkbook, container: HTMLElement): LeanedOn[] {
  const commands = services.get(ICommandService);
  const book = api.getActiveWorkbook();
  const sheet = book?.getActiveSheet();
  const model = sheet?.getSheet();
  const editors = services.get(sheets.IEditorService);
  const cellEditor = editors.getEditor(DOCS_NORMAL_EDITOR_UNIT_ID_KEY);
  const names = services.get(sheets.IDefinedNamesService);
  const lexer = services.get(sheets.LexerTreeBuilder);
  const functions = [...sheets.functionLookup, ...sheets.functionMath].map(([, name]) => String(name));
  const named = sheets.deserializeRangeWithSheet("表!$A$1:$B$2");
  const of = (file: string, name: string, its: unknown, members: string) =>
    members.split(" ").map((member) => ({ file, thing: `${name}.${member}`, holds: has(its, member) }));
  const is = (file: string, thing: string, holds: boolean): LeanedOn => ({ file, thing, holds });
  return [
    ...Object.entries(COMMANDS).flatMap(([file, its]) =>
      its.map(({ id }) => is(file, `the command ${id}`, commands.hasCommand(id))),
    ),
    ...Object.entries(ELEMENTS).flatMap(([file, selectors]) =>
      selectors.map((selector) =>
        is(
          file,
          `the element ${selector}`,
          (container.ownerDocument ?? document).querySelector(selector) !== null,
        ),
      ),
    ),
    ...of("continuous-range.ts", "sheets", sheets, "expandToContinuousRange"),
    is(
      "editor-text.ts",
      "a document's line break at its end",
      cellEditor?.getDocumentData().body?.dataStream.endsWith("\r\n") === true,
    ),
    is("find-table.ts", "deserializeRangeWithSheet", named.sheetName === "表" && named.range.endColumn === 1),
    is(
      "find-table.ts",
      "serializeRangeWithSheet",
      sheets.serializeRangeWithSheet("表", { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 }) ===
        "表!A1:B2",
    ),
    ...of("find-table.ts", "IDefinedNamesService", names, "getDefinedNameMap"),
    ...of("name-table.ts", "IDefinedNamesService", names, "getValueById"),
    ...of("named-range.ts", "IDefinedNamesService", names, "getValueByName"),
    ...of("fit-dates.ts", "sheets", sheets, "SetWorksheetColWidthMutationFactory"),
    is(
      "formula-references.ts",
      "the references among sequenceNodesBuilder's nodes",
      (lexer.sequenceNodesBuilder("=A1+B2") ?? []).filter(
        (node) => typeof node !== "string" && node.nodeType === sheets.sequenceNodeType.REFERENCE,
      ).length === 2,
    ),
    ...of("function-help.ts", "FunctionType", sheets.FunctionType, "User"),
    ...of(
      "guard-suggestions.ts",
      "IDescriptionService",
      services.get(sheets.IDescriptionService),
      "getSearchListByNameFirstLetter",
    ),
    ...of(
      "guard-suggestions.ts",
      "IShortcutService",
      services.get(sheets.IShortcutService),
      "registerShortcut",
    ),
    ...of("guard-suggestions.ts", "Editor", cellEditor, "getSelectionRanges setSelectionRanges getEditorId"),
    ...of(
      "keep-bar-focus.ts",
      "Editor",
      editors.getEditor(DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY),
      "docSelectionRenderService setSelectionRanges",
    ),
    is("keep-bar-focus.ts", "FOCUSING_FX_BAR_EDITOR", typeof FOCUSING_FX_BAR_EDITOR === "string"),
    ...["SORT", "CHOOSE", "LOOKUP", "SEQUENCE", "RANDARRAY"].map((name) =>
      is("mended-functions.ts", `the function ${name}`, functions.includes(name)),
    ),
    is("moved-formula.ts", "moveFormulaRefOffset", lexer.moveFormulaRefOffset("=A1", 0, 2) === "=A3"),
    ...of("offer-command.ts", "the facade", api, "createMenu registerComponent"),
    ...of("offer-command.ts", "RibbonPosition", sheets.RibbonPosition, "DATA"),
    ...of("offer-command.ts", "ContextMenuPosition", sheets.ContextMenuPosition, "MAIN_AREA COL_HEADER"),
    ...of("on-mutation.ts", "ICommandService", commands, "onCommandExecuted"),
    is("on-mutation.ts", "CommandType.MUTATION", CommandType.MUTATION !== undefined),
    ...of("one-step.ts", "the facade of a workbook", book, "isCellEditing"),
    is(
      "start-univer.ts",
      "the override of IUndoRedoService",
      services.get(IUndoRedoService) instanceof WholeUndo,
    ),
    ...of("start-univer.ts", "ILayoutService", services.get(sheets.ILayoutService), "focus"),
    is(
      "range-of.ts",
      "deserializeRangeWithSheet",
      sheets.deserializeRangeWithSheet("B2").range.startRow === 1,
    ),
    ...of(
      "read-cells.ts",
      "Worksheet",
      model,
      "getCellRaw getCellMatrix getConfig getMergeData getColVisible",
    ),
    ...of("register-tables.ts", "ISuperTableService", services.get(sheets.ISuperTableService), "getTable"),
    ...of("show-cells.ts", "INTERCEPTOR_POINT", sheets.INTERCEPTOR_POINT, "CELL_CONTENT"),
    ...of(
      "show-cells.ts",
      "SheetInterceptorService",
      services.get(sheets.SheetInterceptorService),
      "intercept",
    ),
    ...of(
      "take-entries.ts",
      "SheetInterceptorService",
      services.get(sheets.SheetInterceptorService),
      "writeCellInterceptor interceptCommand",
    ),
    ...of("take-entries.ts", "sheets", sheets, "AFTER_CELL_EDIT SetRangeValuesUndoMutationFactory"),
    ...of(
      "take-entries.ts",
      "ISheetClipboardService",
      services.get(sheets.ISheetClipboardService),
      "addClipboardHook",
    ),
    ...of("take-entries.ts", "IEditorBridgeService", services.get(sheets.IEditorBridgeService), "isVisible"),
    ...of("workbook-names.ts", "IFunctionService", services.get(sheets.IFunctionService), "hasExecutor"),
    ...of(
      "workbook-snapshot.ts",
      "IResourceManagerService",
      services.get(IResourceManagerService),
      "getResourcesByType",
    ),
    ...of("workbook-snapshot.ts", "Workbook", book?.getWorkbook(), "getSnapshot getStyles"),
  ];
}
