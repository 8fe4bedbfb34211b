import { join } from 'node:path';
import { random } from '../support/builder.ts';
import { Author } from '../support/kill/author.ts';
import { findStates, verdict } from '../support/kill/judge.ts';
import { memoryPlace } from '../support/kill/test-world.ts';
import { noOutcome, type Outcome, type Share, strideFor, violate } from './outcome.ts';

/*
 * All sequences of up to three of the eight things that a person does with a draft, by turns on both models of a disk; after each
 * sequence the power is cut four times, and what is left is read.
 */

const actions: Readonly<Record<string, (author: Author) => Promise<unknown>>> = {
  edit: (author) => author.edit(2),
  save: (author) => author.save('a'),
  'save-as': (author) => author.save('b'),
  undo: (author) => author.undo(),
  import: (author) => author.importText(),
  merge: (author) => author.merge(),
  discard: discardAndGoOn,
  reopen: reopen,
};

/** Every sequence of one to so many names: 584 up to three, 4,680 up to four. */
function sequences(longest: number): readonly (readonly string[])[] {
  const names = Object.keys(actions);
  const all: (readonly string[])[] = [];
  let last: readonly (readonly string[])[] = [[]];
  for (let length = 1; length <= longest; length += 1) {
    last = last.flatMap((sequence) => names.map((name) => [...sequence, name]));
    all.push(...last);
  }
  return all;
}

export async function actInSequence(share: Share): Promise<Outcome> {
  const outcome = noOutcome();
  const { from = 0, count, seed } = share;
  const all = sequences(share.longest ?? 3);
  const stride = strideFor(all.length);
  for (let i = from; i < all.length && outcome.done < count && share.isTimeLeft(outcome.done); i += 1) {
    await actOnce(all[(i * stride) % all.length] ?? [], seed + i, outcome);
    outcome.done += 1;
  }
  return outcome;
}

async function actOnce(sequence: readonly string[], seed: number, outcome: Outcome): Promise<void> {
  const next = random(seed);
  const system = seed % 2 === 0 ? 'posix' : 'windows';
  const { disk, world } = memoryPlace(`/sequence-${seed}`, { system });
  const author = new Author(disk.files, world, next);
  await author.begin();
  for (const name of sequence) await actions[name]?.(author);
  const promised = { texts: author.texts, safe: author.safe };
  const images = (['nothing', 'everything', 'names', 'any'] as const).map((cut) => disk.afterPowerCut(next, cut));
  await author.quit();
  const prints = new Set<string>();
  for (const [index, image] of images.entries()) {
    // What is the same reads the same.
    const print = image.fingerprint();
    if (prints.has(print)) continue;
    prints.add(print);
    const wrong = verdict(await findStates(image.files, world), promised);
    if (wrong !== undefined) violate(outcome, `${sequence.join(', ')}, seed ${seed}, image ${index}: ${wrong}`);
  }
}

/** Closes without wanting the rest, and goes on with the file, or with a new draft where there is none. */
async function discardAndGoOn(author: Author): Promise<void> {
  await author.close(true);
  if (!(await openFile(author))) await author.begin();
}

async function reopen(author: Author): Promise<void> {
  await author.close(false);
  const list = await author.ask('recovery.list', {});
  const [unsaved] = list?.ok ? list.value : [];
  if (unsaved) await author.begin({ from: 'recovery', id: unsaved.id });
  else if (!(await openFile(author))) await author.begin();
}

/** The file that was saved last. */
async function openFile(author: Author): Promise<boolean> {
  const last = [...author.saved].sort(([, a], [, b]) => b - a)[0]?.[0];
  if (last === undefined) return false;
  return author.begin({ from: 'listed', folder: join(author.world.folders.documents), name: last });
}
