import { join } from 'node:path';
import { fileLimits } from '../../core/base/limits.ts';
import { canonicalJson } from '../../core/file/canonical.ts';
import { field, fieldsOf, isText, parseJson } from '../../core/file/fields.ts';
import { writeAtomically } from './atomic-write.ts';
import type { FileSystem } from './file-system.ts';
import type { Keyring } from './keyring.ts';
import { sealText, unsealText } from './seal.ts';
import type { Protection } from './seal-key.ts';

/** What is known of a kept state besides its package: who worked on it, and the name that a person gave it. */
export interface About {
  readonly label?: string;
  readonly author?: string;
  /** Of a protected draft: both of them, sealed. Blank beside it once there is no key; kept then as it lies there. */
  readonly secret?: string;
}

/** What stands beside the states of one draft. */
export interface HistoryNames {
  readonly states: Readonly<Record<string, About>>;
  /** The named versions travel in the draft's file. Absent: nobody said on this machine. */
  readonly travels?: boolean;
  /** The official texts that the draft cites travel in its file. Absent: nobody said on this machine. */
  readonly texts?: boolean;
}

const fileName = 'names.json';

/** The names in a history's folder as who has the keys sees them. */
export async function readNames(files: FileSystem, folder: string, keys: Keyring): Promise<HistoryNames> {
  const { states, ...rest } = await readStored(files, folder);
  const opened = Object.entries(states).map(([id, about]) => [id, openedAbout(about, keys)]);
  return { ...rest, states: Object.fromEntries(opened) };
}

function openedAbout(about: About, keys: Keyring): About {
  const secret = about.secret && unsealText(about.secret, (slot) => keys.keyOf(slot));
  return secret ? aboutOf(fieldsOf(parseJson(secret))) : about;
}

function sealedAbout(about: About, protection: Protection | undefined): About {
  return protection && !about.secret ? { secret: sealText(canonicalJson(about), protection) } : about;
}

/** None where there is no file or it cannot be read: states are found without it. */
async function readStored(files: FileSystem, folder: string): Promise<HistoryNames> {
  const bytes = await files.read(join(folder, fileName), fileLimits.small).catch(() => undefined);
  const fields = bytes && fieldsOf(parseJson(new TextDecoder().decode(bytes)));
  const listed = fields && fieldsOf(field(fields, 'states'));
  const states: Record<string, About> = {};
  for (const [id, value] of Object.entries(listed ?? {})) {
    states[id] = aboutOf(fieldsOf(value));
  }
  const [travels, texts] = fields ? [field(fields, 'travels'), field(fields, 'texts')] : [];
  return {
    states,
    ...(typeof travels === 'boolean' && { travels }),
    ...(typeof texts === 'boolean' && { texts }),
  };
}

function aboutOf(fields: ReturnType<typeof fieldsOf>): About {
  if (!fields) return {};
  const [label, author, secret] = [field(fields, 'label'), field(fields, 'author'), field(fields, 'secret')];
  if (isText(secret, 4_000)) return { secret };
  return { ...(isName(label) && { label }), ...(isName(author) && { author }) };
}

function isName(value: unknown): value is string {
  return isText(value, 200) && value !== '';
}

/** What the names of a draft are written by: whose states are still there, and the key that the draft is sealed with. */
export interface Naming {
  readonly present: ReadonlySet<string>;
  readonly protection: Protection | undefined;
}

/** Changes the names; what is said of states that are gone goes too. */
export async function writeNames(
  files: FileSystem,
  folder: string,
  names: HistoryNames,
  { present, protection }: Naming,
): Promise<void> {
  const kept = Object.entries(names.states).filter(([id]) => present.has(id));
  const states = Object.fromEntries(kept.map(([id, about]) => [id, sealedAbout(about, protection)]));
  const bytes = new TextEncoder().encode(`${canonicalJson({ ...names, states })}\n`);
  await files.makeFolder(folder);
  const path = join(folder, fileName);
  const task = { path, bytes, expected: 'anything', temporary: 'names.tmp', isPrivate: true } as const;
  const written = await writeAtomically(files, task);
  if (!written.ok)
    throw Object.assign(new Error(fileName), { code: written.error.code === 'no-space' ? 'ENOSPC' : 'EIO' });
}

/** Seals the names under another key, or under none; `renamed`: new names of states. False when one of them could not be opened. */
export async function resealNames(
  files: FileSystem,
  folder: string,
  { keys, protection }: { readonly keys: Keyring; readonly protection: Protection | undefined },
  renamed: ReadonlyMap<string, string>,
): Promise<boolean> {
  const { states, ...rest } = await readNames(files, folder, keys);
  const moved = Object.entries(states).map(([id, about]) => [renamed.get(id) ?? id, about] as const);
  if (moved.length === 0) return true;
  const naming = { present: new Set(moved.map(([id]) => id)), protection };
  await writeNames(files, folder, { ...rest, states: Object.fromEntries(moved) }, naming);
  return moved.every(([, { secret }]) => secret === undefined);
}
