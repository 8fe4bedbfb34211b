import { join } from 'node:path';
import { canonicalJson } from '../../../core/file/canonical.ts';
import { readDraftFile } from '../../../electron/files/documents.ts';
import type { FileSystem } from '../../../electron/files/file-system.ts';
import { unlockedFiles } from '../../../electron/files/keyring.ts';
import { listUnsaved } from '../../../electron/files/sessions.ts';
import type { World } from '../../../electron/services/world.ts';
import { harnessKeys } from './secret-keys.ts';

/** What was promised about a disk. */
export interface Promised {
  /** Text of the draft after each edit. */
  readonly texts: ReadonlyMap<number, string>;
  /** The last edit that was acknowledged; -1 for none. */
  readonly safe: number;
  /** Text after edits whose flush has just failed: they may still be found, until something else took their place. */
  readonly doubtful?: ReadonlyMap<number, string>;
}

/** A state that a disk gives to a process that knows nothing of the one before. */
export interface Found {
  readonly where: string;
  readonly sequence: number;
  readonly text: string;
}

/** Finds every state on a disk: in the files and in the recovery. */
export interface Findings {
  readonly states: readonly Found[];
  /** Files that are there and do not open whole. */
  readonly broken: readonly string[];
}

/** The real reading and the real recovery. */
export async function findStates(files: FileSystem, world: World): Promise<Findings> {
  const states: Found[] = [];
  const broken: string[] = [];
  const names = await files.list(world.folders.documents).catch(() => []);
  for (const name of names.filter((one) => one.endsWith('.dolboor'))) {
    const read = await readDraftFile(join(world.folders.documents, name), files, { keys: harnessKeys });
    if (!read.ok || read.value.notices.length > 0) broken.push(name);
    else states.push(found(name, read.value.file));
  }
  const recovery = join(world.folders.data, 'recovery');
  const view = notingFiles(files);
  const unlocked = await listUnsaved(view.files, recovery);
  // Where nothing is sealed, who has no key reads the same.
  const seen = view.isSealed() ? await listUnsaved(files, recovery) : unlocked;
  const offered = new Set(seen.map(({ session }) => session));
  for (const { state, session } of unlocked) {
    // Whoever has not given the password yet must be told that there is something to give it for.
    if (!offered.has(session)) broken.push(`the offer of ${session}`);
    if (state) states.push(found(session, state.file));
  }
  return { states, broken };
}

/** The disk as who has the keys sees it, and whether they were of any use. */
function notingFiles(files: FileSystem): { readonly files: FileSystem; readonly isSealed: () => boolean } {
  const sealed = new Map<string, Uint8Array>();
  let isSealed = false;
  const read: FileSystem['read'] = async (path, limit) => {
    const bytes = await files.read(path, limit);
    sealed.set(path, bytes);
    return bytes;
  };
  const unlocked = unlockedFiles({ ...files, read }, harnessKeys);
  const noting: FileSystem = {
    ...unlocked,
    read: async (path, limit) => {
      const bytes = await unlocked.read(path, limit);
      isSealed ||= bytes !== sealed.get(path);
      return bytes;
    },
  };
  return { files: noting, isSealed: () => isSealed };
}

export function found(where: string, file: { draft: unknown; identity: { sequence: number } }): Found {
  return { where, sequence: file.identity.sequence, text: canonicalJson(file.draft) };
}

/**
 * What is wrong with a disk, undefined when nothing is: a file that is neither the old nor the new one, a state that never was,
 * an acknowledged edit that is nowhere.
 */
export function verdict({ states, broken }: Findings, { texts, safe, doubtful }: Promised): string | undefined {
  if (broken.length > 0) return `${broken.join(', ')} is neither old nor new`;
  // Nobody was told of a draft that could not even begin.
  if (texts.size === 0) return undefined;
  const invented = states.find(
    ({ sequence, text }) => texts.get(sequence) !== text && doubtful?.get(sequence) !== text,
  );
  if (invented) return `${invented.where} holds a state ${invented.sequence} that never was`;
  const reached = Math.max(-1, ...states.map(({ sequence }) => sequence));
  return reached < safe ? `edit ${safe} was acknowledged, ${reached} is left` : undefined;
}
