import { packageLimits } from '../../core/base/limits.ts';
import type { Notice } from '../../core/base/notice.ts';
import type { Ports } from '../../core/base/ports.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { Draft } from '../../core/draft/types.ts';
import { firstPoint, snapshotPoint } from '../../core/file/chain.ts';
import type { TrailReading } from '../../core/file/verify-trail.ts';
import { draftFromTemplate } from '../templates/templates.ts';
import { writeAtomically } from './atomic-write.ts';
import { failedFile, readFailure } from './failures.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { sha256 } from './hash.ts';
import { Keyring } from './keyring.ts';
import { type DraftFile, packDraft, unpackDraft } from './package-file.ts';

/** A draft read from disk. */
export interface ReadDraft {
  readonly file: DraftFile;
  /** SHA-256 of the bytes: what must still be there when the draft is saved over them. */
  readonly sha256: string;
  readonly notices: readonly Notice[];
  /** Something of the file could not be read: it is worth keeping as it is. */
  readonly isDamaged: boolean;
  /** Its audit trail, and whether that holds; absent where none is kept. */
  readonly trail?: TrailReading;
}

/** A password and the keyring that takes the key which it opens. */
export interface Unlocking {
  readonly keys: Keyring;
  readonly password?: string | undefined;
}

/** Reads a `.dolboor` file. The file is never changed by it. A protected one comes back as `password-needed` or `wrong-password`. */
export async function readDraftFile(
  path: string,
  files: FileSystem = nodeFileSystem,
  { keys, password }: Unlocking = { keys: new Keyring() },
): Promise<Result<ReadDraft, Failure>> {
  let bytes: Uint8Array;
  try {
    bytes = await files.read(path, packageLimits.file);
  } catch (error) {
    return failedFile(readFailure(error), path);
  }
  const shut = password === undefined ? undefined : await keys.unlock(bytes, password);
  if (shut) return failedFile(shut, path);
  const opened = await unpackDraft(bytes, keys);
  if (!opened.ok) return failedFile(opened.error.code, path);
  return succeed({ ...opened.value, sha256: sha256(bytes) });
}

/** A file with a new draft from a template; nothing is written. */
export async function createFromTemplate(
  resources: string,
  template: string,
  ports: Ports,
  files: FileSystem = nodeFileSystem,
): Promise<Result<DraftFile, Failure>> {
  const draft = await draftFromTemplate(files, resources, template, ports);
  return draft.ok ? succeed(newDraftFile(draft.value, ports)) : draft;
}

/** A draft without a past, as a file. */
export function newDraftFile(draft: Draft, ports: Ports): DraftFile {
  const identity = { ...firstPoint(draft, sha256), draftId: draft.meta.id, forkId: ports.newId(), lineage: [] };
  return { draft, identity, carried: new Map() };
}

/** The file with its draft changed in one step that no journal recorded, as a command does it. */
export function withDraft(file: DraftFile, draft: Draft): DraftFile {
  const point = snapshotPoint(file.identity, file.identity.sequence + 1, draft, sha256);
  return { ...file, draft, identity: { ...file.identity, ...point } };
}

/**
 * Writes a `.dolboor` file. Without `force` nothing that exists is replaced (`already-exists`), unless `over` names what was
 * read there (`changed-outside` when it is something else by now).
 */
export async function writeDraftFile(
  path: string,
  file: DraftFile,
  options: { readonly force?: boolean; readonly over?: string } = {},
  files: FileSystem = nodeFileSystem,
): Promise<Result<{ readonly bytes: number }, Failure>> {
  const bytes = packDraft(file);
  const expected = options.force ? 'anything' : options.over === undefined ? 'absent' : { sha256: options.over };
  const temporary = `~$${file.identity.draftId.slice(0, 40)}-${process.pid}.tmp`;
  const written = await writeAtomically(files, { path, bytes, expected, temporary });
  return written.ok ? succeed({ bytes: bytes.length }) : written;
}
