import { dirname } from 'node:path';
import type { Result } from '../../core/base/result.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { ChainPoint } from '../../core/file/chain.ts';
import { type AtomicWrite, type Expected, hashAt, writeAtomically, writeInPlace } from './atomic-write.ts';
import type { SaveTask, Target } from './draft-session.ts';
import { failedFile, writeFailure } from './failures.ts';
import type { FileSystem } from './file-system.ts';
import { sha256 } from './hash.ts';

type To = Exclude<SaveTask['to'], 'same'>;

/** The file of an open draft: what this session last read or wrote there. Nothing else of it may be replaced. */
export class OwnFile {
  readonly #files: FileSystem;
  #target: Target;
  #saved: ChainPoint;
  /** What a save wrote that failed without telling whether the file had been replaced already. */
  #attempted: string | undefined;
  #isWritten = false;

  constructor(files: FileSystem, target: Target, saved: ChainPoint) {
    this.#files = files;
    this.#target = target;
    this.#saved = saved;
  }

  get target(): Target {
    return this.#target;
  }

  /** The state that the file holds; for a draft without one, what it began with. */
  get saved(): ChainPoint {
    return this.#saved;
  }

  /** It has been written in this session. */
  get isWritten(): boolean {
    return this.#isWritten;
  }

  /** Where a save goes and what may be replaced there; undefined when the draft has no file. */
  aim({ to, over }: Pick<SaveTask, 'to' | 'over'>): To | undefined {
    if (to !== 'same') return { path: to.path, expected: this.#withAttempted(to) };
    const { path, sha256: found } = this.#target;
    if (path === '') return undefined;
    return { path, expected: this.#withAttempted({ path, expected: { sha256: over ?? found } }) };
  }

  #withAttempted({ path, expected }: To): Expected {
    const isRetry = path === this.#target.path && typeof expected === 'object' && this.#attempted !== undefined;
    return isRetry ? { sha256: expected.sha256, ...(this.#attempted && { attempted: this.#attempted }) } : expected;
  }

  /** Writes the file. `keepSafe`: called where the bytes are written over in place, before the first of them goes. */
  async write(
    task: AtomicWrite,
    saved: ChainPoint,
    keepSafe: (() => Promise<void>) | undefined,
  ): Promise<Result<string, Failure>> {
    const written = keepSafe ? await this.#writeOver(task, keepSafe) : await writeAtomically(this.#files, task);
    this.#attempted = written.ok ? undefined : sha256(task.bytes);
    if (!written.ok) return written;
    this.#target = { path: task.path, sha256: written.value };
    this.#saved = saved;
    this.#isWritten = true;
    return written;
  }

  async #writeOver(task: AtomicWrite, keepSafe: () => Promise<void>): Promise<Result<string, Failure>> {
    try {
      // Until the bytes are all there, neither the old nor the new state is in the file: both must be safe elsewhere.
      await keepSafe();
    } catch (error) {
      return failedFile(writeFailure(error), task.path);
    }
    const written = await writeInPlace(this.#files, task);
    if (written.ok) return written;
    // Half a file is our own doing: the next attempt may replace it.
    const half = await hashAt(this.#files, task.path).catch(() => undefined);
    this.#target = { ...this.#target, sha256: half ?? '' };
    return written;
  }

  /** Whether the file's name is on the disk for certain: one that is gone at the next start was then moved by somebody. */
  async isLasting(): Promise<boolean> {
    const { path } = this.#target;
    if (!this.#isWritten || path === '') return false;
    return this.#files.syncFolder(dirname(path)).catch(() => false);
  }
}
