import type { PlacedLink } from '../../core/draft/inline-edits.ts';
import type { DraftEditor } from '../editor/contract.ts';
import type { Desk } from '../state/desk.ts';
import { cardStore } from './card-store.ts';
import { offerAtCaret, takeOffers } from './offering.ts';

/** Opens the dialog by which a citation or reference was made, filled in with what it says now. */
export function editLink(desk: Desk, placed: PlacedLink): void {
  cardStore.set(undefined);
  desk.dialog.set({ kind: placed.link.type === 'citation' ? 'cite' : 'reference', editing: placed });
}

/** Alt+Enter: changes the citation at the caret, or makes plain words one; words that would not stay as they are, are shown first. */
export function editInline(editor: DraftEditor, desk: Desk): void {
  const placed = editor.linkAtCaret();
  if (placed) {
    editLink(desk, placed);
    return;
  }
  const offer = offerAtCaret(editor);
  if (offer?.isSame) takeOffers(editor, [offer]);
  else if (offer) desk.dialog.set({ kind: 'recognise', only: offer });
  else desk.banner.set({ severity: 'note', message: { key: 'inline:nothingHere' } });
}
