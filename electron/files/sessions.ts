import { dirname, join } from 'node:path';
import { trilingual } from '../../core/base/language.ts';
import { wordsOf } from '../templates/templates.ts';
import { readDraftFile } from './documents.ts';
import { isLocked } from './draft-lock.ts';
import type { FileSystem } from './file-system.ts';
import { type Owner, readOwner, writeOwner } from './owner.ts';
import type { DraftFile } from './package-file.ts';
import { type RecoveredState, recoverSession } from './recovery.ts';
import { draftFolder } from './session-folder.ts';

/** A session of an earlier run whose edits are in no file. */
export interface Unsaved {
  /** Name of the session. */
  readonly session: string;
  readonly folder: string;
  readonly owner: Owner;
  readonly state: RecoveredState;
  /** How many edits the draft's file lacks. */
  readonly edits: number;
  /** ISO 8601; for show only. */
  readonly lastEditAt: string;
}

/** Every session with edits that are in no file and that no living process has open; of one draft only when its id is given. */
export async function listUnsaved(files: FileSystem, recovery: string, draftId?: string): Promise<readonly Unsaved[]> {
  const drafts = draftId === undefined ? await subfolders(files, recovery) : [draftFolder(recovery, draftId)];
  const unsaved: Unsaved[] = [];
  for (const draft of drafts) {
    // The caller that names a draft holds its lock.
    if (draftId === undefined && (await isLocked(files, draft))) continue;
    for (const folder of await subfolders(files, draft)) {
      const found = await unsavedIn(files, folder);
      if (found) unsaved.push(found);
    }
  }
  return unsaved;
}

/** The session with this name, if it has edits that are in no file. */
export async function findUnsaved(files: FileSystem, recovery: string, session: string): Promise<Unsaved | undefined> {
  if (!/^[0-9a-f]{32}$/.test(session)) return undefined;
  for (const draft of await subfolders(files, recovery)) {
    const found = (await subfolders(files, draft)).find((folder) => folder === join(draft, session));
    if (found) return unsavedIn(files, found);
  }
  return undefined;
}

/** Whether a living process has the draft of this session open. */
export function isSessionLocked(files: FileSystem, unsaved: Unsaved): Promise<boolean> {
  return isLocked(files, dirname(unsaved.folder));
}

/** Says of a session of an earlier run what became of it. Its edits stay on disk for a while. */
export async function endSession(files: FileSystem, unsaved: Unsaved, state: 'discarded' | 'continued'): Promise<void> {
  await writeOwner(files, unsaved.folder, { ...unsaved.owner, state });
}

const keptFor = 7 * 24 * 60 * 60 * 1000;

/**
 * Removes sessions that ended in order more than seven days ago. One whose edits went into a file goes only when that file is
 * there and opens whole: what was written then is proven by reading it now.
 */
export async function tidySessions(files: FileSystem, recovery: string, now: string): Promise<void> {
  for (const draft of await subfolders(files, recovery)) {
    if (await isLocked(files, draft)) continue;
    for (const folder of await subfolders(files, draft)) {
      const owner = await readOwner(files, folder);
      const ended = await files.entry(join(folder, 'owner.json'));
      if (!owner || !ended || Date.parse(now) - Date.parse(ended.modifiedAt) < keptFor) continue;
      if (owner.state !== 'open' && owner.state !== 'closed' && (await isProven(files, owner)))
        await files.remove(folder);
    }
  }
}

async function isProven(files: FileSystem, owner: Owner): Promise<boolean> {
  if (owner.state !== 'saved') return true;
  const read = await readDraftFile(owner.target, files);
  return read.ok && read.value.notices.length === 0 && read.value.file.identity.draftId === owner.draftId;
}

async function subfolders(files: FileSystem, folder: string): Promise<readonly string[]> {
  let names: readonly string[];
  try {
    names = await files.list(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => /^[0-9a-f]{32}$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

async function unsavedIn(files: FileSystem, folder: string): Promise<Unsaved | undefined> {
  const said = await readOwner(files, folder);
  if (said && said.state !== 'open' && said.state !== 'closed') return undefined;
  const state = await recoverSession(files, folder);
  if (!state) return undefined;
  const owner = said ?? unknownOwner(state.file);
  const { sequence, chain } = state.file.identity;
  if (chain === owner.saved.chain || (await isInTarget(files, owner, chain))) return undefined;
  const edits = Math.max(1, sequence - owner.saved.sequence);
  return { session: folder.slice(-32), folder, owner, state, edits, lastEditAt: await lastChange(files, folder) };
}

/** A failure may have come after the file was replaced and before the session could say so. */
async function isInTarget(files: FileSystem, owner: Owner, chain: string): Promise<boolean> {
  if (owner.target === '') return false;
  const read = await readDraftFile(owner.target, files);
  return read.ok && read.value.file.identity.chain === chain;
}

/** A failure came before the session could say anything: everything that it holds counts as unsaved. */
function unknownOwner({ draft, identity }: DraftFile): Owner {
  const title = draft.units.find((unit) => unit.kind === 'title');
  return {
    draftId: identity.draftId,
    target: '',
    targetSha256: '',
    saved: { sequence: 0, chain: '' },
    title: title ? wordsOf(title) : trilingual(() => ''),
    state: 'open',
  };
}

async function lastChange(files: FileSystem, folder: string): Promise<string> {
  let last = '';
  for (const name of await files.list(folder)) {
    const changed = (await files.entry(join(folder, name)))?.modifiedAt ?? '';
    if (name.endsWith('.qj') && changed > last) last = changed;
  }
  return last;
}
