import { accessSync, constants, mkdirSync } from 'node:fs';
import type { Messages } from '../messages.ts';

/** The exit code when the data folder cannot be used; the headless command has the same for a result that it cannot write. */
const unwritable = 4;
const full = ['ENOSPC', 'EDQUOT'];

/** Edits could not be kept in the data folder, so the application does not begin. */
export class NoDisk extends Error {
  readonly folder: string;

  constructor(folder: string, cause: unknown) {
    super('The data folder cannot be used', { cause });
    this.name = 'NoDisk';
    this.folder = folder;
  }
}

/** Makes the data folder and looks whether it takes files. Before anything else: Electron's own lock needs it too. */
export function findDiskTrouble(folder: string): NoDisk | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    return new NoDisk(folder, error);
  }
}

/** What a start that failed tells the person, and the exit code that tells a program. */
export function startFailure(error: unknown, messages: Messages): { readonly sentence: string; readonly exit: number } {
  if (!(error instanceof NoDisk)) return { sentence: messages('shell.failed.unknown'), exit: 1 };
  const { code } = (error.cause ?? {}) as NodeJS.ErrnoException;
  const why = full.includes(code ?? '') ? 'full' : 'folder';
  return { sentence: messages(`shell.failed.${why}`, { folder: error.folder, code: code ?? '?' }), exit: unwritable };
}
