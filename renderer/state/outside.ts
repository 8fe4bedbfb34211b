import { isSameJson } from '../../core/base/same-json.ts';
import type { OutsideState } from '../../core/bridge/versions.ts';
import type { Draft } from '../../core/draft/types.ts';
import { type Decisions, type Merged, mergeInSteps } from '../../core/review/merge.ts';
import type { Desk } from './desk.ts';
import type { Session } from './session.ts';
import { takeOver } from './versions.ts';

/*
 * What others do to the file of the open draft. Nothing is written over and nothing is loaded over unsaved work: the person
 * compares and chooses.
 */

/** What the person was told already of a draft's file, so that coming back to the window says it once. */
const told = new WeakMap<Session, string>();

/** Looks after the file of the open draft and says in a line when somebody changed it or copies of it turned up. */
export async function lookOutside(desk: Desk): Promise<void> {
  const session = desk.session.get();
  if (!session || session.opened.readOnly || session.fileName.get() === '' || session.saving.get() === 'saving') return;
  const reply = await desk.bridge.request('outside.look', { handle: session.handle });
  if (!reply.ok || desk.session.get() !== session) return;
  const { state, copies } = reply.value;
  const [copy] = copies;
  const what = state === 'changed' ? 'changed' : copy === undefined ? '' : `copy ${copies.join(' ')}`;
  // A question waits for its answer; there will be another look.
  if (what === told.get(session) || desk.banner.get()?.severity === 'question') return;
  told.set(session, what);
  if (what === '' || desk.dialog.get()) return;
  const code = state === 'changed' ? 'conflict.changed' : 'conflict.copy';
  const params = { name: state === 'changed' ? session.fileName.get() : (copy ?? '') };
  desk.banner.set({
    severity: 'note',
    notices: [{ code, severity: 'warning', params }],
    compare: state === 'changed' || copy === undefined ? {} : { copy },
  });
}

/** Opens the dialog in which the draft and its file as others left it are compared. */
export function openConflict(desk: Desk, copy?: string): void {
  desk.banner.set(undefined);
  desk.dialog.set({ kind: 'conflict', ...(copy !== undefined && { copy }) });
}

/** Both sides in one draft, in steps; undefined where nothing says what the two have in common. */
export function* mergeWith(
  mine: Draft,
  theirs: OutsideState,
  decisions: Decisions = {},
): Generator<void, Merged | undefined, undefined> {
  return theirs.base && theirs.isSameDraft
    ? yield* mergeInSteps(theirs.base, mine, theirs.draft, decisions)
    : undefined;
}

/**
 * How the file stands to my draft where there is nothing to look through: it says the `same`, or it is `behind`, as both were when they
 * last had something in common. Undefined where it has something of its own.
 */
export function standingOf(mine: Draft, theirs: OutsideState): 'same' | 'behind' | undefined {
  if (!theirs.isSameDraft) return undefined;
  if (isSameJson(mine, theirs.draft)) return 'same';
  return theirs.base && isSameJson(theirs.base, theirs.draft) ? 'behind' : undefined;
}

/**
 * Takes what was merged into the open draft as one step of undo, and saves it. `isCopy`: theirs lies in a file of its own, which stays as it
 * is. True when it is in the file.
 */
export async function acceptMerged(
  desk: Desk,
  merged: Draft,
  theirs: OutsideState,
  isCopy: boolean,
  said = 'conflict:merged',
): Promise<boolean> {
  const session = desk.session.get();
  if (!session) return false;
  takeOver(desk, () => merged);
  await session.flush();
  const { handle } = session;
  const absorbed = await desk.bridge.request('outside.merged', { handle, id: theirs.id });
  if (!absorbed.ok) desk.banner.set({ severity: 'error', failure: absorbed.error });
  const reply = await session.save(isCopy ? { to: 'same' } : { to: 'same', over: theirs.id });
  if (!reply.ok) {
    desk.banner.set({ severity: 'error', failure: reply.error });
    return false;
  }
  told.delete(session);
  desk.banner.set({ severity: 'note', message: { key: said } });
  return true;
}

/** Saves mine beside theirs, under a name that says so; from then on the draft belongs to that file. */
export async function keepBoth(desk: Desk, label: string): Promise<boolean> {
  const session = desk.session.get();
  if (!session) return false;
  const reply = await session.save({ to: 'copy', label });
  if (!reply.ok) {
    desk.banner.set({ severity: 'error', failure: reply.error });
    return false;
  }
  const message = { key: 'conflict:kept', params: { name: reply.value.name } };
  desk.banner.set({ severity: 'note', message });
  return true;
}
