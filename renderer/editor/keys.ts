import { Editor, Range, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import { languages } from '../../core/base/language.ts';
import { isRun } from '../../core/draft/text.ts';
import { moveByLine, moveToLineEdge } from './caret-lines.ts';
import { moveByPage } from './caret-pages.ts';
import { moveByUnit } from './caret-units.ts';
import type { DraftEditor } from './contract.ts';
import {
  columnOf,
  endOfCell,
  indexOf,
  isAtEnd,
  isAtStart,
  spansUnits,
  startOfCell,
  unitAt,
  unitsOf,
} from './places.ts';
import type { BillEditor } from './slate-types.ts';
import type { ViewParts } from './view-context.ts';
import { stepBehind } from './with-citation-edges.ts';

/** What the keys can ask of the desk. */
export interface KeyHandlers {
  readonly onCite: () => void;
  readonly onCitation: (act: string) => void;
}

/** The part of a keyboard event that is looked at. Keys go by `code`: on a Cyrillic layout Ctrl+B has no `b`. */
export interface KeyPress {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Does what the key means in the text; false leaves it to the browser and to Slate. */
export function handleKey(press: KeyPress, editor: DraftEditor, parts: ViewParts, handlers: KeyHandlers): boolean {
  if (press.ctrlKey || press.metaKey || press.altKey || ['Tab', 'Insert', 'Delete'].includes(press.code))
    editor.settle();
  returnToLiveColumn(parts);
  if (isWriting(press)) leaveCitation(parts);
  const isCommand = press.ctrlKey || press.metaKey;
  // Ctrl+Alt is AltGr, which types ң, ө and ү.
  if (isCommand && press.altKey) return false;
  if (isCommand) return handleCommand(press, editor, parts, handlers);
  if (press.altKey) return handleAlt(press, editor);
  if (press.code === 'Tab') {
    if (press.shiftKey) editor.promote();
    else editor.demote();
    return true;
  }
  if (press.code === 'Enter' || press.code === 'NumpadEnter') return openCitation(parts, handlers);
  return moveCaret(press, editor, parts);
}

/** A key that puts something into the text: a letter, with AltGr too, or Ctrl+V. */
function isWriting({ code, ctrlKey, metaKey, altKey }: KeyPress): boolean {
  const isCommand = (ctrlKey || metaKey) && !altKey;
  if (isCommand) return code === 'KeyV';
  return /^(?:Key|Digit|Numpad(?!Enter)|Space|Minus|Equal|B(?:racket|ack(?:slash|quote))|Semicolon|Quote|Comma|Period|Slash|Intl)/.test(
    code,
  );
}

/** The browser gives no input at all while the caret stands on a citation, so it has to stand behind it before the key goes on. */
function leaveCitation({ slate }: ViewParts): void {
  const behind = stepBehind(slate);
  if (!behind) return;
  const [node, offset] = ReactEditor.toDOMPoint(slate, behind);
  getSelection()?.collapse(node, offset);
}

function moveCaret({ code, shiftKey }: KeyPress, editor: DraftEditor, parts: ViewParts): boolean {
  switch (code) {
    case 'ArrowDown':
    case 'ArrowUp':
      editor.settle();
      return moveByLine(parts, code === 'ArrowDown' ? 1 : -1, shiftKey);
    case 'Home':
    case 'End':
      editor.settle();
      return moveToLineEdge(parts, code === 'Home' ? 'start' : 'end', shiftKey);
    case 'PageDown':
    case 'PageUp':
      editor.settle();
      return moveByPage(parts, code === 'PageDown' ? 1 : -1, shiftKey);
    default:
      return false;
  }
}

function handleCommand(press: KeyPress, editor: DraftEditor, parts: ViewParts, handlers: KeyHandlers): boolean {
  switch (press.code) {
    case 'KeyZ':
      if (press.shiftKey) editor.redo();
      else editor.undo();
      return true;
    case 'KeyY':
      editor.redo();
      return true;
    case 'KeyB':
      editor.toggleMark('bold');
      return true;
    case 'KeyI':
      if (press.shiftKey) return false;
      editor.toggleMark('italic');
      return true;
    case 'KeyK':
      if (press.shiftKey) return false;
      handlers.onCite();
      return true;
    case 'KeyA':
      selectMore(parts);
      return true;
    case 'Home':
    case 'End':
      goToEdge(press, parts);
      return true;
    case 'ArrowUp':
    case 'ArrowDown':
      moveByUnit(parts, press.code === 'ArrowDown' ? 1 : -1, press.shiftKey);
      return true;
    default:
      return false;
  }
}

function handleAlt(press: KeyPress, editor: DraftEditor): boolean {
  if (press.shiftKey) return false;
  const language = languages.find((_, i) => press.code === `Digit${i + 1}`);
  if (language) {
    editor.setActiveLanguage(language);
    return true;
  }
  if (press.code === 'ArrowUp') editor.moveUp();
  else if (press.code === 'ArrowDown') editor.moveDown();
  else return false;
  return true;
}

/** Ctrl+A: first the text of the provision, then the whole column. The browser's own command stops at rows that it has not laid out. */
function selectMore({ slate, session }: ViewParts): void {
  const { language } = session;
  const { selection } = slate;
  const index = selection && !spansUnits(selection) ? indexOf(selection.focus) : undefined;
  if (index !== undefined && !isWholeText(slate)) {
    Transforms.select(slate, {
      anchor: startOfCell(index, language),
      focus: endOfCell(slate, index, language),
    });
    return;
  }
  const last = unitsOf(slate).length - 1;
  Transforms.select(slate, { anchor: startOfCell(0, language), focus: endOfCell(slate, last, language) });
}

/** Whether nothing of the provision's text is left to select: an empty one has nothing. */
function isWholeText(slate: BillEditor): boolean {
  const { selection } = slate;
  if (!selection) return false;
  const [start, end] = Range.edges(selection);
  return isAtStart(slate, start) && isAtEnd(slate, end);
}

function goToEdge(press: KeyPress, { slate, session, scheduler }: ViewParts): void {
  const index = press.code === 'Home' ? 0 : unitsOf(slate).length - 1;
  const unit = unitAt(slate, index);
  if (!unit) return;
  scheduler.reveal(unit.id);
  const point = press.code === 'Home' ? startOfCell(0, session.language) : endOfCell(slate, index, session.language);
  const anchor = press.shiftKey && slate.selection ? slate.selection.anchor : point;
  Transforms.select(slate, { anchor, focus: point });
  // What is selected out of sight is not drawn as selected, so nothing would bring its end into sight.
  const scroller = ReactEditor.toDOMNode(slate, slate).closest('.draft-view');
  if (press.shiftKey && scroller) scroller.scrollTop = press.code === 'Home' ? 0 : scroller.scrollHeight;
}

/** Enter on a citation shows its act, on a reference goes to its target. */
function openCitation({ slate, editor }: ViewParts, handlers: KeyHandlers): boolean {
  const { selection } = slate;
  if (!selection || Range.isExpanded(selection)) return false;
  const entry = Editor.void(slate, { at: selection });
  const node = entry?.[0];
  if (!node || isRun(node as never)) return false;
  if ('act' in node) handlers.onCitation(node.act);
  if ('target' in node) editor.goTo({ unit: node.target });
  return 'type' in node && (node.type === 'citation' || node.type === 'reference');
}

/** A selection that was left in another column (a click that placed no caret) comes back before a key acts on it. */
function returnToLiveColumn({ slate, session }: ViewParts): void {
  const { selection } = slate;
  if (!selection) return;
  const isAstray = [selection.anchor, selection.focus].some((point) => point.path[1] !== columnOf(session.language));
  if (isAstray) Transforms.select(slate, startOfCell(indexOf(selection.focus), session.language));
}
