import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { random } from '../support/builder.ts';
import { bundleWriter } from '../support/kill/bundle-writer.ts';
import { makePlace, smallTemplate } from '../support/kill/test-world.ts';
import { noOutcome, type Outcome, type Share, violate } from './outcome.ts';

/*
 * Real processes on the real disk, killed while they write. Each takes up the draft where the last one was killed; the text
 * tells which edits are in it, so what is recovered is compared exactly.
 */

/** So many lives on one folder: damage must be able to heap up, and a folder of a hundred lives only costs time. */
const livesInOnePlace = 20;

interface Life {
  /** Number of the last edit in the draft that the process took up, and the text of its first cell. */
  readonly began: number;
  readonly text: string;
  readonly acknowledged: number;
}

interface Program {
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Kills one process after the other; `done` counts the kills. */
export async function killWriters(share: Share): Promise<Outcome & { readonly acknowledged: number }> {
  const outcome = { ...noOutcome(), acknowledged: 0 };
  const next = random(share.seed);
  const folder = await mkdtemp(join(tmpdir(), 'dolboor-writer-'));
  try {
    const script = await bundleWriter(folder);
    // Compiled once for all of them: what is tried is the writing, not the start. One that is killed keeps nothing of it.
    const program = { script, env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') } };
    await once(spawn(process.execPath, ['--no-warnings', script], { env: program.env, stdio: 'ignore' }), 'exit');
    while (outcome.done < share.count && share.isTimeLeft(outcome.done)) {
      await killInOnePlace(program, share, next, outcome);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return outcome;
}

async function killInOnePlace(
  program: Program,
  share: Share,
  next: (below: number) => number,
  outcome: Outcome & { acknowledged: number },
): Promise<void> {
  const place = await makePlace();
  let known = 0;
  for (
    let life = 0;
    life < livesInOnePlace && outcome.done < share.count && share.isTimeLeft(outcome.done);
    life += 1
  ) {
    const { began, text, acknowledged } = await liveAndDie(program, place.root, 1 + next(25));
    const where = `seed ${share.seed}, kill ${outcome.done}`;
    if (began < known) violate(outcome, `${where}: edit ${known} was acknowledged, ${began} is left`);
    // One edit may have been flushed and not yet acknowledged when the signal came.
    if (began > known + 1) violate(outcome, `${where}: edit ${began} was never made`);
    const edits = Array.from({ length: began }, (_, i) => `${began - i};`).join('');
    if (text !== `${edits}${smallTemplate[0]?.ky}`) violate(outcome, `${where}: a state ${began} that never was`);
    outcome.acknowledged += acknowledged - began;
    known = acknowledged;
    outcome.done += 1;
  }
  await place.remove();
}

/** Starts a writer on the folder and kills it when it has acknowledged `lines` edits. */
async function liveAndDie({ script, env }: Program, root: string, lines: number): Promise<Life> {
  const child = spawn(process.execPath, ['--no-warnings', script, root], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const errors: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  let life: Life | undefined;
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [, began, text = ''] = /^at (\d+) (.*)$/.exec(line) ?? [];
    if (began !== undefined) life = { began: Number(began), text, acknowledged: Number(began) };
    // What it still manages to print before the signal reaches it was acknowledged too.
    else if (life) life = { ...life, acknowledged: Number(line) };
    seen += began === undefined ? 1 : 0;
    if (seen === lines) child.kill('SIGKILL');
  }
  if (!life) throw new Error(`The writer did not begin: ${errors.join('')}`);
  return life;
}
