import { dirname, join } from 'node:path';
import { packageLimits } from '../../core/base/limits.ts';
import { hashAt } from './atomic-write.ts';
import { readDraftFile } from './documents.ts';
import { isLocked } from './draft-lock.ts';
import { noTitle, titleOf } from './draft-title.ts';
import type { FileSystem } from './file-system.ts';
import type { Keyring, Shut } from './keyring.ts';
import { isLockedOwner, type Owner, readOwner, writeOwner } from './owner.ts';
import type { DraftFile } from './package-file.ts';
import { type RecoveredState, recoverSession } from './recovery.ts';
import { readSealedJournal } from './seal-journal.ts';
import { sealedIn } from './seal-package.ts';
import { draftFolder } from './session-folder.ts';

/** A session of an earlier run whose edits are in no file. */
export interface Unsaved {
  /** Name of the session. */
  readonly session: string;
  readonly folder: string;
  readonly owner: Owner;
  /** Absent for a protected draft of which nobody has given the password. */
  readonly state?: RecoveredState;
  /** How many edits the draft's file lacks; without the password, as far as can be told. */
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
export async function endSession(
  files: FileSystem,
  unsaved: Pick<Unsaved, 'folder' | 'owner'>,
  state: 'proven' | 'discarded' | 'continued',
): Promise<void> {
  await writeOwner(files, unsaved.folder, { ...unsaved.owner, state });
}

/** The folders of drafts in the recovery folder, or of sessions in a draft's folder. */
export async function subfolders(files: FileSystem, folder: string): Promise<readonly string[]> {
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
  if (said?.state === 'proven' || said?.state === 'continued') return undefined;
  if (said && isLockedOwner(said)) return lockedIn(files, folder, said);
  const target = said && (await readTarget(files, said));
  // Of a discarded session the person wants what was saved, and nothing after it.
  const upTo = said?.state === 'discarded' ? said.saved.chain : undefined;
  if (said && upTo !== undefined && (!said.written || isAtLeast(target, said.saved.sequence))) return undefined;
  const state = await recoverSession(files, folder, target, upTo);
  if (!state) return (await isSealed(files, folder)) ? lockedIn(files, folder, said) : undefined;
  const owner = said ?? unknownOwner(state.file);
  if (isInFile(owner, state, target) || (await wasMoved(files, owner, state))) return undefined;
  const inFile = state.inTarget ?? Math.min(owner.saved.sequence, target?.identity.sequence ?? owner.saved.sequence);
  const edits = Math.max(1, state.file.identity.sequence - inFile);
  return { session: folder.slice(-32), folder, owner, state, edits, lastEditAt: await lastChange(files, folder) };
}

/**
 * A session that nobody has the key of. What lies there in clear is believed only where it can do no harm: in doubt it is offered,
 * and the password shows whether there is anything in it.
 */
async function lockedIn(files: FileSystem, folder: string, said: Owner | undefined): Promise<Unsaved | undefined> {
  const owner = said ?? unknownOwner();
  const last = await lastSealedEdit(files, folder);
  if (said && (await isProbablyInFile(files, said, last))) return undefined;
  const edits = Math.max(1, (last.sequence ?? 0) - owner.saved.sequence);
  return { session: folder.slice(-32), folder, owner, edits, lastEditAt: await lastChange(files, folder) };
}

/** What can be told without a key of the last edit that a session holds. */
interface LastEdit {
  /** Its number, by the newest journal that can be read; absent: none can. */
  readonly sequence?: number;
  /** The session has only begun. */
  readonly isFirst?: boolean;
  /** A newer base copy stands there alone. It may hold edits that no journal could be brought to hold. */
  readonly mayBeMore?: boolean;
}

async function isProbablyInFile(files: FileSystem, owner: Owner, last: LastEdit): Promise<boolean> {
  if (owner.target === '') return owner.state === 'discarded' || last.isFirst === true;
  const found = await hashAt(files, owner.target).catch(() => undefined);
  if (owner.state === 'discarded') return !owner.written || found !== undefined;
  const isSame = found === owner.targetSha256;
  // The session may have gone on after it said that all was saved: saying otherwise can fail, and the journal tells.
  if (last.sequence !== undefined && last.sequence > owner.saved.sequence) return false;
  if (owner.state === 'saved') return isSame || (owner.lasting === true && found === undefined);
  return isSame && last.sequence !== undefined && !last.mayBeMore;
}

async function lastSealedEdit(files: FileSystem, folder: string): Promise<LastEdit> {
  const names = (await files.list(folder)).filter((name) => /^\d{6}\.(?:base|qj)$/.test(name)).sort();
  const journals = names.filter((name) => name.endsWith('.qj')).reverse();
  if (journals.length === 0) return { isFirst: names.every((name) => name === '000001.base') };
  for (const name of journals) {
    const journal = readSealedJournal(await files.read(join(folder, name), packageLimits.total));
    if (!journal) continue;
    const isFirst = journal.generation === 1 && !journal.hasRecords && names.at(-1) === '000001.qj';
    if (isFirst) return { isFirst };
    return { sequence: journal.last, mayBeMore: names.some((base) => base.endsWith('.base') && base > name) };
  }
  return {};
}

async function isSealed(files: FileSystem, folder: string): Promise<boolean> {
  for (const name of await files.list(folder)) {
    const bytes = await files.read(join(folder, name), packageLimits.total).catch(() => new Uint8Array());
    if (name.endsWith('.qj') ? readSealedJournal(bytes) : name.endsWith('.base') && sealedIn(bytes)) return true;
  }
  return false;
}

/** Tries a password on everything that a session left, and on the draft's file; undefined when there is a key for some of it. */
export async function unlockSession(
  files: FileSystem,
  { folder, owner }: Pick<Unsaved, 'folder' | 'owner'>,
  { keys, password }: { readonly keys: Keyring; readonly password: string },
): Promise<Shut | undefined> {
  const refused = new Set<string>();
  let [isOpen, shut]: [boolean, Shut | undefined] = [false, undefined];
  // What the session says of itself comes first: it is under the key that counts.
  const paths = [...(await files.list(folder))]
    .sort()
    .reverse()
    .map((name) => join(folder, name));
  for (const path of owner.target === '' ? paths : [...paths, owner.target]) {
    const bytes = await files.read(path, packageLimits.total).catch(() => undefined);
    const why = bytes && (await keys.unlock(bytes, password, refused));
    if (why === undefined) isOpen ||= bytes !== undefined && keys.opens(bytes);
    else if (shut !== 'wrong-password') shut = why;
  }
  return isOpen ? undefined : shut;
}

/** Whether something of the newest that a session left, or what it says of itself, is sealed and there is no key for it. */
export async function isPartlyShut(
  files: FileSystem,
  { folder }: Pick<Unsaved, 'folder'>,
  keys: Keyring,
): Promise<boolean> {
  const names = [...(await files.list(folder))].sort();
  const newest = ['.qj', '.base', '.json'].map((end) => names.findLast((name) => name.endsWith(end)));
  for (const name of newest) {
    const bytes = name === undefined ? undefined : await files.read(join(folder, name), packageLimits.total);
    if (bytes && keys.lacks(bytes)) return true;
  }
  return false;
}

/**
 * Says of sessions of a draft whose edits are found in its file that they are. The caller has the draft's lock and its keys, with
 * which `view` reads; `own`: names of its own sessions.
 */
export async function proveSessions(
  { files, view }: { readonly files: FileSystem; readonly view: FileSystem },
  draft: string,
  own: ReadonlySet<string>,
): Promise<void> {
  for (const folder of await subfolders(files, draft)) {
    const owner = own.has(folder.slice(-32)) ? undefined : await readOwner(view, folder);
    const isOver = owner?.state === 'proven' || owner?.state === 'continued' || owner?.state === 'discarded';
    if (!owner || isOver || isLockedOwner(owner)) continue;
    const target = await readTarget(view, owner);
    const state = await recoverSession(view, folder, target);
    if (state && isInFile(owner, state, target)) await endSession(files, { folder, owner }, 'proven');
  }
}

/**
 * Whether what a session holds is in the draft's file, as that file is now. That the session was told so counts for nothing:
 * a power cut can take a file's new name away after the system had answered, and with it the whole save.
 */
export function isInFile(owner: Owner, state: RecoveredState, target: DraftFile | undefined): boolean {
  const { sequence, chain } = state.file.identity;
  if (chain === target?.identity.chain) return true;
  if (chain !== owner.saved.chain) return false;
  // It was written there, and the file has gone on since; or it was never more than what the session opened.
  return target ? isAtLeast(target, sequence) : state.isUntouched && !owner.written;
}

/**
 * Everything was saved, for certain, and the file is no longer where it was though its folder is: somebody moved or removed it.
 * That is no lost work; what the session holds stays on the disk all the same, since nobody has found it elsewhere.
 */
async function wasMoved(files: FileSystem, owner: Owner, { file }: RecoveredState): Promise<boolean> {
  if (owner.state !== 'saved' || !owner.lasting || file.identity.chain !== owner.saved.chain) return false;
  if ((await files.entry(owner.target).catch(() => 'unknown')) !== undefined) return false;
  return (await files.entry(dirname(owner.target)).catch(() => undefined))?.kind === 'folder';
}

function isAtLeast(target: DraftFile | undefined, sequence: number): boolean {
  return target !== undefined && target.identity.sequence >= sequence;
}

/** The session's own draft in its file, when it is whole. */
export async function readTarget(files: FileSystem, owner: Owner): Promise<DraftFile | undefined> {
  if (owner.target === '') return undefined;
  const read = await readDraftFile(owner.target, files);
  const isOwn = read.ok && read.value.notices.length === 0 && read.value.file.identity.draftId === owner.draftId;
  return isOwn ? read.value.file : undefined;
}

/** A failure came before the session could say anything: everything that it holds counts as unsaved. */
function unknownOwner(file?: DraftFile): Owner {
  return {
    draftId: file?.identity.draftId ?? '',
    target: '',
    targetSha256: '',
    saved: { sequence: 0, chain: '' },
    title: file ? titleOf(file.draft) : noTitle,
    written: false,
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
