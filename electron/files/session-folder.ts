import { join } from 'node:path';
import type { Ports } from '../../core/base/ports.ts';
import { writeAtomically } from './atomic-write.ts';
import type { FileSystem } from './file-system.ts';
import { sha256 } from './hash.ts';
import { beginJournal, type Journal } from './journal.ts';
import type { JournalHeader } from './journal-format.ts';
import { type Owner, writeOwner } from './owner.ts';
import type { DraftFile } from './package-file.ts';
import { type JournalCode, sealedCode } from './seal-journal.ts';

/**
 * The folder in which one session keeps one draft safe: numbered generations, each a base copy and a journal of the edits
 * after it. A generation's valid journal header is the point from which it counts; older ones stay as second copies.
 */
export interface SessionFolder {
  readonly path: string;
  /** 32 hexadecimal digits. */
  readonly session: string;
  /**
   * Begins the next generation from a state; `packed` are the bytes of its package. Nothing has changed when it fails; it may
   * be tried again.
   */
  advance(file: DraftFile, packed: Uint8Array): Promise<Journal>;
  describe(owner: Owner): Promise<void>;
  remove(): Promise<void>;
}

/** Where the sessions of one draft lie. The id comes from a file that anybody may have made, so its hash names the folder. */
export function draftFolder(recovery: string, draftId: string): string {
  return join(recovery, sha256(draftId).slice(0, 32));
}

export function baseName(generation: number): string {
  return `${String(generation).padStart(6, '0')}.base`;
}

export function journalName(generation: number): string {
  return `${String(generation).padStart(6, '0')}.qj`;
}

/** The name under which a session writes beside a draft's file before it takes the file's place. */
export function temporaryName(session: string): string {
  return `~$${session}.tmp`;
}

/** Makes the folder of a new session. */
export async function beginSession(
  files: FileSystem,
  recovery: string,
  draftId: string,
  ports: Ports,
): Promise<SessionFolder> {
  const session = sha256(ports.newId()).slice(0, 32);
  const parent = draftFolder(recovery, draftId);
  const path = join(parent, session);
  await files.makeFolder(path);
  // A folder whose name was never flushed may be gone after a power cut, with everything in it.
  for (const folder of [path, parent, recovery, join(recovery, '..')]) await files.syncFolder(folder);
  let generation = 0;
  return {
    path,
    session,
    advance: async (file, packed) => {
      generation += 1;
      const header = { session, generation, chain: file.identity.chain };
      const { protection, identity } = file;
      const code = protection && sealedCode(header, identity.sequence, protection);
      return beginGeneration(files, path, { header, ...(code && { code }) }, packed);
    },
    describe: (owner) => writeOwner(files, path, owner),
    remove: () => files.remove(path),
  };
}

async function beginGeneration(
  files: FileSystem,
  folder: string,
  { header, code }: { readonly header: JournalHeader; readonly code?: JournalCode },
  bytes: Uint8Array,
): Promise<Journal> {
  const base = join(folder, baseName(header.generation));
  const written = await writeAtomically(files, {
    path: base,
    bytes,
    expected: 'anything',
    temporary: 'base.tmp',
    isPrivate: true,
  });
  if (!written.ok) {
    const code = written.error.code === 'no-space' ? 'ENOSPC' : 'EIO';
    throw Object.assign(new Error('base copy'), { code });
  }
  return beginJournal(files, join(folder, journalName(header.generation)), header, code);
}
