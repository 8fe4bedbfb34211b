import type { OpenSource } from '../../core/bridge/drafts.ts';
import type { FileSystem } from '../../electron/files/file-system.ts';
import type { World } from '../../electron/services/world.ts';
import { random } from '../support/builder.ts';
import { Author } from '../support/kill/author.ts';
import { type Findings, findStates, type Promised, verdict } from '../support/kill/judge.ts';
import type { Cut, MemoryDisk, System } from '../support/kill/memory-disk.ts';
import { memoryPlace } from '../support/kill/test-world.ts';
import type { SectorSize } from '../support/kill/torn-bytes.ts';
import { noOutcome, type Outcome, type Share, violate } from './outcome.ts';

/*
 * Power cuts: sessions through the real services on a disk in memory; before every call to the disk, what a cut at that moment
 * could leave is taken as an image, and each image is read by the real recovery. In half of the sessions a second life takes up
 * such an image and is cut again.
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

/** Few from each moment, so that many sessions on all grounds share the count. */
const imagesAtOnce = 4;

/** One session in so many gets a password on its way. */
const protectedEvery = 5;

/** One session in so many keeps an audit trail. */
const trailEvery = 3;

/** Sessions until the share is done. */
export async function cutPower(share: Share, variant: Variant = {}): Promise<Outcome> {
  const outcome = noOutcome();
  for (let session = 0; outcome.done < share.count && share.isTimeLeft(outcome.done); session += 1) {
    // By the seed: two shares that lie an odd number apart begin on different systems.
    const ground = grounds[(share.seed + session) % grounds.length] as Ground;
    await cutOneSession(share.seed + session, ground, variant, outcome, share);
  }
  return outcome;
}

/** One session on one ground, and in half of the cases a second one on what a cut left of it. */
export async function cutOneSession(
  seed: number,
  ground: Ground,
  variant: Variant,
  outcome: Outcome,
  share: Pick<Share, 'count'>,
): Promise<void> {
  const next = random(seed);
  const place = memoryPlace(`/cut-${seed}`, ground);
  const { world } = place;
  const isProtected = seed % protectedEvery === 0;
  const habits = { isProtected, hasTrail: seed % trailEvery === 0 };
  const work = variant.savesInPlace ? saveInPlaceOften : workOn;
  const images = await live({ ...place, next, seed, variant }, async (author) => {
    if (await author.begin()) await work(author, next, habits);
  });
  const find = variant.find ?? (variant.savesInPlace ? findBesideHalves : findStates);
  const where = `power cut, seed ${seed}, ${ground.system}, sectors of ${ground.sector}`;
  const judge = (taken: readonly Image[], life: string) =>
    judgeImages(taken, (disk) => find(disk.files, world), `${where}${life}`, outcome, share);
  await judge(images, '');
  const left = images[images.length - 1 - next(Math.ceil(images.length / 2))];
  if (seed % 2 === 0 || isProtected || !left || left.safe < 0 || variant.bend || variant.savesInPlace) return;
  const later = await live({ disk: left.disk, world, next, seed, variant }, async (author) => {
    const wrong = await takeUp(author, left);
    if (wrong !== undefined) violate(outcome, `${where}, second life: ${wrong}`);
    else if (author.isWorking) await work(author, next, { isProtected: false, hasTrail: false });
  });
  await judge(later, ', second life');
}

interface Stage {
  readonly disk: MemoryDisk;
  readonly world: World;
  readonly next: (below: number) => number;
  readonly seed: number;
  readonly variant: Variant;
}

/** One life of the program on a disk that is watched: an image of every moment. */
async function live(stage: Stage, work: (author: Author) => Promise<void>): Promise<readonly Image[]> {
  const { world, next, variant, seed } = stage;
  const images: Image[] = [];
  const fault = variant.failsFlushes ? flushFaults(random(seed + 1)) : undefined;
  let author: Author | undefined;
  const disk: MemoryDisk = stage.disk.watched((call) => {
    if (author) takeImages(disk, author, next, images);
    fault?.(call);
  });
  const person = new Author(variant.bend?.(disk, world.folders.documents) ?? disk.files, world, next);
  author = person;
  await work(person);
  takeImages(disk, person, next, images);
  author = undefined;
  await person.quit();
  return images;
}

/**
 * Goes on where a cut left the disk: with what is offered for recovery, else with the file that is furthest. What was promised must
 * be there; what comes after it is written anew, so no state beyond it may ever come back.
 */
async function takeUp(author: Author, { texts, safe }: Image): Promise<string | undefined> {
  // Until something is taken up, what was promised before is what may be found, whichever of the attempts comes to nothing.
  for (const [sequence, text] of texts) author.texts.set(sequence, text);
  author.safe = safe;
  await author.start();
  const list = await author.ask('recovery.list', {});
  const [unsaved] = list?.ok ? list.value : [];
  const folder = author.world.folders.documents;
  const sources: OpenSource[] = unsaved
    ? [{ from: 'recovery', id: unsaved.id }]
    : ['a.dolboor', 'b.dolboor'].map((name) => ({ from: 'listed', folder, name }));
  let furthest: OpenSource | undefined;
  let reached = -1;
  for (const source of sources) {
    if (!(await author.begin(source))) continue;
    if (author.sequence > reached) [furthest, reached] = [source, author.sequence];
    if (sources.length > 1) await author.close(false);
  }
  if (sources.length > 1 && furthest) await author.begin(furthest);
  // A flush that fails may keep the program from beginning; the next one tries again.
  if (!author.isWorking) return undefined;
  if (author.sequence < safe) return `edit ${safe} was acknowledged, ${author.sequence} is taken up`;
  if (texts.get(author.sequence) !== author.texts.get(author.sequence)) return 'a state that never was is taken up';
  for (const sequence of texts.keys()) if (sequence > author.sequence) author.texts.delete(sequence);
  author.safe = author.sequence;
  return undefined;
}

/** Of each moment one of the three plain cuts by turns; the others leave any part. */
function takeImages(disk: MemoryDisk, { texts, safe }: Author, next: (below: number) => number, images: Image[]): void {
  const cuts: readonly Cut[] = ['nothing', 'everything', 'names'];
  const plain = cuts[(images.length / imagesAtOnce) % cuts.length] ?? 'nothing';
  for (let i = 0; i < imagesAtOnce; i += 1) {
    images.push({ disk: disk.afterPowerCut(next, i === 0 ? plain : 'any'), texts, safe });
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
  if (!(await author.save('a'))) return;
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
