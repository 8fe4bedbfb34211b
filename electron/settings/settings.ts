import { join } from 'node:path';
import { fileLimits } from '../../core/base/limits.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { Settings } from '../../core/bridge/settings.ts';
import { validateRequest } from '../../core/bridge/validate.ts';
import { canonicalJson } from '../../core/file/canonical.ts';
import { field, fieldsOf, parseJson } from '../../core/file/fields.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import type { FileSystem } from '../files/file-system.ts';
import { inTurnAt, ownTemporaryName } from '../files/turns.ts';

/** Before anybody chose anything. Kyrgyz first: its text is the one that parliament adopts. */
const defaultSettings: Settings = {
  language: 'ky',
  theme: 'system',
  author: '',
  columns: ['ky', 'ru'],
  outlineLanguage: 'writing',
  outlineWidth: 'usual',
  inspectorWidth: 'usual',
  shares: { ky: 1, ru: 1, en: 1 },
  zoom: 100,
  marks: false,
};

const fileName = 'settings.json';

/** What the person chose. A field that cannot be read has its default; a damaged file is no reason not to start. */
export async function readSettings(files: FileSystem, data: string): Promise<Settings> {
  let stored: unknown;
  try {
    stored = parseJson(new TextDecoder().decode(await files.read(join(data, fileName), fileLimits.small)));
  } catch {
    return defaultSettings;
  }
  const fields = fieldsOf(stored) ?? {};
  let settings = defaultSettings;
  for (const name of Object.keys(defaultSettings)) {
    const value = field(fields, name);
    const one = value === undefined ? undefined : validateRequest('settings.write', { [name]: value });
    if (one?.ok) settings = { ...settings, ...one.value };
  }
  return settings;
}

/** Changes some settings and keeps them. */
export function writeSettings(
  files: FileSystem,
  data: string,
  change: Partial<Settings>,
): Promise<Result<Settings, Failure>> {
  return inTurnAt(join(data, fileName), () => changeSettings(files, data, change));
}

async function changeSettings(
  files: FileSystem,
  data: string,
  change: Partial<Settings>,
): Promise<Result<Settings, Failure>> {
  const settings: Settings = { ...(await readSettings(files, data)), ...change };
  const bytes = new TextEncoder().encode(`${canonicalJson(settings)}\n`);
  const path = join(data, fileName);
  const temporary = ownTemporaryName(fileName);
  const written = await writeAtomically(files, { path, bytes, expected: 'anything', temporary, isPrivate: true });
  return written.ok ? succeed(settings) : written;
}
