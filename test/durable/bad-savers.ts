import { basename, dirname, join } from 'node:path';
import type { FileSystem, OpenFile } from '../../electron/files/file-system.ts';
import { readJournal } from '../../electron/files/journal-format.ts';
import { type DraftFile, unpackDraft } from '../../electron/files/package-file.ts';
import { recoverSession } from '../../electron/files/recovery.ts';
import { baseName, journalName } from '../../electron/files/session-folder.ts';
import { subfolders } from '../../electron/files/sessions.ts';
import { type Findings, type Found, found } from '../support/kill/judge.ts';
import type { MemoryDisk } from '../support/kill/memory-disk.ts';
import { failFlushes } from './failed-flushes.ts';
import { noOutcome, type Outcome } from './outcome.ts';
import { cutOneSession, type Ground, grounds, type Variant } from './power-cuts.ts';

/*
 * Six programs that make the mistakes which look harmless. The same sessions, the same power cuts and the same judge must
 * convict each of them; if one gets away, the judge is blind and its acquittal of ours is worth nothing.
 */

const badSavers: Readonly<Record<string, Variant>> = {
  'write in place without flush': { bend: (disk, documents) => overwriting(disk, documents, false) },
  'write in place with flush': { bend: (disk, documents) => overwriting(disk, documents, true) },
  'rename without flush': { bend: ({ files }, documents) => unflushed(files, (path) => dirname(path) === documents) },
  'journal deleted at once': { bend: ({ files }) => deletingAtOnce(files), system: 'windows' },
  'journal not flushed': { bend: ({ files }) => unflushed(files, (path) => path.endsWith('.qj')) },
};

/** What became of each of the six, with at most so many sessions for it. */
export async function catchBadSavers(seed: number, sessions: number): Promise<ReadonlyMap<string, Outcome>> {
  const caught = new Map<string, Outcome>();
  for (const [name, variant] of Object.entries(badSavers)) {
    caught.set(
      name,
      await untilCaught(sessions, (session, ground, outcome) => {
        if (variant.system && ground.system !== variant.system) return Promise.resolve();
        return cutOneSession(seed + session, ground, variant, outcome, untilFirst(outcome));
      }),
    );
  }
  caught.set(
    'highest sequence wins',
    await untilCaught(sessions, (session, ground, outcome) =>
      failFlushes(seed + session, ground, outcome, untilFirst(outcome), findHighest),
    ),
  );
  return caught;
}

/** Images without end until one of them convicts: more would prove nothing more. */
function untilFirst(outcome: Outcome): { readonly count: number } {
  return {
    get count() {
      return outcome.violations > 0 ? 0 : Number.POSITIVE_INFINITY;
    },
  };
}

async function untilCaught(
  sessions: number,
  work: (session: number, ground: Ground, outcome: Outcome) => Promise<void>,
): Promise<Outcome> {
  const outcome = noOutcome();
  for (let session = 0; session < sessions && outcome.violations === 0; session += 1) {
    const ground = grounds[(session * 5) % grounds.length];
    if (ground) await work(session, ground, outcome);
  }
  return outcome;
}

function unflushed(files: FileSystem, isCareless: (path: string) => boolean): FileSystem {
  return {
    ...files,
    create: async (path) => {
      const file = await files.create(path);
      return isCareless(path) ? { ...file, sync: async () => undefined } : file;
    },
  };
}

/** The package is made in memory and written over the old file from its beginning. */
function overwriting(disk: MemoryDisk, documents: string, flush: boolean): FileSystem {
  const { files } = disk;
  const inMemory = new Map<string, Buffer>();
  return {
    ...files,
    read: async (path, limit) => inMemory.get(path) ?? files.read(path, limit),
    create: async (path): Promise<OpenFile> => {
      if (dirname(path) !== documents) return files.create(path);
      inMemory.set(path, Buffer.alloc(0));
      const write = async (bytes: Uint8Array) => {
        inMemory.set(path, Buffer.concat([inMemory.get(path) ?? Buffer.alloc(0), bytes]));
        return bytes.length;
      };
      return { write, sync: async () => undefined, close: async () => undefined };
    },
    rename: async (from, to) => {
      const bytes = inMemory.get(from);
      if (!bytes) return files.rename(from, to);
      inMemory.delete(from);
      const file = (await files.entry(to)) ? disk.overwrite(to) : await files.create(to);
      await file.write(bytes);
      if (flush) await file.sync();
      await file.close();
    },
  };
}

/** Once the file is saved, a new journal begins from it, and what covered the edits before is deleted. */
function deletingAtOnce(files: FileSystem): FileSystem {
  return {
    ...files,
    create: async (path) => {
      const number = /(\d{6})\.qj$/.exec(path)?.[1];
      const file = await files.create(path);
      if (number !== undefined && Number(number) > 1) {
        await files.remove(join(dirname(path), baseName(Number(number))));
        for (let old = 1; old < Number(number); old += 1) {
          await files.remove(join(dirname(path), journalName(old)));
          await files.remove(join(dirname(path), baseName(old)));
        }
      }
      return file;
    },
  };
}

/** Recovers, from every generation of every session, the state with the most edits. */
async function findHighest(files: FileSystem, recovery: string): Promise<Findings> {
  const states: Found[] = [];
  for (const draft of await subfolders(files, recovery)) {
    for (const folder of await subfolders(files, draft)) {
      const best = await highestOf(files, folder);
      if (best) states.push(found(basename(folder), best));
    }
  }
  return { states, broken: [] };
}

async function highestOf(files: FileSystem, folder: string): Promise<DraftFile | undefined> {
  let best: DraftFile | undefined;
  for (const name of await files.list(folder)) {
    const number = /^(\d{6})\.qj$/.exec(name)?.[1];
    const state = number === undefined ? undefined : await endOf(files, folder, Number(number));
    if (state && state.identity.sequence > (best?.identity.sequence ?? -1)) best = state;
  }
  return best;
}

/** Where one generation alone leads: the others are hidden from the real recovery. */
async function endOf(files: FileSystem, folder: string, number: number): Promise<DraftFile | undefined> {
  const alone: FileSystem = { ...files, list: async () => [journalName(number), baseName(number)] };
  const journal = readJournal(await files.read(join(folder, journalName(number)), Number.POSITIVE_INFINITY));
  const base = await files
    .read(join(folder, baseName(number)), Number.POSITIVE_INFINITY)
    .catch(() => new Uint8Array(0));
  return journal && (await unpackDraft(base)).ok ? (await recoverSession(alone, folder))?.file : undefined;
}
