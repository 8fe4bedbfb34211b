import type { FileSystem } from '../../electron/files/file-system.ts';
import { random } from '../support/builder.ts';
import { Author } from '../support/kill/author.ts';
import { type Findings, findStates, type Promised, verdict } from '../support/kill/judge.ts';
import type { Cut, MemoryDisk, System } from '../support/kill/memory-disk.ts';
import { memoryPlace } from '../support/kill/test-world.ts';
import type { SectorSize } from '../support/kill/torn-bytes.ts';
import { noOutcome, type Outcome, type Share, violate } from './outcome.ts';

/*
 * Power cuts: sessions through the real services on a disk in memory; before every call to the disk, what a cut at that moment
 * could leave is taken as an image, and each image is read by the real recovery. In half of the sessions a second life begins
 * from such an image and is cut again.
 */

/** A careless program in the place of ours: the disk as it would use it, and the recovery as it would read it. */
export interface Variant {
  readonly bend?: (disk: MemoryDisk, documents: string) => FileSystem;
  readonly find?: typeof findStates;
  /** Flushes fail at random, and what they held may or may not be on the disk. */
  readonly failsFlushes?: boolean;
  /** Saves write over the file where it lies: a cut may leave half of it, and must leave the draft elsewhere. */
  readonly savesInPlace?: boolean;
  /** The only model on which the mistake shows. */
  readonly system?: System;
}

export interface Ground {
  readonly system: System;
  readonly sector: SectorSize;
}

export const grounds: readonly Ground[] = (['posix', 'windows'] as const).flatMap((system) =>
  ([64, 512, 4096] as const).map((sector) => ({ system, sector })),
);

/** What a power cut at one moment left, and what had been promised by then. */
export interface Image extends Promised {
  readonly disk: MemoryDisk;
}

const imagesAtOnce = 16;

/** One session in so many gets a password on its way. */
const protectedEvery = 5;

/** One session in so many keeps an audit trail. */
const trailEvery = 3;

/** Sessions until the share is done. */
export async function cutPower(share: Share, variant: Variant = {}): Promise<Outcome> {
  const outcome = noOutcome();
  for (let session = 0; outcome.done < share.count && share.isTimeLeft(outcome.done); session += 1) {
    const ground = grounds[session % grounds.length] as Ground;
    await cutOneSession(share.seed + session, ground, variant, outcome, share);
  }
  return outcome;
}

/** One session on one ground. */
export async function cutOneSession(
  seed: number,
  ground: Ground,
  variant: Variant,
  outcome: Outcome,
  share: Pick<Share, 'count'>,
): Promise<void> {
  const next = random(seed);
  const images: Image[] = [];
  let author: Author | undefined;
  let lastDisk: MemoryDisk | undefined;
  const fault = variant.failsFlushes ? flushFaults(random(seed + 1)) : undefined;
  const place = memoryPlace(`/cut-${seed}`, {
    ...ground,
    beforeChange: (call) => {
      if (author && lastDisk) takeImages(lastDisk, author, next, images);
      fault?.(call);
    },
  });
  lastDisk = place.disk;
  const files = variant.bend?.(place.disk, place.world.folders.documents) ?? place.disk.files;
  author = new Author(files, place.world, next);
  const isProtected = seed % protectedEvery === 0;
  const hasTrail = seed % trailEvery === 0;
  await (variant.savesInPlace ? saveInPlaceOften(author, next) : workOn(author, next, { isProtected, hasTrail }));
  takeImages(place.disk, author, next, images);
  const worked = author;
  author = undefined;
  await worked.quit();
  const find = variant.find ?? (variant.savesInPlace ? findBesideHalves : findStates);
  const where = `power cut, seed ${seed}, ${ground.system}, sectors of ${ground.sector}`;
  await judgeImages(images, (disk) => find(disk.files, place.world), where, outcome, share);
}

function takeImages(disk: MemoryDisk, { texts, safe }: Author, next: (below: number) => number, images: Image[]): void {
  const cuts: readonly Cut[] = ['nothing', 'everything', 'names'];
  for (let i = 0; i < imagesAtOnce; i += 1) {
    images.push({ disk: disk.afterPowerCut(next, cuts[i] ?? 'any'), texts, safe });
  }
}

/** Flushes and renames that fail now and then. */
function flushFaults(next: (below: number) => number): (call: string) => void {
  return (call) => {
    if (call === 'sync' && next(5) === 0) throw Object.assign(new Error('EIO'), { code: 'EIO' });
  };
}

/** What a person does in a session: types, saves under one name or another, and types while it is being saved. */
async function workOn(
  author: Author,
  next: (below: number) => number,
  { isProtected, hasTrail }: { readonly isProtected: boolean; readonly hasTrail: boolean },
): Promise<void> {
  if (!(await author.begin())) return;
  if (hasTrail) await author.keepTrail();
  const protectAt = isProtected ? next(9) : -1;
  for (let step = 0; step < 9; step += 1) {
    if (step === protectAt) await author.protect();
    switch (next(8)) {
      case 0:
        await author.save('a');
        break;
      case 1:
        await author.save(next(2) === 0 ? 'a' : 'b');
        break;
      case 2:
        await Promise.all([author.save('a'), author.edit(1 + next(2))]);
        break;
      case 3:
        await author.undo();
        break;
      default:
        await author.edit(1 + next(3));
    }
  }
}

/** A person in a folder that takes no new file. */
async function saveInPlaceOften(author: Author, next: (below: number) => number): Promise<void> {
  if (!(await author.begin()) || !(await author.save('a'))) return;
  for (let step = 0; step < 6; step += 1) {
    await author.edit(1 + next(3));
    if (next(2) === 0) await Promise.all([author.saveInPlace(), author.edit(1)]);
    else await author.saveInPlace();
  }
}

/** Half a file is no violation here: that it is found to be one, and the draft elsewhere, is what counts. */
const findBesideHalves: typeof findStates = async (files, world) => {
  const { states, broken } = await findStates(files, world);
  return { states, broken: broken.filter((name) => !name.endsWith('.dolboor')) };
};

/** Images that are the same are read once and counted each. */
export async function judgeImages(
  images: readonly Image[],
  find: (disk: MemoryDisk) => Promise<Findings>,
  where: string,
  outcome: Outcome,
  share: Pick<Share, 'count'>,
): Promise<void> {
  const known = new Map<string, Findings>();
  for (const [index, { disk, ...promised }] of images.entries()) {
    if (outcome.done >= share.count) return;
    const print = disk.fingerprint();
    const findings = known.get(print) ?? (await find(disk));
    known.set(print, findings);
    outcome.done += 1;
    const wrong = verdict(findings, promised);
    if (wrong !== undefined) violate(outcome, `${where}, image ${index}: ${wrong}`);
  }
}
