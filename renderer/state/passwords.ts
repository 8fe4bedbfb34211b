import { fail } from '../../core/base/result.ts';
import type { ReplyOf, RequestName } from '../../core/bridge/contract.ts';
import type { OpenSource } from '../../core/bridge/drafts.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { Desk } from './desk.ts';
import type { DialogState, OtherFile } from './dialogs.ts';

/** Whether something stays shut for want of the right password. */
function isShut({ code }: Failure): boolean {
  return code === 'password-needed' || code === 'wrong-password';
}

/**
 * Asks for the password of something until it opens, the person gives up, or something else is wrong. A password goes from the
 * field into the request and is kept nowhere. `about`: what is shut, as the person knows it.
 */
function askForPassword<N extends RequestName>(
  desk: Desk,
  about: Pick<Extract<DialogState, { kind: 'unlock' }>, 'name' | 'isVersion'>,
  attempt: (password: string) => Promise<ReplyOf<N>>,
): Promise<ReplyOf<N>> {
  return new Promise((resolve) => {
    const end = (reply: ReplyOf<N>): void => {
      desk.dialog.set(undefined);
      resolve(reply);
    };
    desk.dialog.set({
      kind: 'unlock',
      ...about,
      cancel: () => end(fail({ code: 'cancelled' })),
      attempt: async (password) => {
        const reply = await attempt(password);
        if (!reply.ok && isShut(reply.error)) return reply.error.params?.earlier === 1 ? 'earlier' : 'wrong';
        end(reply);
        return 'open';
      },
    });
  });
}

function asChosen(source: OpenSource) {
  return source.from === 'request' && source.as ? { as: source.as } : {};
}

/** Opens a draft, asking for its password where it has one. */
export async function openUnlocking(desk: Desk, source: OpenSource): Promise<ReplyOf<'draft.open'>> {
  const reply = await desk.bridge.request('draft.open', source);
  if (reply.ok || !isShut(reply.error)) return reply;
  const { name, id } = reply.error.params ?? {};
  const again =
    source.from === 'recovery'
      ? source
      : typeof id === 'string'
        ? ({ ...asChosen(source), from: 'request', id } as const)
        : undefined;
  if (!again) return reply;
  return askForPassword<'draft.open'>(desk, { name: String(name ?? '') }, (password) =>
    desk.bridge.request('draft.open', { ...again, password }),
  );
}

/**
 * Asks for the password that a version of the past was sealed with, and goes back to the versions; it opens there if it was right.
 * `chosen`: the version that stood there; the asked one where it was that.
 */
export async function unlockVersion(desk: Desk, handle: string, id: string, chosen = id): Promise<void> {
  await askForPassword<'history.read'>(desk, { name: '', isVersion: true }, (password) =>
    desk.bridge.request('history.read', { handle, id, password }),
  );
  desk.dialog.set({ kind: 'history', chosen });
}

/** What a request names another file of the draft by. */
export function otherFile({ copy, picked }: OtherFile): { readonly copy?: string; readonly picked?: string } {
  return { ...(copy !== undefined && { copy }), ...(picked && { picked: picked.id }) };
}

/** The same for the draft's file, or a copy of it, that others put under another password. */
export async function unlockOutside(desk: Desk, handle: string, name: string, other: OtherFile): Promise<void> {
  await askForPassword<'outside.read'>(desk, { name }, (password) =>
    desk.bridge.request('outside.read', { handle, ...otherFile(other), password }),
  );
  desk.dialog.set({ kind: 'conflict', ...other });
}
