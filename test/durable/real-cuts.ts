import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { random } from '../support/builder.ts';
import { imageOfWriter } from '../support/kill/bundle-writer.ts';
import { fillPlace } from '../support/kill/test-world.ts';
import { type Lives, takeTurns } from './kills.ts';
import { noOutcome, type Outcome, type Share } from './outcome.ts';

/*
 * Real power cuts: the writer works on an ext4 of its own, in a file that the kernel mounts. It is stopped, the file is copied, and
 * the next life begins on the copy: what the kernel still held in memory is not in it, as after a real cut, and the file system's own
 * journal is replayed when it is mounted. Only root can do this, and not in every container.
 */

const run = promisify(execFile);

/** Large enough for some lives, small enough to be copied in a moment. */
const megabytes = 24;

/** So many cuts on one volume: the old sessions of a hundred lives would fill it. */
const cutsOnOneVolume = 20;

/** `missing`: why there were none. */
export type RealCuts = Outcome & { readonly missing?: string };

export async function cutRealPower(share: Share): Promise<RealCuts> {
  const outcome = { ...noOutcome(), acknowledged: 0 };
  const folder = await mkdtemp(join(tmpdir(), 'dolboor-volume-'));
  const volume = new Volume(folder);
  try {
    const missing = await volume.whyNot();
    if (missing !== undefined) return { ...noOutcome(), missing };
    const image = await imageOfWriter(folder);
    const next = random(share.seed);
    while (outcome.done < share.count && share.isTimeLeft(outcome.done)) {
      await volume.make();
      const root = join(volume.path, 'place');
      await fillPlace(root);
      await run('sync', ['-f', volume.path]);
      const lives: Lives = {
        root,
        most: cutsOnOneVolume,
        name: 'cut',
        end: async (child) => {
          child.kill('SIGSTOP');
          await hasStopped(child.pid ?? 0);
          await volume.copy();
          child.kill('SIGKILL');
        },
        between: () => volume.swap(),
      };
      await takeTurns(image, lives, { share, next, outcome });
      await volume.putAway();
    }
    return outcome;
  } finally {
    await volume.putAway();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A process that got the signal may be in the middle of a call: only when it has stopped does it write nothing more. */
async function hasStopped(pid: number): Promise<void> {
  for (;;) {
    const [, state] = /\) (\w) /.exec(await readFile(`/proc/${pid}/stat`, 'utf8')) ?? [];
    if (state === 'T' || state === 'Z') return;
  }
}

/** An ext4 in a file, mounted. */
class Volume {
  readonly path: string;
  readonly #image: string;
  readonly #copy: string;
  #isMounted = false;

  constructor(folder: string) {
    this.path = join(folder, 'mounted');
    this.#image = join(folder, 'image');
    this.#copy = join(folder, 'copy');
  }

  /** What is lacking for it here; undefined when nothing is. Tried, not guessed, and so is that a cut takes what was not flushed. */
  async whyNot(): Promise<string | undefined> {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'missing: root on Linux, to mount a file';
    try {
      await this.make();
      await writeFile(join(this.path, 'flushed'), 'x', { flush: true });
      await run('sync', ['-f', this.path]);
      await writeFile(join(this.path, 'not-flushed'), 'x');
      await this.copy();
      await this.swap();
      const [flushed, not] = await Promise.all(['flushed', 'not-flushed'].map((name) => this.#holds(name)));
      await this.putAway();
      return flushed && !not ? undefined : 'missing: a copy of the mounted file is not what a power cut would leave';
    } catch (error) {
      return `missing: a mounted ext4 (${String(error instanceof Error ? error.message : error).split('\n')[0]})`;
    }
  }

  async #holds(name: string): Promise<boolean> {
    return (await readFile(join(this.path, name), 'utf8').catch(() => '')) === 'x';
  }

  /** An empty one. */
  async make(): Promise<void> {
    await rm(this.#image, { force: true });
    const file = await open(this.#image, 'w');
    await file.truncate(megabytes * 2 ** 20);
    await file.close();
    await run('mkfs.ext4', ['-q', '-F', this.#image]);
    await this.#mount();
  }

  /** Keeps the volume as a power cut at this moment would leave it. */
  async copy(): Promise<void> {
    await copyFile(this.#image, this.#copy);
  }

  /** Goes on with what was kept. */
  async swap(): Promise<void> {
    await this.putAway();
    await copyFile(this.#copy, this.#image);
    await this.#mount();
  }

  async #mount(): Promise<void> {
    await mkdir(this.path, { recursive: true });
    await run('mount', ['-o', 'loop', this.#image, this.path]);
    this.#isMounted = true;
  }

  async putAway(): Promise<void> {
    if (!this.#isMounted) return;
    await run('umount', [this.path]);
    this.#isMounted = false;
  }
}
