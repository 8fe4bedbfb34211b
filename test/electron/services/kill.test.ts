import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { random } from '../../support/builder.ts';
import { makePlace, smallTemplate } from '../../support/kill/test-world.ts';

const script = join(import.meta.dirname, '../../support/kill/writer.ts');
const kills = 20;

interface Life {
  /** Number of the last edit in the draft that the process took up, and the text of its first cell. */
  readonly began: number;
  readonly text: string;
  readonly acknowledged: number;
}

/** Starts a writer on the folder and kills it when it has acknowledged `lines` edits. */
async function liveAndDie(root: string, lines: number): Promise<Life> {
  const child = spawn(process.execPath, ['--no-warnings', script, root], { stdio: ['ignore', 'pipe', 'pipe'] });
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

test('a process killed while a person types loses nothing that was acknowledged', { timeout: 120_000 }, async () => {
  const seed = 1979;
  const next = random(seed);
  const place = await makePlace();
  let known = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const { began, text, acknowledged } = await liveAndDie(place.root, 1 + next(25));
    expect(began, `seed ${seed}, kill ${kill}`).toBeGreaterThanOrEqual(known);
    // One edit may have been flushed and not yet acknowledged when the signal came.
    expect(began - known, `seed ${seed}, kill ${kill}`).toBeLessThanOrEqual(1);
    const edits = Array.from({ length: began }, (_, i) => `${began - i};`).join('');
    expect(text, `seed ${seed}, kill ${kill}`).toBe(`${edits}${smallTemplate[0]?.ky}`);
    expect(acknowledged).toBeGreaterThan(began);
    known = acknowledged;
  }
  expect(known).toBeGreaterThan(kills * 5);
  await place.remove();
});
