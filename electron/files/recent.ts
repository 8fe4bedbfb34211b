import { basename, dirname, join } from 'node:path';
import { type Trilingual, trilingual } from '../../core/base/language.ts';
import { fileLimits } from '../../core/base/limits.ts';
import type { RecentDraft } from '../../core/bridge/drafts.ts';
import { canonicalJson } from '../../core/file/canonical.ts';
import { field, fieldsOf, isText, parseJson } from '../../core/file/fields.ts';
import { writeAtomically } from './atomic-write.ts';
import type { FileSystem } from './file-system.ts';
import { sha256 } from './hash.ts';
import { inTurnAt, ownTemporaryName } from './turns.ts';

interface RecentFile {
  readonly path: string;
  readonly title: Trilingual<string>;
  readonly openedAt: string;
}

const fileName = 'recents.json';
const most = 20;

/** The drafts that were opened or saved last, newest first. */
export async function listRecents(files: FileSystem, data: string): Promise<readonly RecentDraft[]> {
  const recents: RecentDraft[] = [];
  for (const { path, title, openedAt } of await readRecents(files, data)) {
    const present = (await files.entry(path).catch(() => undefined))?.kind === 'file';
    recents.push({ id: idOf(path), name: basename(path), folder: dirname(path), title, openedAt, present });
  }
  return recents;
}

/** The path of a recent draft; undefined when it is none. */
export async function recentPath(files: FileSystem, data: string, id: string): Promise<string | undefined> {
  return (await readRecents(files, data)).find(({ path }) => idOf(path) === id)?.path;
}

/** Puts a file at the head of the list, or leaves it where it stands there already. */
export function rememberRecent(
  files: FileSystem,
  data: string,
  recent: RecentFile,
  when: 'always' | 'unless-listed' = 'always',
): Promise<void> {
  return changeRecents(files, data, (recents) => {
    const others = recents.filter(({ path }) => path !== recent.path);
    if (when === 'unless-listed' && others.length < recents.length) return recents;
    return [recent, ...others].slice(0, most);
  });
}

export function forgetRecent(files: FileSystem, data: string, id: string): Promise<void> {
  return changeRecents(files, data, (recents) => recents.filter(({ path }) => idOf(path) !== id));
}

function idOf(path: string): string {
  return sha256(path).slice(0, 16);
}

/** The list is a convenience: one that cannot be written costs nobody anything. */
async function changeRecents(
  files: FileSystem,
  data: string,
  change: (recents: readonly RecentFile[]) => readonly RecentFile[],
): Promise<void> {
  const path = join(data, fileName);
  await inTurnAt(path, async () => {
    const before = await readRecents(files, data);
    const after = change(before);
    if (after === before) return;
    const bytes = new TextEncoder().encode(`${canonicalJson(after)}\n`);
    const temporary = ownTemporaryName(fileName);
    await writeAtomically(files, { path, bytes, expected: 'anything', temporary, isPrivate: true });
  });
}

async function readRecents(files: FileSystem, data: string): Promise<readonly RecentFile[]> {
  let stored: unknown;
  try {
    stored = parseJson(new TextDecoder().decode(await files.read(join(data, fileName), fileLimits.small)));
  } catch {
    return [];
  }
  return Array.isArray(stored) ? stored.flatMap(readRecent) : [];
}

function readRecent(value: unknown): readonly RecentFile[] {
  const fields = fieldsOf(value);
  const title = fields && fieldsOf(field(fields, 'title'));
  if (!fields || !title) return [];
  const [path, openedAt] = [field(fields, 'path'), field(fields, 'openedAt')];
  if (!isText(path, 40_000) || path === '' || !isText(openedAt, 40)) return [];
  return [{ path, openedAt, title: trilingual((language) => String(field(title, language) ?? '')) }];
}
