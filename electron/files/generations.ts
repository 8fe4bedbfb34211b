import type { Moment, Step } from '../../core/file/timeline.ts';
import type { Journal } from './journal.ts';
import type { JournalRecord } from './journal-format.ts';
import { type DraftFile, packBase } from './package-file.ts';
import type { SessionFolder } from './session-folder.ts';

/** A generation is turned over at this many records or bytes, so that a recovery stays quick. */
const generationRecords = 5_000;
const generationBytes = 2 * 2 ** 20;

/** The state that a generation begins from, and what came after it. */
export interface Present {
  head(): Moment;
  /** The edits since the draft was opened or last saved, in order. */
  steps(): readonly Step[];
  /** Everything that a package of this state holds. */
  fileOf(moment: Moment): DraftFile;
}

/** The generations of one session: which journal counts, and what is certainly on the disk. */
export class Generations {
  readonly #session: SessionFolder;
  readonly #present: Present;
  #journal: Journal | undefined;
  #durable: number;
  /** Size of the base copy of the present generation. */
  #baseBytes = 0;

  constructor(session: SessionFolder, present: Present) {
    this.#session = session;
    this.#present = present;
    this.#durable = present.head().point.sequence;
  }

  /** Number of the last edit that is certainly on the disk. */
  get durable(): number {
    return this.#durable;
  }

  /** The journal that takes edits; absent while the next one is being begun. */
  get journal(): Journal | undefined {
    return this.#journal;
  }

  /** Begins the first generation: comes back once the base copy and the journal's header are on the disk. */
  async begin(): Promise<void> {
    this.#journal = await this.#advance();
  }

  async #advance(): Promise<Journal> {
    const file = this.#present.fileOf(this.#present.head());
    const packed = packBase(file);
    const journal = await this.#session.advance(file, packed);
    this.#baseBytes = packed.length;
    return journal;
  }

  add(record: JournalRecord): void {
    this.#journal?.add(record);
  }

  /** The edits up to this one are on the disk, in a journal or in the draft's file. */
  prove(sequence: number): void {
    this.#durable = Math.max(this.#durable, sequence);
  }

  /** Comes back when every edit so far is on the disk. Throws when that cannot be: then the next generation must begin. */
  async flush(): Promise<void> {
    const { sequence } = this.#present.head().point;
    if (!this.#journal) throw new Error('no journal');
    await this.#journal.flush();
    this.prove(sequence);
  }

  /** As far as it can be done now; what cannot is for the next edit to say. */
  async flushIfCan(): Promise<void> {
    await this.#journal?.flush().catch(() => undefined);
  }

  /** Begins the next generation from the present state. */
  async renew(): Promise<void> {
    const old = this.#journal;
    // While the base copy is being written, edits go on coming: they wait for the new journal.
    this.#journal = undefined;
    await old?.close().catch(() => undefined);
    const { sequence } = this.#present.head().point;
    const journal = await this.#advance();
    this.prove(sequence);
    for (const { point, payload } of this.#present.steps()) {
      if (point.sequence > sequence) journal.add({ sequence: point.sequence, payload });
    }
    this.#journal = journal;
    await journal.flush();
    this.prove(this.#present.head().point.sequence);
  }

  /**
   * A journal that failed once is never written again: what it holds is unknown. The next generation begins with a base copy
   * of the present state, so that the edits which could not be flushed are in it.
   */
  async renewAfter(failed: Journal | undefined, sequence: number): Promise<void> {
    // Somebody waiting in front of us may have done it already.
    if (this.#journal === failed || this.#durable < sequence) await this.renew();
  }

  isLong(): boolean {
    const size = this.#journal?.size();
    return size !== undefined && (size.records >= generationRecords || size.bytes >= generationBytes);
  }

  async renewLong(): Promise<void> {
    if (!this.isLong()) return;
    // The old generation has been flushed and goes on counting if the new one cannot begin; the next edit tries again.
    await this.renew().catch(() => undefined);
  }

  /** Whether a journal is no longer worth going on with: it is longer than the base copy that would replace it. */
  isSpent(): boolean {
    const size = this.#journal?.size();
    return !size || size.bytes > this.#baseBytes;
  }

  /** Whether no edit has come since the generation began. */
  isEmpty(): boolean {
    return this.#journal?.size().records === 0;
  }

  async close(): Promise<void> {
    await this.flushIfCan();
    await this.#journal?.close().catch(() => undefined);
  }
}
