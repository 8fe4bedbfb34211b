import { copyFile, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { fileLimits, packageLimits, travelLimits } from '../../core/base/limits.ts';
import { newDraftFile, readDraftFile } from '../../electron/files/documents.ts';
import { nodeFileSystem as files } from '../../electron/files/file-system.ts';
import { encodeHeader, encodeRecord, linkOf, readJournal } from '../../electron/files/journal-format.ts';
import { unpackDraft } from '../../electron/files/package-file.ts';
import { withVersions } from '../../electron/files/travelling.ts';
import { readZip, type ZipLimits } from '../../electron/files/zip-reader.ts';
import { createLibrary } from '../../electron/services/library.ts';
import { readResources } from '../../electron/services/resources.ts';
import { createServices } from '../../electron/services/services.ts';
import { TravellingTexts } from '../../electron/services/text-travel.ts';
import { readSettings } from '../../electron/settings/settings.ts';
import { aDraft, fixedPorts } from '../support/builder.ts';
import { ask, fillPlace, makePlace } from '../support/kill/test-world.ts';
import { counted, type Edge, type Edges, times } from './edges.ts';

async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'dolboor-edges-'));
  return use(folder).finally(() => rm(folder, { recursive: true, force: true }));
}

const alike = new Uint8Array(5_000).fill(97);
const two = zipSync({ 'a.json': alike, 'b.json': alike });
const packed = Buffer.from(two).readUInt32LE(18);
const loose = { entries: 5_000, part: 5_000, total: 10_000, ratio: 5_000, ratioFloor: 1_000 };

function ofZip(at: Partial<ZipLimits>, past: Partial<ZipLimits>): Edge {
  const comes = async (limits: Partial<ZipLimits>) => {
    const read = await readZip(two, { limits: { ...loose, ...limits }, wants: () => true });
    if (typeof read === 'string' && read !== 'limit') throw new Error(read);
    return read !== 'limit' && read.damaged.length === 0 && read.parts.size === 2;
  };
  return { at: () => comes(at), past: () => comes(past) };
}

export const packageEdges: Edges<typeof packageLimits> = {
  // A file of so many bytes of which none is stored; at the limit it is refused for another reason.
  file: counted(packageLimits.file, (count) =>
    inFolder(async (folder) => {
      const path = join(folder, 'sparse.dolboor');
      await writeFile(path, 'PK');
      await truncate(path, count);
      const read = await readDraftFile(path);
      const inMemory = await unpackDraft(Buffer.alloc(count));
      const codes = [read, inMemory].map((result) => (result.ok ? 'read' : result.error.code));
      return codes.every((code) => code !== 'too-large');
    }),
  ),
  entries: ofZip({ entries: 2 }, { entries: 1 }),
  part: ofZip({ part: 5_000 }, { part: 4_999 }),
  total: ofZip({ total: 10_000 }, { total: 9_999 }),
  ratio: ofZip({ ratio: 5_000 / packed }, { ratio: 5_000 / packed - 0.01 }),
  ratioFloor: ofZip({ ratio: 2, ratioFloor: 5_000 }, { ratio: 2, ratioFloor: 4_999 }),
};

/** Writes a file of ours, filled up with blanks to a size. */
async function filled(path: string, json: unknown, size: number): Promise<void> {
  await files.makeFolder(join(path, '..'));
  await writeFile(path, JSON.stringify(json).padEnd(size));
}

/** Names of the copies that are offered beside a draft, of so many that lie there, each grown to a size. */
async function copiesBeside(names: readonly string[], size?: number): Promise<number> {
  const place = await makePlace();
  const [mine, theirs] = await Promise.all(
    ['mine', 'theirs'].map((data) =>
      createServices({ ...place.world, folders: { ...place.world.folders, data: join(place.root, data) } }),
    ),
  );
  try {
    if (!mine || !theirs) throw new Error();
    const folder = place.world.folders.documents;
    const own = await ask(mine, 'draft.create', { template: 'small' });
    const target = { to: 'listed', folder, name: 'a', overwrite: false } as const;
    await ask(mine, 'draft.save', { handle: own.handle, draft: own.draft, sequence: 0, target });
    // What another person made of it.
    const other = await ask(theirs, 'draft.open', { from: 'listed', folder, name: 'a.dolboor' });
    const typed = { type: 'insert_text', path: [0, 0, 0], offset: 0, text: 'а' } as const;
    await ask(theirs, 'draft.append', {
      handle: other.handle,
      edits: [{ sequence: 1, edit: { operations: [typed] } }],
    });
    const copy = { to: 'copy', label: 'x' } as const;
    const saved = await ask(theirs, 'draft.save', {
      handle: other.handle,
      draft: other.draft,
      sequence: 1,
      target: copy,
    });
    for (const name of names) {
      await copyFile(join(folder, saved.name), join(folder, name));
      if (size !== undefined) await truncate(join(folder, name), size);
    }
    await rm(join(folder, saved.name));
    const { copies } = await ask(mine, 'outside.look', { handle: own.handle });
    return copies.length;
  } finally {
    await Promise.all([mine?.dispose(), theirs?.dispose()]);
    await place.remove();
  }
}

export const fileEdges: Edges<typeof fileLimits> = {
  small: counted(fileLimits.small, (count) =>
    inFolder(async (folder) => {
      await filled(join(folder, 'settings.json'), { author: 'Asanov' }, count);
      return (await readSettings(files, folder)).author === 'Asanov';
    }),
  ),
  resource: counted(fileLimits.resource, (count) =>
    inFolder(async (root) => {
      await fillPlace(root);
      const folder = join(root, 'resources');
      await filled(join(folder, 'acts', 'register.json'), { compiled: '2026-01-01', acts: [] }, count);
      return readResources(files, folder).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code !== 'EFBIG') throw error;
          return false;
        },
      );
    }),
  ),
  library: counted(fileLimits.library, async (count) => {
    const place = await makePlace();
    try {
      const json = { acts: [], verifications: [], facts: [] };
      await filled(join(place.world.folders.data, 'library', 'register.json'), json, count);
      return await createLibrary(files, place.world)
        .read()
        .then(
          () => true,
          () => false,
        );
    } finally {
      await place.remove();
    }
  }),
  journalRecord: counted(fileLimits.journalRecord, (count) => {
    const header = encodeHeader({ session: 'ab'.repeat(16), generation: 1, chain: 'cd'.repeat(32) });
    const record = encodeRecord({ sequence: 1, payload: 'x'.repeat(count) }, linkOf(header));
    const read = readJournal(Buffer.concat([header, record]));
    if (read?.end !== (read?.records.length === 1 ? 'whole' : 'torn')) throw new Error(read?.end);
    return read.end === 'whole';
  }),
  neighbour: counted(fileLimits.neighbour, async (count) => (await copiesBeside(['a-ПК.dolboor'], count)) === 1),
  neighbours: counted(
    fileLimits.neighbours,
    async (count) => (await copiesBeside(times(count, (at) => `a (${at}).dolboor`))) === count,
  ),
};

const bill = aDraft('draft-1').unit('title', 'Мыйзам').build();

function version(sequence: number, of = bill) {
  const file = newDraftFile(of, fixedPorts());
  const identity = { ...file.identity, sequence, chain: String(sequence).padStart(64, '0') };
  return { file: { ...file, identity }, label: `v${sequence}`, at: '2026-03-01T09:00:00.000Z' };
}

/** Whether all of these versions come along, and not only the newest. */
function allTravel(versions: readonly ReturnType<typeof version>[]): boolean {
  const { identity } = withVersions(newDraftFile(bill, fixedPorts()), versions);
  const labels = identity.lineage.map(({ label }) => label);
  if (labels.at(-1) !== versions.at(-1)?.label) throw new Error('the newest is missing');
  return labels.length === versions.length;
}

const ofLength = (letters: number) => ({ ...bill, meta: { ...bill.meta, template: 'x'.repeat(letters) } });
/** Bytes that a version takes besides the letters that fill it. */
const emptyVersion = (() => {
  const { carried } = withVersions(newDraftFile(bill, fixedPorts()), [version(1, ofLength(0))]);
  return [...carried.values()].reduce((sum, { length }) => sum + length, 0);
})();

/** Versions that take so many bytes in all. */
function versionsOf(bytes: number): readonly ReturnType<typeof version>[] {
  const [count, letters] = [8, Math.floor(bytes / 8) - emptyVersion];
  const rest = bytes - (count - 1) * (letters + emptyVersion) - emptyVersion;
  return times(count, (at) => version(at + 1, ofLength(at === 0 ? rest : letters)));
}

/** How many of these texts stay behind, each told by its length alone: nothing reads what is in them. */
async function textsLeft(...lengths: readonly number[]): Promise<number> {
  const draft = aDraft('draft-1').unit('title', 'Law').build();
  const [unit] = draft.units;
  const [ky, ru, en] = unit?.children ?? [];
  if (!unit || !ky || !ru || !en) throw new Error();
  const cited = { type: 'citation', act: 'local-1', pinpoint: {}, children: [{ text: '' }] } as const;
  const citing = { ...unit, children: [{ ...ky, children: [{ text: '' }, cited, { text: '' }] }, ru, en] as const };
  const waiting = lengths.map((length) => ({ length }) as Uint8Array);
  const missing = () => Promise.reject(new Error('not asked for'));
  const store = { readText: missing, keepText: missing, textBytes: async () => waiting.shift() };
  const texts = new TravellingTexts(store, { read: async () => true, write: missing });
  const file = { ...newDraftFile({ ...draft, units: [citing] }, fixedPorts()) };
  const travel = await texts.travel({ file: () => file } as never, undefined);
  if (!travel.ok || travel.value.texts + travel.value.left !== lengths.length) throw new Error();
  return travel.value.left;
}

export const travelEdges: Edges<typeof travelLimits> = {
  versions: counted(travelLimits.versions, (count) => allTravel(times(count, (at) => version(at + 1)))),
  versionBytes: counted(travelLimits.versionBytes, (count) => allTravel(versionsOf(count))),
  textBytes: counted(travelLimits.textBytes, async (count) => (await textsLeft(count - 10, 7, 3)) === 0),
};
