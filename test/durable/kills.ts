import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { random } from '../support/builder.ts';
import { imageOfWriter } from '../support/kill/bundle-writer.ts';
import { makePlace, smallTemplate } from '../support/kill/test-world.ts';
import { noOutcome, type Outcome, type Share, violate } from './outcome.ts';

/*
 * Real processes on the real disk, killed while they write. Each takes up the draft where the last one was killed; the text
 * tells which edits are in it, so what is recovered is compared exactly.
 */

/** So many lives on one folder: damage must be able to heap up, and a folder of a hundred lives only costs time. */
const livesInOnePlace = 8;

/** So many folders at once: most of a life is spent on waiting for the disk. */
const placesAtOnce = 2;

/** A life is over before a compiler that is any good, or threads beside the first, have paid for themselves. */
const ofShortLife = ['--no-warnings', '--single-threaded', '--no-opt', '--no-maglev', '--no-sparkplug'];

interface Life {
  /** Number of the last edit in the draft that the process took up, and the text of its first cell. */
  readonly began: number;
  readonly text: string;
  readonly acknowledged: number;
}

/** One life after the other in one place. */
export interface Lives {
  readonly root: string;
  /** No more than so many. */
  readonly most: number;
  /** What the end of a life is called. */
  readonly name: string;
  /** Ends a life; the process is dead when it comes back. */
  readonly end: (child: ChildProcess) => Promise<void> | void;
  /** What happens to the place once the process is gone. */
  readonly between?: () => Promise<void>;
}

interface Trial {
  readonly share: Share;
  readonly next: (below: number) => number;
  readonly outcome: Outcome & { acknowledged: number };
}

/** Kills one process after the other; `done` counts the kills. */
export async function killWriters(share: Share): Promise<Outcome & { readonly acknowledged: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'dolboor-writer-'));
  try {
    const image = await imageOfWriter(folder);
    const each = (at: number) => Math.floor((share.count + at) / placesAtOnce);
    const all = await Promise.all(
      Array.from({ length: placesAtOnce }, (_, at) =>
        killInPlaces(image, { ...share, seed: share.seed + at, count: each(at) }),
      ),
    );
    const sum = (of: 'done' | 'violations' | 'acknowledged') => all.reduce((total, one) => total + one[of], 0);
    const examples = all.flatMap((one) => one.examples);
    return { done: sum('done'), violations: sum('violations'), acknowledged: sum('acknowledged'), examples };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function killInPlaces(image: string, share: Share): Promise<Trial['outcome']> {
  const outcome = { ...noOutcome(), acknowledged: 0 };
  const next = random(share.seed);
  while (outcome.done < share.count && share.isTimeLeft(outcome.done)) {
    const place = await makePlace();
    const end = (child: ChildProcess): void => void child.kill('SIGKILL');
    await takeTurns(image, { root: place.root, most: livesInOnePlace, name: 'kill', end }, { share, next, outcome });
    await place.remove();
  }
  return outcome;
}

export async function takeTurns(image: string, lives: Lives, { share, next, outcome }: Trial): Promise<void> {
  let known = 0;
  for (let life = 0; life < lives.most && outcome.done < share.count && share.isTimeLeft(outcome.done); life += 1) {
    const { began, text, acknowledged } = await liveAndDie(image, lives, 1 + next(12));
    await lives.between?.();
    const where = `seed ${share.seed}, ${lives.name} ${outcome.done}`;
    if (began < known) violate(outcome, `${where}: edit ${known} was acknowledged, ${began} is left`);
    // One edit may have been flushed and not yet acknowledged when the end came.
    if (began > known + 1) violate(outcome, `${where}: edit ${began} was never made`);
    const edits = Array.from({ length: began }, (_, i) => `${began - i};`).join('');
    if (text !== `${edits}${smallTemplate[0]?.ky}`) violate(outcome, `${where}: a state ${began} that never was`);
    outcome.acknowledged += acknowledged - began;
    known = acknowledged;
    outcome.done += 1;
  }
}

/** Starts the writer that an image holds on the folder, and ends it when it has acknowledged `lines` edits. */
async function liveAndDie(image: string, { root, end }: Lives, lines: number): Promise<Life> {
  const child = spawn(process.execPath, [...ofShortLife, '--snapshot-blob', image, root], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  const gone = once(child, 'exit');
  let life: Life | undefined;
  let seen = 0;
  let ending: Promise<void> | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const [, began, text = ''] = /^at (\d+) (.*)$/.exec(line) ?? [];
    if (began !== undefined) life = { began: Number(began), text, acknowledged: Number(began) };
    // What it still manages to print before its end was acknowledged too.
    else if (life) life = { ...life, acknowledged: Number(line) };
    seen += began === undefined ? 1 : 0;
    if (seen === lines) ending ??= Promise.resolve(end(child));
  }
  await Promise.all([gone, ending]);
  if (!life) throw new Error(`The writer did not begin: ${errors.join('')}`);
  return life;
}
