import { basename, dirname, extname, join } from 'node:path';
import { type Result, succeed } from '../../core/base/result.ts';
import type { SaveTarget } from '../../core/bridge/drafts.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import { type Expected, hashAt, linkedFile } from '../files/atomic-write.ts';
import { failed, failedFile, readFailure } from '../files/failures.ts';
import { isFileName, withExtension } from '../files/file-name.ts';
import type { FileSystem } from '../files/file-system.ts';
import { listedPath } from './browse.ts';
import type { World } from './world.ts';

/** Where something goes, and what may stand there to be replaced. */
export interface ResolvedTarget {
  readonly path: string;
  readonly expected: Expected;
}

const extensions = { draft: 'dolboor', docx: 'docx', text: 'txt', pdf: 'pdf', csv: 'csv' } as const;

/** Asks the person, or takes what the loopback page chose. `same` is for the caller, who knows the file. */
export async function chooseTarget(
  files: FileSystem,
  world: World,
  target: Exclude<SaveTarget, { to: 'same' | 'copy' }>,
  kind: keyof typeof extensions,
): Promise<Result<ResolvedTarget, Failure>> {
  const extension = extensions[kind];
  if (target.to === 'dialog') {
    const chosen = await world.dialogs?.saveAs(withExtension(target.suggestedName, extension), kind);
    if (chosen === undefined) return failed(world.dialogs ? 'cancelled' : 'bad-request');
    const path = await linkedFile(files, withExtension(chosen, extension));
    if (!isFileName(basename(path))) return failedFile('bad-name', path);
    // The dialog has asked about the file that it was given, and about no other.
    return withExtension(chosen, extension) === chosen ? replacing(files, path) : succeed({ path, expected: 'absent' });
  }
  const path = await listedPath(files, world, target.folder, withExtension(target.name, extension));
  if (!path.ok) return path;
  return target.overwrite ? replacing(files, path.value) : succeed({ path: path.value, expected: 'absent' });
}

/**
 * A name beside the draft's own file for a state that cannot go there. The same state has the same name, without any clock: what
 * was written under it already is that state.
 */
export function copyTarget(own: string, label: string, chain: string): Result<ResolvedTarget, Failure> {
  const stem = basename(own, extname(own));
  const name = `${stem} (${label} ${chain.slice(0, 8)}).${extensions.draft}`;
  if (own === '' || !isFileName(name)) return failedFile('bad-name', name);
  return succeed({ path: join(dirname(own), name), expected: 'absent' });
}

/** The person agreed to replace what is there now; what somebody puts there after this moment is not meant. */
async function replacing(files: FileSystem, path: string): Promise<Result<ResolvedTarget, Failure>> {
  try {
    const sha256 = await hashAt(files, path);
    return succeed({ path, expected: sha256 === undefined ? 'absent' : { sha256 } });
  } catch (error) {
    return failedFile(readFailure(error), path);
  }
}
