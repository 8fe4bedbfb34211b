import { join } from 'node:path';
import { type Result, succeed } from '../../core/base/result.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { failed } from '../files/failures.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { World } from './world.ts';

/** Copies of one name that a folder may hold before the person is asked to clear it. */
const mostCopies = 50;

/** Writes a text into the documents folder where the person finds it, under a number where its name is taken. */
export async function saveCopy(
  files: FileSystem,
  { folders: { documents }, ports }: World,
  { stem, extension, text }: { readonly stem: string; readonly extension: string; readonly text: string },
): Promise<Result<{ readonly name: string; readonly folder: string }, Failure>> {
  const bytes = new TextEncoder().encode(text);
  const temporary = `~$${ports.newId()}.tmp`;
  for (let number = 1; number <= mostCopies; number += 1) {
    const name = `${number === 1 ? stem : `${stem}-${number}`}.${extension}`;
    const path = join(documents, name);
    const written = await writeAtomically(files, { path, bytes, expected: 'absent', temporary });
    if (written.ok) return succeed({ name, folder: documents });
    if (written.error.code !== 'already-exists') return written;
  }
  return failed('already-exists');
}
