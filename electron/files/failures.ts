import { basename } from 'node:path';
import { fail } from '../../core/base/result.ts';
import type { Failure, FailureCode } from '../../core/bridge/failure.ts';
import { errorCode, notHere } from './file-system.ts';

/** A failed result with the code of the contract. */
export function failed(code: FailureCode, params?: Failure['params']): { readonly ok: false; readonly error: Failure } {
  return fail(params ? { code, params } : { code });
}

/** A failed result about a file; the person is told its name, never its folder. */
export function failedFile(code: FailureCode, path: string): { readonly ok: false; readonly error: Failure } {
  return failed(code, { name: basename(path) });
}

/** The drive was taken out, the network share went, or the folder of a sync client is not there now. */
const gone = ['ENOENT', 'ENOTDIR', 'ENXIO', 'ENODEV', 'ENOTCONN', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENETUNREACH', 'ESTALE'];

/** What a file answers whose bytes are kept elsewhere (`notHere` of the disk), or a server that does not come back with them. */
const kept = [notHere, 'ETIMEDOUT'];

const badNames = ['ENAMETOOLONG', 'EINVAL', 'EISDIR'];

/** Why a file could not be read. */
export function readFailure(error: unknown): FailureCode {
  const code = errorCode(error);
  if (gone.includes(code)) return 'not-found';
  if (kept.includes(code)) return 'not-fetched';
  if (code === 'EFBIG') return 'too-large';
  if (code === 'ENAMETOOLONG') return 'bad-name';
  return code === 'EBUSY' ? 'busy' : 'not-readable';
}

/** Why a file could not be written. `not-found`: its folder is gone. */
export function writeFailure(error: unknown): FailureCode {
  const code = errorCode(error);
  if (gone.includes(code)) return 'not-found';
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return 'no-space';
  if (badNames.includes(code)) return 'bad-name';
  return code === 'EBUSY' ? 'busy' : 'not-writable';
}
