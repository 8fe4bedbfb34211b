import type { ClipboardEvent } from 'react';
import type { UnitId } from '../../core/draft/types.ts';
import type { DraftEditor } from '../editor/contract.ts';
import type { Desk } from '../state/desk.ts';
import { refuse, tell } from '../structure/deeds.ts';

/*
 * The chosen rows on the clipboard: whole units in all three languages.
 */

export function copyRows(desk: Desk, editor: DraftEditor, event: ClipboardEvent, as: 'copy' | 'cut'): void {
  if (as === 'cut' && isOnlyRead(desk, editor, event)) return;
  const ids = desk.chosenRows.get();
  const count = editor.copyUnits(ids, event.clipboardData, as);
  event.preventDefault();
  if (count > 0) tell(desk, editor, as === 'cut' ? 'cut' : 'copied', ids, count);
  else refuse(desk, as === 'cut' ? 'remove' : 'nothing');
}

export function pasteRows(desk: Desk, editor: DraftEditor, event: ClipboardEvent, stop: UnitId | undefined): void {
  if (isOnlyRead(desk, editor, event)) return;
  const beside = desk.chosenRows.get().at(-1) ?? stop;
  event.preventDefault();
  if (beside === undefined) return;
  const pasted = editor.pasteUnits(event.clipboardData, beside);
  if (!pasted.ok) {
    refuse(desk, pasted.error === 'foreign' ? 'foreign' : 'paste');
    return;
  }
  desk.chosenRows.set(pasted.value);
  tell(desk, editor, 'pasted', pasted.value);
}

function isOnlyRead(desk: Desk, editor: DraftEditor, event: ClipboardEvent): boolean {
  const { isReadOnly } = editor.state();
  if (isReadOnly) {
    event.preventDefault();
    refuse(desk, 'reading');
  }
  return isReadOnly;
}
