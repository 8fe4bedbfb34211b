import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { type Result, succeed } from '../../core/base/result.ts';
import type { RequestOf } from '../../core/bridge/contract.ts';
import type { Listing } from '../../core/bridge/drafts.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import { failed, readFailure } from '../files/failures.ts';
import { isFileName } from '../files/file-name.ts';
import type { Entry, FileSystem } from '../files/file-system.ts';
import type { World } from './world.ts';

/*
 * The loopback page has no dialogs of the system, so it walks the documents folder by itself. It gets folders, and drafts or files
 * that an act's text may be in, nothing else, nothing outside that folder, and no links, which could lead out of it.
 */

/** The files that the page may choose from. */
const endings = { draft: /\.dolboor$/i, text: /\.(?:html?|rtf|docx|txt)$/i };

/** What a folder under the documents folder holds. */
export async function browse(
  files: FileSystem,
  world: World,
  { folder, kind }: RequestOf<'files.browse'>,
): Promise<Result<Listing, Failure>> {
  const inside = await folderInside(files, world, folder ?? world.folders.documents);
  if (!inside.ok) return inside;
  const { path, top } = inside.value;
  try {
    const found = await readFolder(files, path);
    return succeed({
      folder: path,
      ...(path !== top && { parent: dirname(path) }),
      folders: found.filter(({ entry }) => entry.kind === 'folder').map(({ name }) => name),
      files: found
        .filter(({ entry, name }) => entry.kind === 'file' && endings[kind ?? 'draft'].test(name))
        .map(({ name, entry: { size, modifiedAt } }) => ({ name, size, modifiedAt })),
    });
  } catch (error) {
    return failed(readFailure(error));
  }
}

async function readFolder(files: FileSystem, path: string): Promise<readonly { name: string; entry: Entry }[]> {
  const found: { name: string; entry: Entry }[] = [];
  for (const name of [...(await files.list(path))].sort()) {
    // Elsewhere than on Windows a folder may well have a colon in its name.
    if (!isFileName(sep === '/' ? name.replaceAll(':', '-') : name)) continue;
    const entry = await files.entry(join(path, name)).catch(() => undefined);
    if (entry && (entry.kind === 'folder' || isFileName(name))) found.push({ name, entry });
  }
  return found;
}

/** The path of a file that the page names by folder and name. It may not exist yet; a link is refused. */
export async function listedPath(
  files: FileSystem,
  world: World,
  folder: string,
  name: string,
): Promise<Result<string, Failure>> {
  if (!isFileName(name)) return failed('bad-name', { name });
  const inside = await folderInside(files, world, folder);
  if (!inside.ok) return inside;
  const path = join(inside.value.path, name);
  const entry = await files.entry(path);
  return entry && entry.kind !== 'file' ? failed('not-readable', { name }) : succeed(path);
}

async function folderInside(
  files: FileSystem,
  world: World,
  folder: string,
): Promise<Result<{ path: string; top: string }, Failure>> {
  if (world.shell !== 'loopback') return failed('bad-request');
  try {
    const top = await files.realPath(world.folders.documents);
    const path = await files.realPath(folder);
    const way = relative(top, path);
    const isOutside = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
    return isOutside ? failed('not-found') : succeed({ path, top });
  } catch (error) {
    return failed(readFailure(error));
  }
}
