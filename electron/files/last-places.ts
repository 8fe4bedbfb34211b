import { join } from 'node:path';
import { isLanguage } from '../../core/base/language.ts';
import { fileLimits } from '../../core/base/limits.ts';
import type { PlaceInDraft } from '../../core/bridge/drafts.ts';
import { canonicalJson } from '../../core/file/canonical.ts';
import { field, fieldsOf, isText, parseJson } from '../../core/file/fields.ts';
import { writeAtomically } from './atomic-write.ts';
import type { FileSystem } from './file-system.ts';
import { inTurnAt, ownTemporaryName } from './turns.ts';

/*
 * Where the caret was when each draft was put away: on this machine alone, since two who work on one file do not stand in one place.
 */

interface KeptPlace extends PlaceInDraft {
  /** Id of the draft. */
  readonly draft: string;
}

const fileName = 'places.json';
const most = 200;

/** The place that was kept for a draft, if any. Whether it is still there is for the desk to see. */
export async function readPlace(files: FileSystem, data: string, draft: string): Promise<PlaceInDraft | undefined> {
  const found = (await readPlaces(files, data)).find((kept) => kept.draft === draft);
  return found && { unit: found.unit, language: found.language, offset: found.offset };
}

/** Keeps the place at the head of the list. Without one, forgets what was kept. */
export async function writePlace(
  files: FileSystem,
  data: string,
  draft: string,
  place: PlaceInDraft | undefined,
): Promise<void> {
  const path = join(data, fileName);
  await inTurnAt(path, async () => {
    const before = await readPlaces(files, data);
    const others = before.filter((kept) => kept.draft !== draft);
    if (!place && others.length === before.length) return;
    const places = [...(place ? [{ draft, ...place }] : []), ...others].slice(0, most);
    const bytes = new TextEncoder().encode(`${canonicalJson(places)}\n`);
    const temporary = ownTemporaryName(fileName);
    await writeAtomically(files, { path, bytes, expected: 'anything', temporary, isPrivate: true });
  });
}

async function readPlaces(files: FileSystem, data: string): Promise<readonly KeptPlace[]> {
  let stored: unknown;
  try {
    stored = parseJson(new TextDecoder().decode(await files.read(join(data, fileName), fileLimits.small)));
  } catch {
    return [];
  }
  return Array.isArray(stored) ? stored.flatMap(readKept) : [];
}

function readKept(value: unknown): readonly KeptPlace[] {
  const fields = fieldsOf(value);
  if (!fields) return [];
  const [draft, unit] = [field(fields, 'draft'), field(fields, 'unit')];
  const [language, offset] = [field(fields, 'language'), field(fields, 'offset')];
  if (!isText(draft, 120) || !isText(unit, 120) || !isLanguage(language)) return [];
  return Number.isSafeInteger(offset) && Number(offset) >= 0 ? [{ draft, unit, language, offset: Number(offset) }] : [];
}
