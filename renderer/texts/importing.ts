import type { Failure } from '../../core/bridge/failure.ts';
import type { TextProposal, TextSource } from '../../core/bridge/library.ts';
import type { ActId } from '../../core/draft/types.ts';
import type { OfficialText } from '../../core/law/official-text/types.ts';
import { noteDeed } from '../audit/note-deed.ts';
import { changeLibrary, type Desk } from '../state/desk.ts';
import { askForFile, tellFailure } from '../state/files.ts';

/** Lets the person choose the file of an act's text, reads it and shows what was recognised. `act`: the one that it is asked for. */
export async function importText(desk: Desk, act?: ActId): Promise<void> {
  const source = await chooseTextFile(desk);
  if (!source) return;
  desk.dialog.set({ kind: 'reading-text' });
  const reply = await desk.bridge.request('text.propose', source);
  if (desk.dialog.get()?.kind === 'reading-text') desk.dialog.set(undefined);
  if (reply.ok) desk.dialog.set({ kind: 'review-text', proposal: reply.value, ...(act !== undefined && { act }) });
  else tellFailure(desk, reply.error);
}

/** The file of a text, by the system's dialog or by the page's own. */
export async function chooseTextFile(desk: Desk): Promise<TextSource | undefined> {
  if (desk.info.shell === 'electron') return { from: 'dialog' };
  const chosen = await askForFile(desk, 'text');
  return chosen && { from: 'listed', folder: chosen.folder, name: chosen.name };
}

export function cancelReading(desk: Desk): void {
  void desk.bridge.request('text.cancel', {});
}

/** What a person accepts: the proposal with the structure as it was mended, for an act. */
export interface Acceptance {
  readonly proposal: TextProposal;
  readonly act: ActId;
  readonly text: OfficialText;
}

/** Keeps an accepted text and opens it. Why it was not kept, where it was not. */
export async function acceptText(desk: Desk, { proposal, act, text }: Acceptance): Promise<Failure | undefined> {
  const corrected = text !== proposal.text;
  const by = desk.settings.get().author;
  const reply = await desk.bridge.request('text.accept', { id: proposal.id, act, text, corrected, by });
  if (!reply.ok) return reply.error;
  noteDeed(desk, 'imported');
  changeLibrary(desk, reply.value.library);
  desk.shelf.take(reply.value, { act, language: text.language });
  return undefined;
}
