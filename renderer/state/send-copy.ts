import type { RequestOf } from '../../core/bridge/contract.ts';
import type { Desk } from './desk.ts';
import { askForTarget, saveDraft, tellFailure } from './files.ts';

/**
 * Makes a copy for a reviewer. The draft has a file of its own first, and is saved afterwards: its file is to know what was sent.
 * `label`: what the copy and the version here are called.
 */
export async function sendCopy(
  desk: Desk,
  label: string,
  along: Pick<RequestOf<'draft.send'>, 'versions' | 'trail'>,
): Promise<boolean> {
  const session = desk.session.get();
  if (!session) return false;
  if (session.fileName.get() === '' && !(await saveDraft(desk))) return false;
  // Named after its file: beside it, it is then seen as a copy, and the two can be merged.
  const target = await askForTarget(
    desk,
    'save',
    '.dolboor',
    `${session.fileName.get().replace(/\.dolboor$/i, '')} (${label})`,
  );
  if (!target) return false;
  await session.flush();
  const reply = await desk.bridge.request('draft.send', { handle: session.handle, target, label, ...along });
  if (!reply.ok) {
    tellFailure(desk, reply.error);
    return false;
  }
  if (!(await saveDraft(desk))) return false;
  desk.banner.set({ severity: 'note', message: { key: 'send:sent', params: { ...reply.value } } });
  return true;
}
