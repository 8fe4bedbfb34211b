import type { ReplyOf } from '../../core/bridge/contract.ts';
import type { OpenedDraft, OpenSource, SaveTarget } from '../../core/bridge/drafts.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import { formsOf } from '../../core/draft/form-rules.ts';
import { emptyLibrary } from '../../core/law/library.ts';
import { createDraftEditor } from '../editor/draft-editor.ts';
import { offerBrought, takeBrought } from '../register/brought.ts';
import { changeBrought, type Desk } from './desk.ts';
import type { CloseAnswer, DialogState, Listed } from './dialogs.ts';
import { draftName } from './file-names.ts';
import { askBeforeLoss, watchDeletions } from './large-deletion.ts';
import { openConflict } from './outside.ts';
import { openAnyhow } from './second-opener.ts';
import { createSession } from './session.ts';

/** Shows why something came to nothing. A person who cancelled needs no telling. */
export function tellFailure(desk: Desk, failure: Failure): void {
  if (failure.code !== 'cancelled') desk.banner.set({ severity: 'error', failure });
}

/** Asks the loopback shell's file browser. The promise is kept whatever way the dialog is left. */
export function askForFile(
  desk: Desk,
  purpose: Extract<DialogState, { kind: 'browse' }>['purpose'],
  suggestedName = '',
): Promise<Listed | undefined> {
  return new Promise((resolve) => {
    const answer = (chosen: Listed | undefined): void => {
      desk.dialog.set(undefined);
      resolve(chosen);
    };
    desk.dialog.set({ kind: 'browse', purpose, suggestedName, answer });
  });
}

function askAboutUnsaved(desk: Desk): Promise<CloseAnswer> {
  return new Promise((resolve) => {
    const answer = (chosen: CloseAnswer): void => {
      desk.dialog.set(undefined);
      resolve(chosen);
    };
    desk.dialog.set({ kind: 'unsaved', answer });
  });
}

function startSession(desk: Desk, opened: OpenedDraft): void {
  const { bridge, ports } = desk;
  const forms = formsOf(desk.allForms, opened.draft.meta.document);
  takeBrought(desk, opened.brought ?? emptyLibrary);
  desk.shelf.bring(opened.broughtTexts && opened.handle);
  const { register } = desk;
  const editor = createDraftEditor({
    draft: opened.draft,
    register,
    forms,
    ports,
    isReadOnly: opened.readOnly !== undefined,
    askBeforeLoss: askBeforeLoss(desk),
  });
  if (desk.acts.on) editor.setActs(desk.acts);
  // Before the first draw: a column that becomes live later could not take the focus at once.
  const { place } = opened;
  if (place && desk.settings.get().columns.includes(place.language)) editor.setActiveLanguage(place.language);
  desk.act.set(undefined);
  desk.beside.set(undefined);
  desk.composing.set(false);
  desk.unsentComment.set('');
  desk.banner.set(undefined);
  const session = createSession(bridge, opened, editor);
  desk.session.set(session);
  watchDeletions(desk, session);
  if (opened.notices.length > 0) desk.banner.set({ severity: 'note', notices: opened.notices });
  void offerBrought(desk, opened);
}

/** A draft that cannot be opened because it stands on this very desk is not in use by somebody else. */
function tellRefusal(desk: Desk, failure: Failure): void {
  const name = desk.session.get()?.fileName.get();
  const isHere = failure.code === 'in-use' && name !== undefined && failure.params?.name === name;
  if (isHere) desk.banner.set({ severity: 'note', message: { key: 'desk:alreadyOpen' } });
  else tellFailure(desk, failure);
}

/** Puts another draft in the place of the one on the screen, which stays for as long as the other cannot be had. */
async function changeDraft(desk: Desk, open: () => Promise<ReplyOf<'draft.open'>>): Promise<void> {
  const leaving = await askToLeave(desk);
  if (leaving === 'stay') return;
  const reply = await open();
  if (!reply.ok) {
    tellRefusal(desk, reply.error);
    return;
  }
  await closeSession(desk, leaving);
  startSession(desk, reply.value);
}

/** Opens the file as it is now in the place of what is on the screen, which must all be in a file. */
export async function openTheirs(desk: Desk): Promise<boolean> {
  const session = desk.session.get();
  if (!session?.isSaved()) return false;
  await session.flush();
  const reply = await desk.bridge.request('draft.open', { from: 'again', handle: session.handle });
  if (!reply.ok) {
    tellFailure(desk, reply.error);
    return false;
  }
  session.leave();
  startSession(desk, reply.value);
  return true;
}

export function createFromTemplate(desk: Desk, template: string): Promise<void> {
  return changeDraft(desk, () => desk.bridge.request('draft.create', { template }));
}

export function openFrom(desk: Desk, source: OpenSource): Promise<void> {
  return changeDraft(desk, () => openAnyhow(desk, source));
}

/** Lets the person choose a file, by the system's dialog or by the page's own, and opens it. */
export async function openByDialog(desk: Desk): Promise<void> {
  if (desk.info.shell === 'electron') return openFrom(desk, { from: 'dialog' });
  const chosen = await askForFile(desk, 'open');
  if (chosen) await openFrom(desk, { from: 'listed', folder: chosen.folder, name: chosen.name });
}

/** A name for a file, from the draft's title. */
function suggestName(desk: Desk): string {
  const copyOf = desk.session.get()?.opened.copyOf;
  // As systems name copies: beside its file it is then seen as one, and the two can be merged.
  if (copyOf !== undefined) return `${copyOf.replace(/\.dolboor$/i, '')} (2)`;
  return draftName(desk.session.get()?.editor.state().units ?? [], desk.settings.get().language);
}

/** Where to write: asks, in the way of the shell. Undefined when the person went back. */
export async function askForTarget(
  desk: Desk,
  purpose: 'save' | 'export',
  extension: string,
  stem = suggestName(desk),
): Promise<SaveTarget | undefined> {
  const suggestedName = `${stem || 'dolboor'}${extension}`;
  if (desk.info.shell === 'electron') return { to: 'dialog', suggestedName };
  return askForFile(desk, purpose, suggestedName);
}

async function saveTo(desk: Desk, target: SaveTarget): Promise<boolean> {
  const session = desk.session.get();
  if (!session) return false;
  // What an earlier attempt came to is told until the next one begins: beside "waiting" it would be taken for what became of this one.
  const told = desk.banner.get();
  if (told?.failure) desk.banner.set(undefined);
  const reply = await session.save(target);
  if (!reply.ok) {
    const isGivenUp = reply.error.code === 'cancelled' && desk.banner.get() === undefined;
    if (isGivenUp && told?.failure) desk.banner.set(told);
    tellSaveFailure(desk, reply.error, target);
    return false;
  }
  // What somebody has not answered yet is still a question in the saved file.
  if (desk.banner.get()?.severity !== 'question') desk.banner.set(undefined);
  return true;
}

/** Failures behind which a file may stand that can still be written over where it lies. */
const held: ReadonlySet<Failure['code']> = new Set(['busy', 'not-writable']);

/** Why a save came to nothing, with the ways on: compare, try again, and last of all write over the file where it lies. */
function tellSaveFailure(desk: Desk, failure: Failure, target: SaveTarget): void {
  if (failure.code === 'changed-outside' && target.to === 'same') {
    openConflict(desk);
    return;
  }
  if (failure.code === 'cancelled') return;
  const isOwn = target.to === 'same';
  desk.banner.set({
    severity: 'error',
    failure,
    ...(isOwn && { retry: true }),
    ...(isOwn && held.has(failure.code) && { inPlace: true }),
  });
}

/** Writes over the file where it lies: the person was told what that means. */
export async function saveInPlace(desk: Desk): Promise<boolean> {
  return saveTo(desk, { to: 'same', inPlace: true });
}

/** True when the draft is in a file. */
export async function saveDraft(desk: Desk): Promise<boolean> {
  const session = desk.session.get();
  if (!session) return false;
  if (session.fileName.get() === '') return saveDraftAs(desk);
  return saveTo(desk, { to: 'same' });
}

export async function saveDraftAs(desk: Desk): Promise<boolean> {
  const target = await askForTarget(desk, 'save', '.dolboor');
  return target ? saveTo(desk, target) : false;
}

/** Asks what is to become of the draft on the screen when a file lacks something of it. `discard`: give that up. */
async function askToLeave(desk: Desk): Promise<'stay' | 'keep' | 'discard'> {
  const session = desk.session.get();
  if (!session) return 'keep';
  if (!session.hasUnsavedWork()) return 'keep';
  const answer = await askAboutUnsaved(desk);
  if (answer === 'save') return (await saveDraft(desk)) ? 'keep' : 'stay';
  return answer;
}

async function closeSession(desk: Desk, leaving: 'keep' | 'discard'): Promise<void> {
  const session = desk.session.get();
  if (!session) return;
  // What is as the template made it is nobody's work: it is not to be offered as lost.
  const reply = await session.close(leaving === 'discard' || !(session.isSaved() || session.hasUnsavedWork()));
  desk.banner.set(undefined);
  if (!reply.ok) tellFailure(desk, reply.error);
  desk.session.set(undefined);
  desk.beside.set(undefined);
  changeBrought(desk, emptyLibrary);
  desk.shelf.bring();
}

/** Puts the opened draft away, asking first when a file lacks something. False when the person stays. */
export async function leaveDraft(desk: Desk): Promise<boolean> {
  const leaving = await askToLeave(desk);
  if (leaving === 'stay') return false;
  await closeSession(desk, leaving);
  return true;
}

/** The system asked to close the window: goes when nothing is lost. */
export async function leaveWindow(desk: Desk): Promise<void> {
  if (desk.dialog.get()?.kind === 'unsaved') return;
  if (await leaveDraft(desk)) await desk.bridge.request('window.close', {});
}
