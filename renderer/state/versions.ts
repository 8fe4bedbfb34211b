import type { Draft } from '../../core/draft/types.ts';
import { editBetween } from '../../core/review/transform.ts';
import type { Desk } from './desk.ts';

/**
 * Makes the open draft what `change` says, as one step that undo takes back. False when it is that already. `message` is said
 * when it was done.
 */
export function takeOver(desk: Desk, change: (current: Draft) => Draft, message?: string): boolean {
  const editor = desk.session.get()?.editor;
  if (!editor) return false;
  const current = editor.draft();
  const edit = editBetween(current, change(current));
  const isDone = edit !== undefined && editor.apply(() => edit);
  // A great deletion asks whether it was meant: that question stays.
  if (isDone && message !== undefined && desk.banner.get()?.severity !== 'question')
    desk.banner.set({ severity: 'note', message: { key: message } });
  return isDone;
}
