import {
  CellValueType,
  CommandType,
  DisposableCollection,
  type ICellData,
  ICommandService,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import {
  AFTER_CELL_EDIT,
  IEditorBridgeService,
  IEditorService,
  IFunctionService,
  ISheetClipboardService,
  IShortcutService,
  KeyCode,
  SetCellEditVisibleOperation,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SheetInterceptorService,
} from "@univerjs/preset-sheets-core";
import { type Entry, readEntry } from "../src/entry/read-entry.ts";
import { type KnownNames, normalFormula } from "../src/formula/normal-formula.ts";
import { isFormulaText } from "../src/formula/scan-formula.ts";
import { unfinishedFormula } from "../src/formula/unfinished-formula.ts";
import { editorText } from "./editor-text.ts";
import { fitDates } from "./fit-dates.ts";
import type { OpenWorkbook } from "./open-workbook.ts";

const REFUSAL = "sevenstar.refuse-unfinished-formula";
/** Before what Univer itself does with Enter and Tab in a formula (901), after its list of functions (1000). */
const REFUSAL_PRIORITY = 950;

/**
 * Takes what is typed or pasted as Excel does: formulas with Chinese signs, amounts, dates, long ids. A formula
 * that is not finished is not taken by Enter and Tab; where it comes another way it is kept as text, and said.
 */
export function takeEntries(
  workbook: OpenWorkbook,
  onProblem: (problem: string | undefined) => void,
): DisposableCollection {
  const { services } = workbook;
  const kept = new DisposableCollection();
  const known = knownNames(workbook);
  let isTold = false;
  const tell = (problem: string | undefined) => {
    if (problem || isTold) onProblem(problem);
    isTold = problem !== undefined;
  };
  /** A cell's content as it is taken; undefined where the grid decides. */
  const taken = (text: string): Partial<ICellData> | undefined => {
    if (!isFormulaText(text)) return entryCell(readEntry(text, new Date().getFullYear()));
    const formula = normalFormula(text, known);
    const problem = unfinishedFormula(formula);
    if (!problem) return { f: formula, v: null, t: null, p: null, si: null };
    tell(`${problem}公式先按文字存下了，改好后再按回车。`);
    return { v: text, t: CellValueType.FORCE_STRING, f: null, si: null, p: null };
  };

  kept.add(takeTyped(workbook, taken, () => tell(undefined)));
  kept.add(takePasted(workbook, taken));
  kept.add(refuseUnfinished(services, known, tell));
  return kept;
}

function knownNames({ api, services }: OpenWorkbook): KnownNames {
  const functions = services.get(IFunctionService);
  return {
    isFunction: (name) => functions.hasExecutor(name),
    isSheet: (name) => Boolean(api.getActiveWorkbook()?.getSheetByName(name)),
  };
}

type Taken = (text: string) => Partial<ICellData> | undefined;

/** What is typed, from the letters of the editor: Univer changes numbers and leaves Chinese signs in formulas. */
function takeTyped(workbook: OpenWorkbook, taken: Taken, onTaken: () => void): DisposableCollection {
  const kept = new DisposableCollection();
  const { services } = workbook;
  const editors = services.get(IEditorService);
  const interceptors = services.get(SheetInterceptorService);
  let typed: string | undefined;
  let dated: { readonly sheetId: string; readonly column: number } | undefined;
  kept.add(
    services.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
      if (id !== SetCellEditVisibleOperation.id) return;
      const isClosing = !(params as { visible: boolean }).visible;
      const editor = editors.getFocusEditor() ?? undefined;
      typed =
        isClosing && editor && editors.isSheetEditor(editor.getEditorId()) ? editorText(editor) : undefined;
    }),
  );
  kept.add(
    interceptors.writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
      id: "sevenstar-entries",
      priority: 1000,
      handler(cell, { worksheet, row, col }, next) {
        const text = typed;
        typed = undefined;
        if (!cell || cell.p || cell.t === CellValueType.FORCE_STRING) return next(cell);
        const style = worksheet.getComposedCellStyle(row, col);
        const content = cell.f ?? cell.v;
        if (typeof content !== "string" || style.n?.pattern === "@") return next(cell);
        onTaken();
        const made = taken(cell.f && text && isFormulaText(text) ? text : content);
        if (!made) return next(cell);
        const shown = underFormat(made, style);
        dated = isDate(shown) ? { sheetId: worksheet.getSheetId(), column: col } : undefined;
        return next({ ...cell, ...shown });
      },
    }),
  );
  kept.add(
    interceptors.interceptCommand({
      getMutations({ id }) {
        const date = id === SetRangeValuesCommand.id ? dated : undefined;
        if (date) dated = undefined;
        return date ? fitDates(workbook, date.sheetId, [date.column]) : { redos: [], undos: [] };
      },
    }),
  );
  return kept;
}

/** What is pasted from elsewhere; what is copied within the workbook stays as it is. */
function takePasted(workbook: OpenWorkbook, taken: Taken) {
  const { api, services } = workbook;
  const mutations = (
    target: { readonly unitId: string; readonly subUnitId: string },
    cells: readonly { readonly row: number; readonly column: number; readonly text: string }[],
  ) => {
    const sheet = api.getActiveWorkbook()?.getSheetBySheetId(target.subUnitId)?.getSheet();
    const cellValue: Record<number, Record<number, ICellData>> = {};
    const dated = new Set<number>();
    for (const { row, column, text } of cells) {
      const style = sheet?.getComposedCellStyle(row, column);
      const made = style?.n?.pattern === "@" ? undefined : taken(text);
      if (!made) continue;
      const line = cellValue[row] ?? {};
      const shown = underFormat(made, style);
      if (isDate(shown)) dated.add(column);
      line[column] = shown;
      cellValue[row] = line;
    }
    if (Object.keys(cellValue).length === 0) return { redos: [], undos: [] };
    const params = { unitId: target.unitId, subUnitId: target.subUnitId, cellValue };
    const undo = SetRangeValuesUndoMutationFactory(services, params);
    const widths = fitDates(workbook, target.subUnitId, dated);
    return {
      redos: [{ id: SetRangeValuesMutation.id, params }, ...widths.redos],
      undos: [{ id: SetRangeValuesMutation.id, params: undo }, ...widths.undos],
    };
  };
  return services.get(ISheetClipboardService).addClipboardHook({
    id: "sevenstar-entries",
    priority: 100,
    onPastePlainText({ range, ...target }, text) {
      const [row, column] = [range.rows[0] ?? 0, range.cols[0] ?? 0];
      return mutations(target, /[\r\n]/.test(text) ? [] : [{ row, column, text }]);
    },
    onPasteCells(from, { range, ...target }, data) {
      const cells: { row: number; column: number; text: string }[] = [];
      if (!from) {
        data.forValue((row, column, cell) => {
          const [place, letter] = [range.rows[row], range.cols[column]];
          if (place === undefined || letter === undefined || typeof cell?.v !== "string") return;
          const hasFormat = typeof cell.s === "object" && Boolean(cell.s?.n);
          if (!hasFormat) cells.push({ row: place, column: letter, text: cell.v });
        });
      }
      return mutations(target, cells);
    },
  });
}

/** Enter and Tab in a formula that is not finished say what is missing, and the editor stays open. */
function refuseUnfinished(
  services: OpenWorkbook["services"],
  known: KnownNames,
  onProblem: (problem: string) => void,
): DisposableCollection {
  const commands = services.get(ICommandService);
  const shortcuts = services.get(IShortcutService);
  const editors = services.get(IEditorService);
  const bridge = services.get(IEditorBridgeService);
  const problem = () => {
    const editor = editors.getFocusEditor();
    if (!editor || !bridge.isVisible().visible || !editors.isSheetEditor(editor.getEditorId()))
      return undefined;
    const text = editorText(editor);
    return isFormulaText(text) ? unfinishedFormula(normalFormula(text, known)) : undefined;
  };
  const kept = new DisposableCollection();
  kept.add(
    commands.registerCommand({
      id: REFUSAL,
      type: CommandType.OPERATION,
      handler: () => {
        onProblem(problem() ?? "");
        return true;
      },
    }),
  );
  for (const binding of [KeyCode.ENTER, KeyCode.TAB]) {
    kept.add(
      shortcuts.registerShortcut({
        id: REFUSAL,
        binding,
        priority: REFUSAL_PRIORITY,
        preconditions: () => problem() !== undefined,
      }),
    );
  }
  return kept;
}

function entryCell(entry: Entry | undefined): Partial<ICellData> | undefined {
  if (!entry) return undefined;
  if ("text" in entry) return { v: entry.text, t: CellValueType.FORCE_STRING, f: null, si: null, p: null };
  const style: IStyleData | undefined =
    entry.pattern === undefined ? undefined : { n: { pattern: entry.pattern } };
  return {
    v: entry.number,
    t: CellValueType.NUMBER,
    f: null,
    si: null,
    p: null,
    ...(style ? { s: style } : {}),
  };
}

/** What is taken, without its number format where the cell has one of its own; a date keeps its own in a sum's cell. */
function underFormat(made: Partial<ICellData>, cellStyle: Nullable<IStyleData>): Partial<ICellData> {
  const pattern = typeof made.s === "object" ? made.s?.n?.pattern : undefined;
  const own = cellStyle?.n?.pattern;
  if (!pattern || !own || own === "General" || (isDatePattern(pattern) && !isDatePattern(own))) return made;
  const { s: _, ...plain } = made;
  return plain;
}

const isDate = ({ s: style }: Partial<ICellData>) =>
  typeof style === "object" && isDatePattern(style?.n?.pattern ?? "");

const isDatePattern = (pattern: string) => /[ymd]/i.test(pattern.replace(/"[^"]*"|\[[^[\]]*\]/g, ""));
