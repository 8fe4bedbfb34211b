import { join } from 'node:path';
import { packageLimits } from '../../../core/base/limits.ts';
import type { FileSystem } from '../../../electron/files/file-system.ts';
import { Keyring } from '../../../electron/files/keyring.ts';
import { draftFolder } from '../../../electron/files/session-folder.ts';
import { subfolders } from '../../../electron/files/sessions.ts';

/** The password of every protected draft of a simulation. */
export const harnessPassword = 'ала-тоо';

/** The least that a head may cost: a simulation protects a hundred drafts. */
export const harnessCost = 14;

/** The keys of them all, so that ten thousand images do not cost ten thousand guesses. */
export const harnessKeys = new Keyring();

/** Takes the keys of a draft that was just protected. */
export async function collectKeys(files: FileSystem, recovery: string, draftId: string): Promise<void> {
  for (const folder of await subfolders(files, draftFolder(recovery, draftId))) {
    for (const name of await files.list(folder)) {
      await harnessKeys.unlock(await files.read(join(folder, name), packageLimits.total), harnessPassword);
    }
  }
}
