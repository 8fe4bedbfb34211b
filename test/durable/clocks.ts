import type { FileSystem } from '../../electron/files/file-system.ts';
import { sha256 } from '../../electron/files/hash.ts';
import type { World } from '../../electron/services/world.ts';
import { random } from '../support/builder.ts';
import { Author } from '../support/kill/author.ts';
import { findStates, verdict } from '../support/kill/judge.ts';
import type { MemoryDisk } from '../support/kill/memory-disk.ts';
import { memoryPlace } from '../support/kill/test-world.ts';
import { noOutcome, type Outcome, type Share, violate } from './outcome.ts';

/*
 * The same session under clocks that go wrong, and a later start under another. The clock may name things; what is in the files,
 * and what is found after a power cut, must be the same under each of them, and nothing may be lost by any.
 */

const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 2, 10);

/** Milliseconds since the session's beginning, by how often the clock was looked at. */
const clocks: Readonly<Record<string, (look: number) => number>> = {
  steady: (look) => look * 60_000,
  standing: () => 0,
  backwards: (look) => -look * 60_000,
  'set back by three days': (look) => (look < 6 ? look : look - 3 * day),
  'ten years on': (look) => (look < 6 ? look : look + 3_652 * day),
  'a hundred times as fast': (look) => look * 6_000_000,
  'to and fro': (look) => (look % 2 === 0 ? 400 * day : -400 * day),
};

/** Sessions, each under every clock; `done` counts the pairs of a clock in the session and a clock at the next start. */
export async function shiftClocks(share: Share): Promise<Outcome> {
  const outcome = noOutcome();
  for (let session = 0; outcome.done < share.count && share.isTimeLeft(outcome.done); session += 1) {
    const seed = share.seed + session;
    const steady = await liveUnder('steady', 'steady', seed);
    for (const clock of Object.keys(clocks)) {
      for (const later of ['steady', 'ten years on', 'backwards'] as const) {
        const lived = await liveUnder(clock, later, seed);
        outcome.done += 1;
        const where = `clock ${clock}, then ${later}, seed ${seed}`;
        if (lived.wrong !== undefined) violate(outcome, `${where}: ${lived.wrong}`);
        if (lived.files !== steady.files) violate(outcome, `${where}: the files differ from those of a steady clock`);
        if (lived.found !== steady.found) violate(outcome, `${where}: what is found differs`);
      }
    }
  }
  return outcome;
}

/** What became of a session under one clock, after two starts under another one. */
async function liveUnder(clock: string, later: string, seed: number) {
  const { disk, world } = memoryPlace(`/clock-${seed}`, { system: seed % 2 === 0 ? 'posix' : 'windows' });
  const author = new Author(disk.files, withClock(world, clock, 'first'), random(seed));
  await workThrough(author, random(seed));
  const promised = { texts: author.texts, safe: author.safe };
  const image = disk.afterPowerCut(random(seed), 'nothing');
  await author.quit();
  const files = documentsOf(image, world);
  // The first start proves what lies in the files, the second would remove it.
  for (const life of ['second', 'third']) await startOnce(image.files, withClock(world, later, life));
  const findings = await findStates(image.files, world);
  const states = findings.states.map(({ sequence, text }) => `${sequence} ${sha256(Buffer.from(text))}`).sort();
  return { wrong: verdict(findings, promised), files, found: states.join('\n') };
}

async function startOnce(files: FileSystem, world: World): Promise<void> {
  const author = new Author(files, world, random(1));
  await author.begin({ from: 'recent', id: 'none' });
  await author.quit();
}

async function workThrough(author: Author, next: (below: number) => number): Promise<void> {
  if (!(await author.begin())) return;
  for (let step = 0; step < 6; step += 1) {
    if (next(3) === 0) await author.save(next(2) === 0 ? 'a' : 'b');
    else await author.edit(1 + next(3));
  }
}

/** Ids that are the same in every run, so that the bytes can be compared. */
function withClock(world: World, clock: string, life: string): World {
  let [looks, ids] = [0, 0];
  const now = () => {
    looks += 1;
    // What is made at the first look carries its hour; it is the same for all.
    return new Date(looks === 1 ? start : start + (clocks[clock]?.(looks) ?? 0)).toISOString();
  };
  const newId = () => {
    ids += 1;
    return `${life}-${String(ids).padStart(8, '0')}`;
  };
  return { ...world, ports: { now, newId } };
}

function documentsOf(disk: MemoryDisk, { folders }: World): string {
  return disk
    .paths()
    .filter((path) => path.startsWith(folders.documents) && path.endsWith('.dolboor'))
    .sort()
    .map((path) => `${path} ${sha256(disk.bytesAt(path))}`)
    .join('\n');
}
