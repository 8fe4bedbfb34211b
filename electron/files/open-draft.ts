import { basename, dirname } from 'node:path';
import type { Notice } from '../../core/base/notice.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { Edit } from '../../core/draft/operation.ts';
import type { ChainPoint } from '../../core/file/chain.ts';
import type { LineageEntry } from '../../core/file/manifest.ts';
import { deletedPercent } from '../../core/file/shrinkage.ts';
import {
  beginTimeline,
  catchUp,
  extendTimeline,
  type Moment,
  settleTimeline,
  type Timeline,
} from '../../core/file/timeline.ts';
import type { DraftLock } from './draft-lock.ts';
import type {
  Acknowledged,
  CommonState,
  NumberedEdit,
  OpenDraft,
  SavedFile,
  SaveTask,
  Target,
} from './draft-session.ts';
import { failed, writeFailure } from './failures.ts';
import type { FileSystem } from './file-system.ts';
import { fileToSave } from './file-to-save.ts';
import { Generations } from './generations.ts';
import { sha256 } from './hash.ts';
import type { HistoryKeeper } from './history.ts';
import type { Journal } from './journal.ts';
import { OwnFile } from './own-file.ts';
import { type Owner, ownerOf, sealOwner } from './owner.ts';
import { canBeRead, type DraftFile, packDraft } from './package-file.ts';
import type { Protection } from './seal-key.ts';
import { type SessionFolder, temporaryName } from './session-folder.ts';
import type { TrailKeeper } from './trail-keeper.ts';
import { withPoint } from './travelling.ts';

export interface OpenDraftOptions {
  readonly files: FileSystem;
  readonly session: SessionFolder;
  readonly lock: DraftLock;
  readonly file: DraftFile;
  readonly target: Target;
  /** What the target holds; for a draft without one, what it began with. */
  readonly saved: ChainPoint;
  readonly history: HistoryKeeper;
  readonly trail: TrailKeeper;
}

/** Begins to keep a draft safe. Comes back once the base copy and the journal's header are on the disk. */
export async function beginDraft(options: OpenDraftOptions): Promise<OpenDraft> {
  const draft = new KeptDraft(options);
  await draft.begin();
  return draft;
}

class KeptDraft implements OpenDraft {
  readonly #options: OpenDraftOptions;
  readonly #own: OwnFile;
  readonly #generations: Generations;
  #timeline: Timeline;
  /** What travels with the draft besides its state: points of its past and parts that are carried along. */
  #baggage: Pick<DraftFile, 'carried'> & Pick<DraftFile['identity'], 'lineage'>;
  /** Edits have come since the session began. */
  #touched = false;
  #protection: Protection | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: OpenDraftOptions) {
    this.#options = options;
    this.#own = new OwnFile(options.files, options.target, options.saved);
    this.#timeline = beginTimeline({ draft: options.file.draft, point: pointOf(options.file) });
    this.#baggage = { carried: options.file.carried, lineage: options.file.identity.lineage };
    this.#protection = options.file.protection;
    this.#generations = new Generations(options.session, {
      head: () => this.#timeline.head,
      steps: () => this.#timeline.steps,
      fileOf: (moment) => this.#fileOf(moment),
    });
  }

  async begin(): Promise<void> {
    await this.#options.session.describe(this.#owner('open'));
    await this.#generations.begin();
  }

  get trail(): TrailKeeper {
    return this.#options.trail;
  }

  file(): DraftFile {
    return this.#fileOf(this.#timeline.head);
  }

  target(): Target {
    return this.#own.target;
  }

  common(): CommonState {
    const { origin } = this.#timeline;
    const { saved } = this.#own;
    return { point: saved, ...(origin.point.chain === saved.chain && { draft: origin.draft }) };
  }

  absorb({ sequence, chain }: ChainPoint, kind: 'merged' | 'sent' = 'merged'): void {
    this.#addPoint({ sequence, chain, label: '', kind });
  }

  #addPoint(point: LineageEntry): void {
    this.#baggage = { ...this.#baggage, lineage: withPoint(this.#baggage.lineage, point) };
  }

  async append(edits: readonly NumberedEdit[]): Promise<Result<Acknowledged, Failure>> {
    const notices: Notice[] = [];
    const refused = this.#take(edits, notices);
    // What was taken before the refused one is kept safe all the same.
    const kept = await this.#keep();
    if (refused) return failed('bad-request', { edit: refused });
    return kept.ok ? succeed({ sequence: kept.value, notices }) : kept;
  }

  /** Applies edits and puts them into the journal's queue; returns what is wrong with the first that does not fit. */
  #take(edits: readonly NumberedEdit[], notices: Notice[]): string | undefined {
    for (const { sequence, edit } of edits) {
      const last = this.#timeline.head.point.sequence;
      // Sent again, because the first answer was lost or was a failure.
      if (sequence <= last) continue;
      const extended = sequence === last + 1 ? extendTimeline(this.#timeline, edit, sha256) : undefined;
      if (!extended) return `${sequence} after ${last}`;
      this.#keepHistory(edit, notices);
      this.#timeline = extended;
      this.#touched = true;
      this.#generations.add({ sequence, payload: extended.steps.at(-1)?.payload ?? '' });
    }
    return undefined;
  }

  /** Called before the edit counts: what a large deletion takes away is kept as it was, whatever the pace. */
  #keepHistory(edit: Edit, notices: Notice[]): void {
    const before = this.#timeline.head;
    const percent = deletedPercent(before.draft, edit);
    if (percent !== undefined) notices.push({ code: 'file.large-deletion', severity: 'warning', params: { percent } });
    const { history } = this.#options;
    if (!history.claim() && percent === undefined) return;
    const file = this.#fileOf(before);
    void this.#inTurn(() => history.keep(file));
  }

  async #keep(): Promise<Result<number, Failure>> {
    const sequence = this.#timeline.head.point.sequence;
    const { journal } = this.#generations;
    try {
      await this.#generations.flush();
    } catch {
      const renewed = await this.#inTurn(() => this.#renewAfter(journal, sequence));
      if (!renewed.ok) return renewed;
    }
    if (this.#generations.isLong()) await this.#inTurn(() => this.#generations.renewLong());
    return succeed(this.#generations.durable);
  }

  async #renewAfter(failedJournal: Journal | undefined, sequence: number): Promise<Result<number, Failure>> {
    try {
      await this.#generations.renewAfter(failedJournal, sequence);
      return succeed(this.#generations.durable);
    } catch (error) {
      return this.#unwritable(error);
    }
  }

  #unwritable(error: unknown): Result<never, Failure> {
    const name = basename(this.#own.target.path);
    return failed(writeFailure(error) === 'no-space' ? 'no-space' : 'not-writable', { name });
  }

  save(task: SaveTask): Promise<Result<SavedFile, Failure>> {
    return this.#inTurn(() => this.#save(task));
  }

  async #save(task: SaveTask): Promise<Result<SavedFile, Failure>> {
    // A page counts upwards; a smaller number than the last saved one is no state that it can have.
    if (task.sequence < this.#timeline.origin.point.sequence) return failed('bad-request', { edit: task.sequence });
    const to = this.#own.aim(task);
    if (!to) return failed('bad-request');
    // So that the journal never lags behind the file. If it cannot be flushed, the next edit begins another one.
    await this.#generations.flushIfCan();
    const { saved, timeline, agrees } = settleTimeline(this.#timeline, task.draft, task.sequence, sha256);
    this.#leaveBehind(this.#own.saved, saved);
    const { file, enter } = fileToSave(this.#fileOf(saved), task, this.trail, this.common().draft);
    const bytes = packDraft(file);
    if (!canBeRead(file, bytes)) return failed('draft-too-large');
    const isFirst = !this.#own.isWritten;
    const write = { ...to, bytes, temporary: temporaryName(this.#options.session.session) };
    const written = await this.#own.write(
      { ...write, ...(task.onWait && { onWait: task.onWait }) },
      saved.point,
      task.inPlace ? () => this.#generations.renew() : undefined,
    );
    if (!written.ok) return written;
    // Edits may have come while the file was being written.
    this.#timeline = catchUp(timeline, this.#timeline.steps, sha256);
    this.#generations.prove(Math.max(saved.point.sequence, task.sequence));
    this.#baggage = { carried: file.carried, lineage: file.identity.lineage };
    enter();
    await this.#renewAfterSave(agrees, isFirst);
    return succeed({ name: basename(to.path), folder: dirname(to.path), bytes: bytes.length });
  }

  /** What the file held until now becomes a point of its past. */
  #leaveBehind({ sequence, chain }: ChainPoint, saved: Moment): void {
    const isNew = this.#own.target.path === '' || chain === saved.point.chain;
    if (!isNew) this.#addPoint({ sequence, chain, label: '', kind: 'saved' });
  }

  /**
   * The journal goes on when its edits lead to what was saved, until it is as long as the base copy that would replace it: so
   * saving a large draft every minute does not write it every minute twice. That a new generation could not begin is for the
   * next edit to say, for the draft is in its file.
   */
  async #renewAfterSave(agrees: boolean, isFirst: boolean): Promise<void> {
    await this.#options.session.describe(this.#owner('open')).catch(() => undefined);
    // A template saved as it is has no edit to show that it was ever wanted: the second generation shows it.
    if (!agrees || this.#generations.isSpent() || (isFirst && this.#generations.isEmpty())) {
      await this.#generations.renew().catch(() => undefined);
    }
  }

  close(discard: boolean): Promise<void> {
    return this.#inTurn(async () => {
      const { session, lock } = this.#options;
      await this.#generations.close();
      const isSaved = this.#timeline.head.point.chain === this.#own.saved.chain;
      try {
        // One that wrote its file stays, until a later session has found it written.
        if (!this.#touched && !this.#own.isWritten && isSaved) await session.remove();
        else if (isSaved) await session.describe({ ...this.#owner('saved'), lasting: await this.#own.isLasting() });
        else await session.describe(this.#owner(discard ? 'discarded' : 'closed'));
      } catch {
        // On a full disk nobody can note that it was closed. It counts as open then, and the next start offers what is in no file.
      } finally {
        await lock.release();
      }
    });
  }

  protect(protection: Protection | undefined, reseal: () => Promise<number>): Promise<Result<number, Failure>> {
    return this.#inTurn(async () => {
      const before = this.#protection;
      this.#protection = protection;
      try {
        await this.#generations.renew();
      } catch (error) {
        this.#protection = before;
        return this.#unwritable(error);
      }
      const isDescribed = await this.#options.session.describe(this.#owner('open')).then(
        () => true,
        () => false,
      );
      return succeed((await reseal()) + (isDescribed ? 0 : 1));
    });
  }

  async settled(): Promise<void> {
    await this.#queue;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work, work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  #fileOf({ draft, point }: Moment): DraftFile {
    const { identity } = this.#options.file;
    const { lineage } = this.#baggage;
    const carried = this.trail.carriedWith(this.#baggage.carried);
    const protection = this.#protection;
    return { draft, identity: { ...identity, ...point, lineage }, carried, ...(protection && { protection }) };
  }

  #owner(state: Owner['state']): Owner {
    return sealOwner(ownerOf(this.#timeline.head.draft, this.#own, state), this.#protection);
  }
}

function pointOf({ identity }: DraftFile): ChainPoint {
  return { sequence: identity.sequence, chain: identity.chain };
}
