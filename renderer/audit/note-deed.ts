import type { PageDeed } from '../../core/bridge/trail.ts';
import type { Desk } from '../state/desk.ts';

/** Enters what the page did into the audit trail of the open draft; where none is kept, nothing happens. */
export function noteDeed(desk: Desk, deed: PageDeed): void {
  const session = desk.session.get();
  if (session && !session.opened.readOnly) void desk.bridge.request('trail.note', { handle: session.handle, deed });
}
