import { join } from 'node:path';
import { sample, scheduler } from 'fast-check';
import { newDraftFile } from '../../electron/files/documents.ts';
import type { FileSystem } from '../../electron/files/file-system.ts';
import { sha256 } from '../../electron/files/hash.ts';
import { packDraft } from '../../electron/files/package-file.ts';
import type { World } from '../../electron/services/world.ts';
import { aDraft, fixedPorts, random } from '../support/builder.ts';
import { Author } from '../support/kill/author.ts';
import { findStates } from '../support/kill/judge.ts';
import { memoryPlace } from '../support/kill/test-world.ts';
import { noOutcome, type Outcome, type Share, violate } from './outcome.ts';

/*
 * Two people on two machines with one file on a share, their calls to the disk in every order. Whoever finds other bytes than
 * those that they know replaces nothing, and what each of them typed exists somewhere, whoever won.
 */

/** `save` is how a person saves; the product's own way unless a test tries another. */
export async function interleave(
  share: Share,
  save: (author: Author) => Promise<unknown> = (author) => author.saveSame(),
): Promise<Outcome> {
  const outcome = noOutcome();
  while (outcome.done < share.count && share.isTimeLeft(outcome.done)) {
    await interleaveOnce(share.seed + outcome.done, outcome, save);
    outcome.done += 1;
  }
  return outcome;
}

async function interleaveOnce(
  seed: number,
  outcome: Outcome,
  save: (author: Author) => Promise<unknown>,
): Promise<void> {
  const next = random(seed);
  const { disk, world } = memoryPlace(`/share-${seed}`);
  const path = join(world.folders.documents, 'a.dolboor');
  const shared = newDraftFile(
    aDraft(`shared-${seed}`).unit('title', 'Мыйзам').unit('part', 'Текст').build(),
    fixedPorts(),
  );
  disk.put(path, packDraft(shared));
  const [order] = sample(scheduler(), { seed, numRuns: 1 });
  if (!order) return;
  const turn = () => order.schedule(Promise.resolve());
  const run = <T>(all: Promise<T>) => order.waitFor(all);
  const people = ['one', 'two'].map((name) => {
    const own: World = { ...world, folders: { ...world.folders, data: `/share-${seed}/${name}` } };
    const wrong = (what: string) => violate(outcome, `interleaving, seed ${seed}: ${name} ${what}`);
    return { name, own, author: new Author(watched(inTurns(disk.files, turn), disk.files, path, wrong), own, next) };
  });
  const work = people.map(async ({ author }) => {
    await author.begin({ from: 'listed', folder: world.folders.documents, name: 'a.dolboor' });
    for (let round = 0; round < 2; round += 1) {
      await author.edit(1 + next(2));
      await save(author);
    }
  });
  await run(Promise.all(work));
  for (const { author, own, name } of people) {
    const quitting = author.quit();
    await run(quitting);
    const { states } = await findStates(disk.files, own);
    const text = author.texts.get(author.safe);
    if (!states.some((state) => state.text === text)) {
      violate(outcome, `interleaving, seed ${seed}: what ${name} typed is nowhere`);
    }
  }
}

function inTurns(files: FileSystem, turn: () => Promise<void>): FileSystem {
  const each =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      await turn();
      return call(...args);
    };
  return {
    ...files,
    read: each(files.read),
    create: each(files.create),
    rename: each(files.rename),
    remove: each(files.remove),
    entry: each(files.entry),
    syncFolder: each(files.syncFolder),
    syncFile: each(files.syncFile),
  };
}

/**
 * Holds one person to the rule that nothing is replaced but what they last read or wrote: at each rename over the shared file, the
 * last look at it must have found bytes that were theirs. (What comes between that look and the rename no program can see; then
 * both texts must exist all the same.)
 */
function watched(files: FileSystem, disk: FileSystem, path: string, wrong: (what: string) => void): FileSystem {
  let [known, seen, looked] = ['', '', false];
  return {
    ...files,
    read: async (at, limit) => {
      const bytes = await files.read(at, limit);
      if (at !== path) return bytes;
      seen = sha256(bytes);
      looked = known !== '';
      known ||= seen;
      return bytes;
    },
    rename: async (from, to) => {
      if (to !== path) return files.rename(from, to);
      if (!looked) wrong('replaced the file without a look at it');
      if (seen !== known) wrong('replaced bytes that they had seen to be another person’s');
      const written = sha256(await disk.read(from, Number.POSITIVE_INFINITY));
      await files.rename(from, to);
      [known, seen, looked] = [written, written, false];
    },
  };
}
