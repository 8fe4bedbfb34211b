import { basename, join } from 'node:path';
import { type Result, succeed } from '../../core/base/result.ts';
import type { TemplateSummary } from '../../core/bridge/drafts.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { TemplateAbout } from '../../core/file/template-about.ts';
import { citingUnits } from '../../core/law/cited-acts.ts';
import { type Expected, writeAtomically } from '../files/atomic-write.ts';
import { type ReadDraft, readDraftFile } from '../files/documents.ts';
import { noTitle, titleOf } from '../files/draft-title.ts';
import { failed, failedFile, writeFailure } from '../files/failures.ts';
import type { FileSystem } from '../files/file-system.ts';
import { type DraftFile, packDraft } from '../files/package-file.ts';
import { ownTemporaryName } from '../files/turns.ts';
import { contentsOf } from './contents.ts';
import { named, templateIn } from './template-file.ts';

/*
 * The templates of an office: `templates/<id>.dolboor` in the application's own data, and `templates/removed/` for those that somebody
 * removed and may want back.
 */

const ending = '.dolboor';

export function ownTemplatesFolder(data: string): string {
  return join(data, 'templates');
}

/** Where a template of one's own lies; undefined for a name that is none. */
export function ownTemplatePath(data: string, id: string, isRemoved = false): string | undefined {
  if (!/^[A-Za-z0-9-]{1,80}$/.test(id)) return undefined;
  return join(ownTemplatesFolder(data), ...(isRemoved ? ['removed'] : []), `${id}${ending}`);
}

/** A template of one's own as it lies on the disk. `unknown-template` where there is none of this id. */
export async function readOwnTemplate(
  files: FileSystem,
  data: string,
  id: string,
): Promise<Result<ReadDraft & { readonly path: string }, Failure>> {
  const path = ownTemplatePath(data, id);
  if (path === undefined || (await files.entry(path))?.kind !== 'file') return failed('unknown-template');
  const read = await readDraftFile(path, files);
  return read.ok ? succeed({ ...read.value, path }) : read;
}

/** Every template of one's own, those that were removed too. One that cannot be read is listed all the same: it may be all there is. */
export async function listOwnTemplates(files: FileSystem, data: string): Promise<readonly TemplateSummary[]> {
  const kept = await summaries(files, data, false);
  return [...kept, ...(await summaries(files, data, true))];
}

async function summaries(files: FileSystem, data: string, isRemoved: boolean): Promise<readonly TemplateSummary[]> {
  const folder = join(ownTemplatesFolder(data), ...(isRemoved ? ['removed'] : []));
  const names = await files.list(folder).catch(() => []);
  const found: TemplateSummary[] = [];
  for (const name of [...names].sort()) {
    const id = name.endsWith(ending) ? name.slice(0, -ending.length) : '';
    const path = ownTemplatePath(data, id, isRemoved);
    if (path === undefined) continue;
    const read = await readDraftFile(path, files);
    found.push(read.ok ? summaryOf(id, read.value.file, isRemoved) : unreadable(id, isRemoved));
  }
  return found;
}

function unreadable(id: string, isRemoved: boolean): TemplateSummary {
  const counts = { units: 0, chapters: 0, articles: 0, points: 0 };
  const own = isRemoved ? ('removed' as const) : ('kept' as const);
  return { id, own, isUnreadable: true, title: noTitle, description: noTitle, leansOn: [], counts, chapters: [] };
}

function summaryOf(id: string, file: DraftFile, isRemoved: boolean): TemplateSummary {
  const { meta, units } = file.draft;
  return {
    id,
    ...(meta.document && { document: meta.document }),
    own: isRemoved ? 'removed' : 'kept',
    ...(templateIn(file) ?? aboutOf(file)),
    leansOn: [...citingUnits(units).keys()],
    ...contentsOf(units),
  };
}

/** What a template is called that brings no name: its bill's own title. */
export function aboutOf({ draft }: Pick<DraftFile, 'draft'>): TemplateAbout {
  return { title: titleOf(draft), description: noTitle };
}

/** Keeps a file as a template of one's own, under an id of its own or in the place of `over`. */
export async function writeOwnTemplate(
  files: FileSystem,
  data: string,
  { id, file, about, over }: { id: string; file: DraftFile; about: TemplateAbout; over?: string },
): Promise<Result<null, Failure>> {
  const path = ownTemplatePath(data, id);
  if (path === undefined) return failed('unknown-template');
  const expected: Expected = over === undefined ? 'absent' : { sha256: over };
  try {
    await files.makeFolder(ownTemplatesFolder(data));
    await files.syncFolder(data);
  } catch (error) {
    return failedFile(writeFailure(error), path);
  }
  const bytes = packDraft(named(file, about));
  const task = { path, bytes, expected, isPrivate: true, temporary: ownTemporaryName(basename(path)) };
  const written = await writeAtomically(files, task);
  return written.ok ? succeed(null) : written;
}

/** Puts a template among those that were removed, or back. The words stay whole either way. */
export async function moveOwnTemplate(
  files: FileSystem,
  data: string,
  id: string,
  to: 'removed' | 'kept',
): Promise<Result<null, Failure>> {
  const from = ownTemplatePath(data, id, to === 'kept');
  const target = ownTemplatePath(data, id, to === 'removed');
  if (!from || !target || (await files.entry(from))?.kind !== 'file') return failed('unknown-template');
  try {
    await files.makeFolder(join(ownTemplatesFolder(data), 'removed'));
    // An id is given once; the same in both places would be a copy that somebody laid there by hand.
    if (await files.entry(target)) return failedFile('already-exists', target);
    await files.rename(from, target);
    await files.syncFolder(ownTemplatesFolder(data));
    await files.syncFolder(join(ownTemplatesFolder(data), 'removed'));
    return succeed(null);
  } catch (error) {
    return failedFile(writeFailure(error), from);
  }
}

/** Removes for good what was removed already. */
export async function eraseOwnTemplate(files: FileSystem, data: string, id: string): Promise<Result<null, Failure>> {
  const path = ownTemplatePath(data, id, true);
  if (!path || !(await files.entry(path))) return failed('unknown-template');
  try {
    await files.remove(path);
    return succeed(null);
  } catch (error) {
    return failedFile(writeFailure(error), path);
  }
}
