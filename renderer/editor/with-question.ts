import { Range, Transforms } from 'slate';
import type { Language } from '../../core/base/language.ts';
import type { Inline } from '../../core/draft/types.ts';
import { percentOfColumn } from '../../core/file/shrinkage.ts';
import { cellAt, columnOf, inlinesBetween, spansUnits, unitSpan, unitsOf } from './places.ts';
import type { Session } from './session.ts';
import type { BillEditor } from './slate-types.ts';

/** Asks whether `percent` of the text is really to go; `agreed` does it. */
export type AskBeforeLoss = (percent: number, agreed: () => void) => void;

/**
 * Most of a column does not go in one step before a person was asked: by a key, by cutting, by what is typed or pasted over it. The step is
 * put off as a whole, since a half of it would type into a text that is still there. `settle`: ends the edit before and this one.
 */
export function withQuestion(editor: BillEditor, session: Session, ask: AskBeforeLoss, settle: () => void): BillEditor {
  const { deleteFragment, insertText, insertBreak, insertSoftBreak } = editor;
  session.asksFirst = (again) => {
    const { selection } = editor;
    const percent =
      session.isAgreed || !selection ? undefined : percentOfSelection(editor, selection, session.language);
    if (!selection || percent === undefined) return false;
    ask(percent, () => {
      settle();
      session.isAgreed = true;
      try {
        // The question took the focus; what was chosen is what was asked about.
        Transforms.select(editor, selection);
        again();
        settle();
      } finally {
        session.isAgreed = false;
      }
    });
    return true;
  };
  editor.deleteFragment = (options) => {
    if (!session.asksFirst(() => deleteFragment(options))) deleteFragment(options);
  };
  editor.insertText = (text, options) => {
    if (options?.at || !session.asksFirst(() => insertText(text, options))) insertText(text, options);
  };
  editor.insertBreak = () => {
    if (!session.asksFirst(insertBreak)) insertBreak();
  };
  editor.insertSoftBreak = () => {
    if (!session.asksFirst(insertSoftBreak)) insertSoftBreak();
  };
  return editor;
}

/** What somebody chose within one provision never waits. */
function percentOfSelection(editor: BillEditor, selection: Range, language: Language): number | undefined {
  if (!spansUnits(selection)) return undefined;
  const [start, end] = Range.edges(selection);
  const [first, last] = unitSpan(selection);
  let length = 0;
  for (let index = first; index <= last; index += 1) {
    const cell = cellAt(editor, index, language);
    if (!cell) continue;
    const [from, to] = [index === first ? start : undefined, index === last ? end : undefined];
    length += lengthOf(inlinesBetween(cell, from, to));
  }
  return percentOfColumn(unitsOf(editor), columnOf(language), length);
}

/** As the share of a deletion is counted: citations are no text of the draft. */
function lengthOf(inlines: readonly Inline[]): number {
  return inlines.reduce((sum, inline) => sum + ('text' in inline ? inline.text.length : 0), 0);
}
