import { join } from 'node:path';
import { newDraftFile } from '../../electron/files/documents.ts';
import type { FileSystem } from '../../electron/files/file-system.ts';
import { packDraft } from '../../electron/files/package-file.ts';
import type { World } from '../../electron/services/world.ts';
import { aDraft, fixedPorts, random } from '../support/builder.ts';
import { Author } from '../support/kill/author.ts';
import { findStates } from '../support/kill/judge.ts';
import { memoryPlace } from '../support/kill/test-world.ts';
import { noOutcome, type Outcome, type Share, violate } from './outcome.ts';

/*
 * Two people on two machines with one file on a share, their calls to the disk in every order. Whoever comes second is told
 * and overwrites nothing, and what each of them typed exists somewhere, whoever won.
 */

export async function interleave(share: Share): Promise<Outcome> {
  const outcome = noOutcome();
  while (outcome.done < share.count && share.isTimeLeft(outcome.done)) {
    await interleaveOnce(share.seed + outcome.done, outcome);
    outcome.done += 1;
  }
  return outcome;
}

/** One after the other in an order by chance: each call waits for its turn. */
function scheduler(next: (below: number) => number) {
  const waiting: (() => void)[] = [];
  const turn = () => new Promise<void>((resolve) => waiting.push(resolve));
  const run = async (all: Promise<unknown>) => {
    let isDone = false;
    void all.finally(() => {
      isDone = true;
    });
    while (!isDone) {
      waiting.splice(next(waiting.length), 1)[0]?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { turn, run };
}

async function interleaveOnce(seed: number, outcome: Outcome): Promise<void> {
  const next = random(seed);
  const { disk, world } = memoryPlace(`/share-${seed}`);
  const path = join(world.folders.documents, 'a.dolboor');
  const shared = newDraftFile(
    aDraft(`shared-${seed}`).unit('title', 'Мыйзам').unit('part', 'Текст').build(),
    fixedPorts(),
  );
  disk.put(path, packDraft(shared));
  const { turn, run } = scheduler(next);
  const people = ['one', 'two'].map((name) => {
    const own: World = { ...world, folders: { ...world.folders, data: `/share-${seed}/${name}` } };
    return { name, own, author: new Author(inTurns(disk.files, turn), own, next) };
  });
  const work = people.map(async ({ author }) => {
    await author.begin({ from: 'listed', folder: world.folders.documents, name: 'a.dolboor' });
    for (let round = 0; round < 2; round += 1) {
      await author.edit(1 + next(2));
      await author.saveSame();
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
  };
}
