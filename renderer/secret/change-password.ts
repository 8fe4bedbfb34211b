import type { Failure } from '../../core/bridge/failure.ts';
import type { Desk } from '../state/desk.ts';
import { saveDraft } from '../state/files.ts';
import type { Session } from '../state/session.ts';

/** What a person asks of the password of the open draft; `password` is absent when it is to go. */
export interface PasswordChange {
  readonly password?: string;
  readonly current?: string;
}

/** Sets, changes or removes the password; the file follows at once where there is one. Undefined when it was done. */
export async function changePassword(
  desk: Desk,
  session: Session,
  change: PasswordChange,
): Promise<Failure | undefined> {
  await session.flush();
  const reply = await desk.bridge.request('draft.protect', { handle: session.handle, ...change });
  if (!reply.ok) return reply.error;
  const isSet = change.password !== undefined;
  session.isProtected.set(isSet);
  const hasFile = session.fileName.get() !== '';
  if (hasFile && !(await saveDraft(desk))) return undefined;
  const done = isSet ? (hasFile ? 'secret:done.set' : 'secret:done.setNew') : 'secret:done.removed';
  const { left } = reply.value;
  const message = left > 0 ? { key: 'secret:done.left', params: { count: left } } : { key: done };
  desk.banner.set({ severity: 'note', message });
  return undefined;
}
