import { Editor, Node, type Operation, Range, Text } from 'slate';
import {
  EDITOR_TO_KEY_TO_ELEMENT,
  EDITOR_TO_ON_CHANGE,
  ELEMENT_TO_NODE,
  IS_NODE_MAP_DIRTY,
  NODE_TO_ELEMENT,
  NODE_TO_INDEX,
  NODE_TO_PARENT,
} from 'slate-dom';
import { ReactEditor } from 'slate-react';
import type { BillEditor } from './slate-types.ts';

/*
 * A letter typed inside a text is drawn by the browser, as in a plain text field, and the draft follows. Slate lets the browser do so
 * for Latin letters alone and draws all others itself: React walks down to the run, replaces its text and sets the selection
 * anew, which makes the browser lay out the page once more; that was half of what a Cyrillic key cost, and most of what grew with the
 * document.
 *
 * The order of things: `begin` (before the input) finds out whether the browser will do exactly what the draft is going to say, and
 * lets it; `end` (after it) asks the rules to do the same to the draft. Did they do that and no more, then React need not be told:
 * `shows` says so, and puts the new nodes where Slate looks for the elements that show them. Did they do anything else (a comfort of
 * typing, a state that changes, a blank that is filled), the browser's work is taken back and the change goes the usual way. React compares
 * the text on the page with the text of the draft whenever it draws the run again, so it finds nothing to do when it comes by later.
 */

export interface NativeTyping {
  /** At `beforeinput`: true when the browser is to go on and nobody else is to act. */
  readonly begin: (event: InputEvent) => boolean;
  /** At `input`: true when it was begun here. */
  readonly end: () => boolean;
  /** Whether the page shows already what the pending operations say. */
  readonly shows: () => boolean;
  /** Tells React what it was not told: before cells are drawn in another way than as the live text of now. */
  readonly catchUp: () => void;
}

interface Begun {
  readonly node: globalThis.Text;
  readonly before: string;
  readonly action: () => void;
}

export function createNativeTyping(slate: BillEditor): NativeTyping {
  let begun: Begun | undefined;
  let shown: Operation | undefined;
  let isAhead = false;
  return {
    begin: (event) => {
      begun = undefined;
      const action = actionOf(slate, event);
      const node = action && textAtCaret(slate, event.inputType === 'insertText' ? 1 : 2);
      if (action && node) begun = { node, before: node.data, action };
      return begun !== undefined;
    },
    end: () => {
      if (!begun) return false;
      const { node, before, action } = begun;
      begun = undefined;
      action();
      const operation = slate.operations[0];
      if (operation && slate.operations.length === 1 && isShownBy(slate, operation, node)) shown = operation;
      else node.data = before;
      return true;
    },
    shows: () => {
      const operation = shown;
      shown = undefined;
      isAhead = operation !== undefined && slate.operations.length === 1 && slate.operations[0] === operation;
      if (operation && isAhead) followNodes(slate, operation);
      return isAhead;
    },
    catchUp: () => {
      if (slate.operations.length > 0) slate.onChange();
      else if (isAhead) EDITOR_TO_ON_CHANGE.get(slate)?.();
      isAhead = false;
    },
  };
}

function actionOf(slate: BillEditor, { inputType, data, isComposing }: InputEvent): (() => void) | undefined {
  if (isComposing || slate.operations.length > 0 || slate.marks) return undefined;
  if (inputType === 'insertText' && data?.length === 1) return () => Editor.insertText(slate, data);
  if (inputType === 'deleteContentBackward') return () => Editor.deleteBackward(slate);
  return undefined;
}

/**
 * The text on the page in which both the browser's caret and the draft's stand, at the same place, at least so many letters from
 * its start; none where the browser might take to another text (at the border of two runs) or draw something else.
 */
function textAtCaret(slate: BillEditor, fromStart: number): globalThis.Text | undefined {
  const { selection } = slate;
  if (!selection || Range.isExpanded(selection)) return undefined;
  const { path, offset } = selection.anchor;
  const run = Node.getIf(slate, path);
  if (path.length !== 3 || !run || !Text.isText(run) || offset < fromStart || run.text.length < 2) return undefined;
  if (offset === run.text.length && Node.has(slate, [...path.slice(0, 2), (path[2] ?? 0) + 1])) return undefined;
  const node = drawnText(slate, run);
  const caret = window.getSelection();
  const isThere = caret?.anchorNode === node && caret?.focusNode === node;
  return isThere && caret?.anchorOffset === offset && caret.focusOffset === offset ? node : undefined;
}

/** The one text node that shows the whole run. */
function drawnText(slate: BillEditor, run: Text): globalThis.Text | undefined {
  const element = EDITOR_TO_KEY_TO_ELEMENT.get(slate)?.get(ReactEditor.findKey(slate, run));
  const strings = element?.querySelectorAll('[data-slate-string]') ?? [];
  const node = strings.length === 1 ? strings[0]?.firstChild : undefined;
  const isWhole = node instanceof globalThis.Text && !node.nextSibling && node.data === run.text;
  return isWhole ? node : undefined;
}

function isShownBy(slate: BillEditor, operation: Operation, node: globalThis.Text): boolean {
  if (operation.type !== 'insert_text' && operation.type !== 'remove_text') return false;
  const run = Node.getIf(slate, operation.path);
  return !!run && Text.isText(run) && run.text === node.data;
}

/** What React does for the nodes that it draws: from the new unit, cell and run to their elements and back. */
function followNodes(slate: BillEditor, operation: Operation): void {
  if (!('path' in operation)) return;
  let parent: Node = slate;
  for (const index of operation.path) {
    const node: Node | undefined = 'children' in parent ? parent.children[index] : undefined;
    if (!node) return;
    NODE_TO_PARENT.set(node, parent as Parameters<typeof NODE_TO_PARENT.set>[1]);
    NODE_TO_INDEX.set(node, index);
    const element = EDITOR_TO_KEY_TO_ELEMENT.get(slate)?.get(ReactEditor.findKey(slate, node));
    if (element) {
      ELEMENT_TO_NODE.set(element, node);
      NODE_TO_ELEMENT.set(node, element);
    }
    parent = node;
  }
  IS_NODE_MAP_DIRTY.set(slate, false);
}
