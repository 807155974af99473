import { DisposableCollection, ICommandService } from "@univerjs/core";
import {
  IDescriptionService,
  IEditorService,
  type IShortcutItem,
  IShortcutService,
  KeyCode,
  ReplaceTextRunsCommand,
  RichTextEditingMutation,
  type Editor as UniverEditor,
} from "@univerjs/preset-sheets-core";
import { typedName } from "../src/formula/typed-name.ts";
import { editorText } from "./editor-text.ts";
import type { OpenWorkbook } from "./open-workbook.ts";

type Editor = Readonly<UniverEditor>;

/** The operation of Univer's list of functions, before the id of the editor that it belongs to. */
const LIST_OPERATION = "sheet.formula-embedding-editor.search_function.";
/** As many functions as the list shows. */
const LIST_LENGTH = 10;

/** What the list of functions was opened for. */
interface Offer {
  readonly editorId: string;
  readonly text: string;
  readonly caret: number;
  readonly start: number;
  readonly letters: string;
  /** Whether an arrow key has chosen from the list. */
  isChosen: boolean;
}

/** A function that the list has put into the text, and where the caret belongs behind it. */
interface Taken {
  readonly editorId: string;
  readonly text: string;
  readonly caret: number;
}

/**
 * Lets the list of functions take a key only for the text that it was opened for: Enter after an arrow key, Tab
 * at once. References never open it, and it closes when the text goes on as something else.
 */
export function guardSuggestions({ services }: OpenWorkbook): DisposableCollection {
  const commands = services.get(ICommandService);
  const editors = services.get(IEditorService);
  const descriptions = services.get(IDescriptionService);
  const shortcuts = services.get(IShortcutService);
  const guarded = new WeakSet<Editor>();
  let offer: Offer | undefined;
  let taken: Taken | undefined;
  let isResetting = false;
  /** Whether the text is being replaced by another one, not only coloured. */
  let isTaking = false;

  const isCurrent = (editorId: string) => {
    const editor = editors.getEditor(editorId);
    if (!offer || !editor || offer.editorId !== editorId) return false;
    return editorText(editor) === offer.text && caretOf(editor) === offer.caret;
  };

  const search = descriptions.getSearchListByNameFirstLetter.bind(descriptions);
  descriptions.getSearchListByNameFirstLetter = (token) => {
    const editor = editors.getFocusEditor() ?? undefined;
    offer = editor && offerFor(editor);
    if (!editor || offer?.letters.toUpperCase() !== token.trim().toUpperCase()) {
      offer = undefined;
      return [];
    }
    guardCaret(editor);
    return search(token);
  };

  const register = shortcuts.registerShortcut.bind(shortcuts);
  shortcuts.registerShortcut = (item) => {
    if (!item.id.startsWith(LIST_OPERATION)) return register(item);
    const editorId = item.id.slice(LIST_OPERATION.length);
    if (item.binding === KeyCode.TAB) queueMicrotask(() => chooseFirst(item.id));
    return register({ ...item, preconditions: () => takesKey(item, editorId) });
  };
  const takesKey = ({ binding }: IShortcutItem, editorId: string) => {
    if (binding === KeyCode.ESC) return true;
    return isCurrent(editorId) && (binding !== KeyCode.ENTER || offer?.isChosen === true);
  };
  /** The list keeps the place that was chosen in the list before it. */
  const chooseFirst = (operation: string) => {
    if (!commands.hasCommand(operation)) return;
    isResetting = true;
    for (let step = 0; step < LIST_LENGTH; step++) {
      commands.syncExecuteCommand(operation, { keyCode: KeyCode.ARROW_UP });
    }
    isResetting = false;
  };

  /** Univer sets the caret behind the name a moment after it has put it in, also where typing has gone on. */
  const guardCaret = (editor: Editor) => {
    if (guarded.has(editor)) return;
    guarded.add(editor);
    const set = editor.setSelectionRanges.bind(editor);
    (editor as UniverEditor).setSelectionRanges = (ranges, shouldFocus) => {
      const isLate =
        taken?.editorId === editor.getEditorId() &&
        ranges[0]?.startOffset === taken.caret &&
        editorText(editor) !== taken.text;
      if (isLate) taken = undefined;
      else set(ranges, shouldFocus);
    };
  };

  const close = () => {
    const operation = offer && `${LIST_OPERATION}${offer.editorId}`;
    offer = undefined;
    if (operation && commands.hasCommand(operation)) {
      commands.syncExecuteCommand(operation, { keyCode: KeyCode.ESC });
    }
  };
  const kept = new DisposableCollection();
  kept.add(
    commands.beforeCommandExecuted(({ id, params }) => {
      if (id !== ReplaceTextRunsCommand.id) return;
      const { unitId, body } = params as {
        readonly unitId: string;
        readonly body: { readonly dataStream: string };
      };
      const editor = offer?.editorId === unitId ? editors.getEditor(unitId) : undefined;
      isTaking = Boolean(editor && editorText(editor) !== body.dataStream);
    }),
  );
  kept.add(
    commands.onCommandExecuted(({ id, params }) => {
      if (id.startsWith(LIST_OPERATION)) {
        const { keyCode } = params as { keyCode: KeyCode };
        const isArrow = keyCode === KeyCode.ARROW_UP || keyCode === KeyCode.ARROW_DOWN;
        if (offer && isArrow && !isResetting) offer.isChosen = true;
        if (keyCode === KeyCode.ESC) offer = undefined;
        return;
      }
      const { unitId } = (params ?? {}) as { unitId?: string };
      if (!offer || unitId !== offer.editorId) return;
      const editor = editors.getEditor(unitId);
      if (!editor) return;
      if (id === ReplaceTextRunsCommand.id && isTaking) {
        isTaking = false;
        const caret = caretBehindName(offer, editorText(editor));
        if (caret === undefined) return;
        taken = { editorId: unitId, text: editorText(editor), caret };
        offer = undefined;
        // The mutation sets the caret that it was given, the old one, in a microtask of its own.
        queueMicrotask(() => editor.setSelectionRanges([{ startOffset: caret, endOffset: caret }]));
      } else if (id === RichTextEditingMutation.id && !isTaking && !goesOn(offer, editor)) close();
    }),
  );
  return kept;
}

const caretOf = (editor: Editor): number | undefined => {
  const [range, other] = editor.getSelectionRanges();
  return range?.collapsed && !other ? range.startOffset : undefined;
};

function offerFor(editor: Editor): Offer | undefined {
  const text = editorText(editor);
  const caret = caretOf(editor);
  const name = caret === undefined ? undefined : typedName(text, caret);
  return name && caret !== undefined
    ? { editorId: editor.getEditorId(), text, caret, ...name, isChosen: false }
    : undefined;
}

/** Whether the name that the list was opened for is still being typed. */
function goesOn({ text, start, letters, caret }: Offer, editor: Editor): boolean {
  const now = editorText(editor);
  if (now === text) return true;
  const rest = text.slice(caret);
  const name = now.endsWith(rest) ? typedName(now, now.length - rest.length) : undefined;
  const isSamePlace = name?.start === start && now.slice(0, start) === text.slice(0, start);
  return isSamePlace && name.letters.toUpperCase().startsWith(letters.toUpperCase());
}

/** Where the caret belongs once the list has replaced the letters by a name; undefined where it has not. */
function caretBehindName({ text, start, caret }: Offer, now: string): number | undefined {
  const rest = text.slice(caret);
  const isReplaced = now !== text && now.startsWith(text.slice(0, start)) && now.endsWith(rest);
  if (!isReplaced) return undefined;
  const name = now.slice(start, now.length - rest.length);
  return /^[\p{L}\p{N}_.]+\(?$/u.test(name) ? start + name.length : undefined;
}
