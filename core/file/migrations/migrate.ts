import { fail, type Result, succeed } from '../../base/result.ts';
import { isCount } from '../fields.ts';
import type { Migration, RawFile } from './migration.ts';

/** A file brought to the wanted format, and the one that it came from. */
export interface Migrated {
  readonly file: RawFile;
  readonly from: number;
}

/**
 * Brings a file to the format `to`, step by step. `newer`: only a newer version may read it, so it is left untouched.
 * `format`: there is no way from its format to ours.
 */
export function migrate(file: RawFile, to: number, steps: readonly Migration[]): Result<Migrated, 'newer' | 'format'> {
  const { formatVersion, minReaderVersion } = file.manifest;
  if (!isCount(formatVersion) || !isCount(minReaderVersion)) return fail('format');
  if (minReaderVersion > to) return fail('newer');
  // A newer file that says that we may read it is read as ours: its additions are additions.
  let current = file;
  for (let version = formatVersion; version < to; version += 1) {
    const step = steps.find((candidate) => candidate.from === version);
    const next = step?.migrate(current);
    if (!next) return fail('format');
    current = { ...next, manifest: { ...next.manifest, formatVersion: version + 1 } };
  }
  return succeed({ file: current, from: formatVersion });
}
