import path from 'node:path';
import { fileLimits } from '../../core/base/limits.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import { type ReadDraft, readDraftFile } from '../files/documents.ts';
import { failedFile, readFailure } from '../files/failures.ts';
import { Keyring } from '../files/keyring.ts';
import type { Arguments } from './arguments.ts';
import type { CliWorld } from './command.ts';
import { type Refusal, refuse, refuseAs } from './outcome.ts';

/** The option of every command that opens a draft. The password itself is never an argument: every program sees those. */
export const passwordFile = 'password-file';

/** The draft that the first word names. */
export async function openDraft(args: Arguments, world: CliWorld): Promise<Result<ReadDraft, Refusal>> {
  const password = await readPassword(args, world);
  if (!password.ok) return password;
  const file = path.resolve(world.folder, args.words[0] ?? '');
  const read = await readDraftFile(file, world.files, { keys: new Keyring(), password: password.value });
  return read.ok ? read : refuseAs('refused', read.error);
}

/** The first line of the file, or of standard input for `-`; undefined where no password is given. */
async function readPassword({ values }: Arguments, world: CliWorld): Promise<Result<string | undefined, Refusal>> {
  const name = values[passwordFile];
  if (name === undefined) return succeed(undefined);
  const given = name === '-' ? await world.readInput?.() : await readText(path.resolve(world.folder, name), world);
  if (typeof given === 'object') return given;
  const password = given?.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0];
  return password ? succeed(password) : refuse('usage', 'missing-value', { option: `--${passwordFile}` });
}

async function readText(file: string, { files }: CliWorld): Promise<string | Result<never, Refusal>> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await files.read(file, fileLimits.small));
  } catch (error) {
    const failure = failedFile(readFailure(error), file);
    return refuseAs('refused', failure.error);
  }
}
