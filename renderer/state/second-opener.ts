import { fail } from '../../core/base/result.ts';
import type { ReplyOf } from '../../core/bridge/contract.ts';
import type { OpenAs, OpenSource } from '../../core/bridge/drafts.ts';
import { inNearest } from '../ui/in-nearest.ts';
import type { Desk } from './desk.ts';
import { openUnlocking } from './passwords.ts';

/** Asks what to do about a draft that another window has open. */
function askInUse(desk: Desk, name: string): Promise<OpenAs | undefined> {
  return new Promise((resolve) => {
    const answer = (chosen: OpenAs | undefined): void => {
      desk.dialog.set(undefined);
      resolve(chosen);
    };
    desk.dialog.set({ kind: 'in-use', name, answer });
  });
}

/** A template is known by its title: the name of its file is one that the program gave it. */
function titleOf(desk: Desk, source: OpenSource): string | undefined {
  if (source.from !== 'template') return undefined;
  const template = desk.templates.get().find(({ id }) => id === source.id);
  return (template && inNearest(template.title, desk.settings.get().language)) || undefined;
}

/** Opens a draft; where another window has it, as the person chooses: a copy, or only to read. */
export async function openAnyhow(desk: Desk, source: OpenSource): Promise<ReplyOf<'draft.open'>> {
  const reply = await openUnlocking(desk, source);
  if (reply.ok || reply.error.code !== 'in-use') return reply;
  const { id, name } = reply.error.params ?? {};
  // On this very desk it is not in use by somebody else.
  if (typeof id !== 'string' || name === desk.session.get()?.fileName.get()) return reply;
  const as = await askInUse(desk, titleOf(desk, source) ?? String(name));
  return as ? openUnlocking(desk, { from: 'request', id, as }) : fail({ code: 'cancelled' });
}
