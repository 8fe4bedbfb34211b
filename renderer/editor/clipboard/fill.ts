import { Transforms } from 'slate';
import type { Inline, Unit } from '../../../core/draft/types.ts';
import { isBlankUnit } from '../join-units.ts';
import type { PastedUnit } from '../paste.ts';
import { cellAt, cellPath, endOfCell, indexOf, inlinesBetween, unitAt } from '../places.ts';
import type { Session } from '../session.ts';
import type { BillEditor } from '../slate-types.ts';

/** How several paragraphs go in: as rows of their own, or each into the next cell that waits for its translation. */
export type PasteWay = 'rows' | 'cells';

/** The likelier way for what is pasted at the caret, and whether the other one is possible too. */
export interface WaysToPaste {
  readonly way: PasteWay;
  readonly other?: PasteWay;
}

/**
 * A translation comes as it was sent out: as many paragraphs as provisions wait for it. Then each is the text of the next provision; but
 * where a typed label says that it is another kind of provision, it is likelier a text of its own.
 */
export function waysToPaste(editor: BillEditor, session: Session, pasted: readonly PastedUnit[]): WaysToPaste {
  const waiting = waitingUnits(editor, session, pasted);
  if (!waiting) return { way: 'rows' };
  const isFitting = pasted.every(
    ({ kind }, i) => kind === undefined || kind === 'paragraph' || kind === waiting[i]?.kind,
  );
  return isFitting ? { way: 'cells', other: 'rows' } : { way: 'rows', other: 'cells' };
}

/** The units from the caret on, one for each pasted paragraph, whose text in this language alone is missing. */
function waitingUnits(
  editor: BillEditor,
  { language }: Session,
  pasted: readonly PastedUnit[],
): readonly Unit[] | undefined {
  if (!editor.selection || pasted.length < 2 || pasted.some(({ cells }) => cells)) return undefined;
  const from = indexOf(editor.selection.anchor);
  const units: Unit[] = [];
  for (let index = from; index < from + pasted.length; index += 1) {
    const unit = unitAt(editor, index);
    const cell = cellAt(editor, index, language);
    const isWaiting = unit && cell && !isBlankUnit(unit) && inlinesBetween(cell, undefined, undefined).length === 0;
    if (!isWaiting) return undefined;
    units.push(unit);
  }
  return units;
}

/** Puts each paragraph into the next cell of the live column. A label that says what the provision is anyway is left out. */
export function fillCells(editor: BillEditor, { language }: Session, pasted: readonly PastedUnit[]): void {
  if (!editor.selection) return;
  const from = indexOf(editor.selection.anchor);
  for (const [i, each] of pasted.entries()) {
    const inlines = wordsFor(each, unitAt(editor, from + i));
    if (inlines.length === 0) continue;
    const count = cellAt(editor, from + i, language)?.children.length ?? 0;
    Transforms.insertNodes(editor, [...inlines], { at: [...cellPath(from + i, language), count], select: false });
  }
  Transforms.select(editor, endOfCell(editor, from + pasted.length - 1, language));
}

function wordsFor({ label, kind, inlines }: PastedUnit, unit: Unit | undefined): readonly Inline[] {
  return label === undefined || kind === unit?.kind ? inlines : [{ text: label }, ...inlines];
}
