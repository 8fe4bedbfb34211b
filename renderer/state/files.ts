import type { Failure, OpenSource, ReplyOf, SaveTarget } from '../../core/bridge/contract.ts';
import { createDraftEditor } from '../editor/draft-editor.ts';
import type { Desk } from './desk.ts';
import type { CloseAnswer, Listed } from './dialogs.ts';
import { createSession } from './session.ts';

/** Shows why something came to nothing. A person who cancelled needs no telling. */
export function tellFailure(desk: Desk, failure: Failure): void {
  if (failure.code !== 'cancelled') desk.banner.set({ severity: 'error', failure });
}

/** Asks the loopback shell's file browser. The promise is kept whatever way the dialog is left. */
function askForFile(desk: Desk, purpose: 'open' | 'save' | 'export', suggestedName = ''): Promise<Listed | undefined> {
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

function startSession(desk: Desk, reply: ReplyOf<'draft.open'>): boolean {
  if (!reply.ok) {
    tellFailure(desk, reply.error);
    return false;
  }
  const { bridge, register, forms, ports } = desk;
  const editor = createDraftEditor({ draft: reply.value.draft, register, forms, ports });
  desk.act.set(undefined);
  desk.composing.set(false);
  desk.banner.set(undefined);
  desk.session.set(createSession(bridge, reply.value, editor));
  if (reply.value.notices.length > 0) desk.banner.set({ severity: 'note', notices: reply.value.notices });
  return true;
}

export async function createFromTemplate(desk: Desk, template: string): Promise<void> {
  if (!(await leaveDraft(desk))) return;
  startSession(desk, await desk.bridge.request('draft.create', { template }));
}

export async function openFrom(desk: Desk, source: OpenSource): Promise<void> {
  if (!(await leaveDraft(desk))) return;
  startSession(desk, await desk.bridge.request('draft.open', source));
}

/** Lets the person choose a file, by the system's dialog or by the page's own, and opens it. */
export async function openByDialog(desk: Desk): Promise<void> {
  if (desk.info.shell === 'electron') return openFrom(desk, { from: 'dialog' });
  const chosen = await askForFile(desk, 'open');
  if (chosen) await openFrom(desk, { from: 'listed', folder: chosen.folder, name: chosen.name });
}

/** A name for a file, from the draft's title; without what Windows does not allow in one. */
function suggestName(desk: Desk): string {
  const units = desk.session.get()?.editor.state().units ?? [];
  const title = units.find((unit) => unit.kind === 'title');
  const { language } = desk.settings.get();
  const cells = [...(title?.children ?? [])].sort((a, b) => Number(b.lang === language) - Number(a.lang === language));
  const words = cells
    .map((cell) => cell.children.map((inline) => ('text' in inline ? inline.text : '')).join(''))
    .find((text) => text.trim() !== '');
  return (words ?? '')
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, '');
}

/** Where to write: asks, in the way of the shell. Undefined when the person went back. */
export async function askForTarget(
  desk: Desk,
  purpose: 'save' | 'export',
  extension: string,
): Promise<SaveTarget | undefined> {
  const suggestedName = `${suggestName(desk) || 'dolboor'}${extension}`;
  if (desk.info.shell === 'electron') return { to: 'dialog', suggestedName };
  return askForFile(desk, purpose, suggestedName);
}

async function saveTo(desk: Desk, target: SaveTarget): Promise<boolean> {
  const session = desk.session.get();
  if (!session) return false;
  const reply = await session.save(target);
  if (!reply.ok) {
    tellFailure(desk, reply.error);
    return false;
  }
  if (desk.banner.get()?.failure) desk.banner.set(undefined);
  return true;
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

/** Puts the opened draft away, asking first when a file lacks something. False when the person stays. */
export async function leaveDraft(desk: Desk): Promise<boolean> {
  const session = desk.session.get();
  if (!session) return true;
  let discard = !session.isSaved();
  if (session.hasUnsavedWork()) {
    const answer = await askAboutUnsaved(desk);
    if (answer === 'stay') return false;
    if (answer === 'save' && !(await saveDraft(desk))) return false;
    discard = answer === 'discard';
  }
  const reply = await session.close(discard);
  if (!reply.ok) tellFailure(desk, reply.error);
  desk.session.set(undefined);
  return true;
}

/** The system asked to close the window: goes when nothing is lost. */
export async function leaveWindow(desk: Desk): Promise<void> {
  if (desk.dialog.get()?.kind === 'unsaved') return;
  if (await leaveDraft(desk)) await desk.bridge.request('window.close', {});
}
