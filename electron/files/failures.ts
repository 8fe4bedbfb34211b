import { basename } from 'node:path';
import { fail } from '../../core/base/result.ts';
import type { Failure, FailureCode } from '../../core/bridge/contract.ts';
import { errorCode } from './file-system.ts';

/** A failed result with the code of the contract. */
export function failed(code: FailureCode, params?: Failure['params']): { readonly ok: false; readonly error: Failure } {
  return fail(params ? { code, params } : { code });
}

/** A failed result about a file; the person is told its name, never its folder. */
export function failedFile(code: FailureCode, path: string): { readonly ok: false; readonly error: Failure } {
  return failed(code, { name: basename(path) });
}

const readCodes: Readonly<Record<string, FailureCode>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EFBIG: 'too-large',
  EBUSY: 'busy',
};

/** Why a file could not be read. */
export function readFailure(error: unknown): FailureCode {
  return readCodes[errorCode(error)] ?? 'not-readable';
}

const writeCodes: Readonly<Record<string, FailureCode>> = {
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  EFBIG: 'no-space',
  EBUSY: 'busy',
  ENOENT: 'not-found',
};

/** Why a file could not be written. `not-found`: its folder is gone. */
export function writeFailure(error: unknown): FailureCode {
  return writeCodes[errorCode(error)] ?? 'not-writable';
}
