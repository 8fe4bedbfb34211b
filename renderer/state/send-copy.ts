import type { SentAlong } from '../../core/bridge/versions.ts';
import type { Desk } from './desk.ts';
import { fileNameOf } from './file-names.ts';
import { askForFile, askForTarget, saveDraft, tellFailure } from './files.ts';

/** A name that none of the versions has yet: the words, or the words with a number. */
export function numberedLabel(words: string, taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  const nameOf = (n: number): string => (n === 1 ? words : `${words} ${n}`);
  const number = Array.from({ length: taken.length + 1 }, (_, i) => i + 1).find(
    (n) => !names.has(nameOf(n).toLowerCase()),
  );
  return nameOf(number ?? taken.length + 1);
}

/** What the copy and the version here are called: two that were sent are told apart by their reader, or by a number. */
async function labelFor(desk: Desk, handle: string, words: string): Promise<string> {
  const listed = await desk.bridge.request('history.list', { handle });
  return numberedLabel(words, listed.ok ? listed.value.flatMap(({ label }) => label ?? []) : []);
}

/**
 * Makes a copy for a reviewer. The draft has a file of its own first, and is saved afterwards: its file is to know what was sent.
 * `words`: what it is called, with the name of its reader where that was said.
 */
export async function sendCopy(desk: Desk, words: string, along: SentAlong): Promise<boolean> {
  const session = desk.session.get();
  if (!session) return false;
  const { handle } = session;
  if (session.fileName.get() === '' && !(await saveDraft(desk))) return false;
  const label = await labelFor(desk, handle, words);
  // Named after its file: beside it, it is then seen as a copy, and the two can be merged.
  const stem = session.fileName.get().replace(/\.dolboor$/i, '');
  const target = await askForTarget(desk, 'save', '.dolboor', `${stem} (${fileNameOf(label)})`);
  if (!target) return false;
  await session.flush();
  const reply = await desk.bridge.request('draft.send', { handle, target, label, ...along });
  if (!reply.ok) {
    tellFailure(desk, reply.error);
    return false;
  }
  if (!(await saveDraft(desk))) return false;
  desk.banner.set({ severity: 'note', message: { key: 'send:sent', params: { ...reply.value } } });
  return true;
}

/** Lets the person choose a copy that came back, wherever it lies, and compares it with the draft. */
export async function mergeReturned(desk: Desk): Promise<void> {
  const session = desk.session.get();
  if (!session) return;
  if (session.fileName.get() === '') {
    // Only what has a file can have been sent. A copy that was begun beside somebody else's file has that file's past.
    if (session.opened.copyOf === undefined) {
      desk.banner.set({ severity: 'note', message: { key: 'conflict:neverSent' } });
      return;
    }
    if (!(await saveDraft(desk))) return;
  }
  const { handle } = session;
  const source = await chosenSource(desk);
  const reply = source && (await desk.bridge.request('outside.pick', { handle, source }));
  if (!reply || desk.session.get() !== session) return;
  if (!reply.ok) {
    tellFailure(desk, reply.error);
    return;
  }
  const { picked: id, name, isOwn } = reply.value;
  if (isOwn) desk.banner.set({ severity: 'note', message: { key: 'conflict:ownFile', params: { name } } });
  else desk.dialog.set({ kind: 'conflict', picked: { id, name } });
}

async function chosenSource(desk: Desk) {
  if (desk.info.shell === 'electron') return { from: 'dialog' } as const;
  const chosen = await askForFile(desk, 'returned');
  return chosen && ({ from: 'listed', folder: chosen.folder, name: chosen.name } as const);
}
