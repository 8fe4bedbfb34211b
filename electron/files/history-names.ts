import { join } from 'node:path';
import { canonicalJson } from '../../core/file/canonical.ts';
import { field, fieldsOf, isText, parseJson } from '../../core/file/fields.ts';
import { writeAtomically } from './atomic-write.ts';
import type { FileSystem } from './file-system.ts';
import { smallFileLimit } from './limits.ts';

/** What is known of a kept state besides its package: who worked on it, and the name that a person gave it. */
export interface About {
  readonly label?: string;
  readonly author?: string;
}

/** What stands beside the states of one draft. */
export interface HistoryNames {
  readonly states: Readonly<Record<string, About>>;
  /** The named versions travel in the draft's file. Absent: nobody said on this machine. */
  readonly travels?: boolean;
}

const fileName = 'names.json';

/** The names in a history's folder; none where there is no file or it cannot be read: states are found without it. */
export async function readNames(files: FileSystem, folder: string): Promise<HistoryNames> {
  const bytes = await files.read(join(folder, fileName), smallFileLimit).catch(() => undefined);
  const fields = bytes && fieldsOf(parseJson(new TextDecoder().decode(bytes)));
  const listed = fields && fieldsOf(field(fields, 'states'));
  const states: Record<string, About> = {};
  for (const [id, value] of Object.entries(listed ?? {})) {
    const about = fieldsOf(value);
    const [label, author] = about ? [field(about, 'label'), field(about, 'author')] : [];
    states[id] = { ...(isName(label) && { label }), ...(isName(author) && { author }) };
  }
  const travels = fields && field(fields, 'travels');
  return { states, ...(typeof travels === 'boolean' && { travels }) };
}

function isName(value: unknown): value is string {
  return isText(value, 200) && value !== '';
}

/** Changes the names; what is said of states that are gone goes too. */
export async function writeNames(
  files: FileSystem,
  folder: string,
  names: HistoryNames,
  present: ReadonlySet<string>,
): Promise<void> {
  const states = Object.fromEntries(Object.entries(names.states).filter(([id]) => present.has(id)));
  const bytes = new TextEncoder().encode(`${canonicalJson({ ...names, states })}\n`);
  await files.makeFolder(folder);
  const path = join(folder, fileName);
  const task = { path, bytes, expected: 'anything', temporary: 'names.tmp', isPrivate: true } as const;
  const written = await writeAtomically(files, task);
  if (!written.ok)
    throw Object.assign(new Error(fileName), { code: written.error.code === 'no-space' ? 'ENOSPC' : 'EIO' });
}

/** What was said of a state, when its file gets another name. */
export async function renameState(files: FileSystem, folder: string, from: string, to: string): Promise<void> {
  const names = await readNames(files, folder);
  const about = names.states[from];
  if (!about) return;
  const states = { ...names.states, [to]: about };
  const present = new Set(Object.keys(states).filter((id) => id !== from));
  await writeNames(files, folder, { ...names, states }, present);
}
