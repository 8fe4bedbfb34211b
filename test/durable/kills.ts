import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { random } from '../support/builder.ts';
import { makePlace, smallTemplate } from '../support/kill/test-world.ts';
import { noOutcome, type Outcome, type Share, violate } from './outcome.ts';

/*
 * Real processes on the real disk, killed while they write. Each takes up the draft where the last one was killed; the text
 * tells which edits are in it, so what is recovered is compared exactly.
 */

const script = join(import.meta.dirname, '../support/kill/writer.ts');

/** Compiled once for all of them: what is tried is the writing, not the start. One that is killed keeps nothing of it. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'dolboor-compile-cache') };

interface Life {
  /** Number of the last edit in the draft that the process took up, and the text of its first cell. */
  readonly began: number;
  readonly text: string;
  readonly acknowledged: number;
}

/** Kills one process after the other; `done` counts the kills. */
export async function killWriters(share: Share): Promise<Outcome & { readonly acknowledged: number }> {
  const outcome = noOutcome();
  const next = random(share.seed);
  const place = await makePlace();
  await once(spawn(process.execPath, ['--no-warnings', script], { env, stdio: 'ignore' }), 'exit');
  let known = 0;
  while (outcome.done < share.count && share.isTimeLeft(outcome.done)) {
    const { began, text, acknowledged } = await liveAndDie(place.root, 1 + next(25));
    const where = `seed ${share.seed}, kill ${outcome.done}`;
    if (began < known) violate(outcome, `${where}: edit ${known} was acknowledged, ${began} is left`);
    // One edit may have been flushed and not yet acknowledged when the signal came.
    if (began > known + 1) violate(outcome, `${where}: edit ${began} was never made`);
    const edits = Array.from({ length: began }, (_, i) => `${began - i};`).join('');
    if (text !== `${edits}${smallTemplate[0]?.ky}`) violate(outcome, `${where}: a state ${began} that never was`);
    known = acknowledged;
    outcome.done += 1;
  }
  await place.remove();
  return { ...outcome, acknowledged: known };
}

/** Starts a writer on the folder and kills it when it has acknowledged `lines` edits. */
async function liveAndDie(root: string, lines: number): Promise<Life> {
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
