import { basename, dirname } from 'node:path';
import { trilingual } from '../../core/base/language.ts';
import type { Notice } from '../../core/base/notice.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { Edit } from '../../core/draft/operation.ts';
import type { ChainPoint } from '../../core/file/chain.ts';
import type { LineageEntry } from '../../core/file/manifest.ts';
import { deletedPercent } from '../../core/file/shrinkage.ts';
import { beginTimeline, extendTimeline, type Moment, settleTimeline, type Timeline } from '../../core/file/timeline.ts';
import { wordsOf } from '../templates/templates.ts';
import { type AtomicWrite, type Expected, hashAt, writeAtomically, writeInPlace } from './atomic-write.ts';
import { withLaw } from './brought-law.ts';
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
import { failed, failedFile, writeFailure } from './failures.ts';
import type { FileSystem } from './file-system.ts';
import { sha256 } from './hash.ts';
import type { HistoryKeeper } from './history.ts';
import type { Journal } from './journal.ts';
import { type Owner, sealOwner } from './owner.ts';
import { type DraftFile, packDraft } from './package-file.ts';
import type { Protection } from './seal-key.ts';
import { type SessionFolder, temporaryName } from './session-folder.ts';
import { withPoint, withVersions } from './travelling.ts';

export interface OpenDraftOptions {
  readonly files: FileSystem;
  readonly session: SessionFolder;
  readonly lock: DraftLock;
  readonly file: DraftFile;
  readonly target: Target;
  /** What the target holds; for a draft without one, what it began with. */
  readonly saved: ChainPoint;
  readonly history: HistoryKeeper;
}

/** A generation is turned over at this many records or bytes, so that a recovery stays quick. */
const generationRecords = 5_000;
const generationBytes = 2 * 2 ** 20;

/** Begins to keep a draft safe. Comes back once the base copy and the journal's header are on the disk. */
export async function beginDraft(options: OpenDraftOptions): Promise<OpenDraft> {
  const draft = new KeptDraft(options);
  await draft.begin();
  return draft;
}

class KeptDraft implements OpenDraft {
  readonly #options: OpenDraftOptions;
  #timeline: Timeline;
  #target: Target;
  /** What a save wrote that failed without telling whether the file had been replaced already. */
  #attempted: string | undefined;
  #saved: ChainPoint;
  /** What travels with the draft besides its state: points of its past and parts that are carried along. */
  #baggage: Pick<DraftFile, 'carried'> & Pick<DraftFile['identity'], 'lineage'>;
  #journal: Journal | undefined;
  /** The last edit that is certainly on the disk. */
  #durable: number;
  /** Edits have come since the session began. */
  #touched = false;
  /** The draft's file has been written in this session. */
  #written = false;
  /** Size of the base copy of the present generation. */
  #baseBytes = 0;
  #protection: Protection | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: OpenDraftOptions) {
    this.#options = options;
    this.#timeline = beginTimeline({ draft: options.file.draft, point: pointOf(options.file) });
    this.#target = options.target;
    this.#saved = options.saved;
    this.#baggage = { carried: options.file.carried, lineage: options.file.identity.lineage };
    this.#durable = options.file.identity.sequence;
    this.#protection = options.file.protection;
  }

  async begin(): Promise<void> {
    await this.#options.session.describe(this.#owner('open'));
    this.#journal = await this.#advance(this.file());
  }

  async #advance(file: DraftFile, packed = packDraft(file)): Promise<Journal> {
    const journal = await this.#options.session.advance(file, packed);
    this.#baseBytes = packed.length;
    return journal;
  }

  file(): DraftFile {
    return this.#fileOf(this.#timeline.head);
  }

  target(): Target {
    return this.#target;
  }

  common(): CommonState {
    const { origin } = this.#timeline;
    const isKnown = origin.point.chain === this.#saved.chain;
    return { point: this.#saved, ...(isKnown && { draft: origin.draft }) };
  }

  absorb({ sequence, chain }: ChainPoint): void {
    this.#addPoint({ sequence, chain, label: '', kind: 'merged' });
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
      this.#journal?.add({ sequence, payload: extended.steps.at(-1)?.payload ?? '' });
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
    const journal = this.#journal;
    try {
      if (!journal) throw new Error('no journal');
      await journal.flush();
      this.#durable = Math.max(this.#durable, sequence);
    } catch {
      const renewed = await this.#inTurn(() => this.#renewAfter(journal, sequence));
      if (!renewed.ok) return renewed;
    }
    if (this.#isLong()) await this.#inTurn(() => this.#renewLong());
    return succeed(this.#durable);
  }

  /**
   * A journal that failed once is never written again: what it holds is unknown. The next generation begins with a base copy
   * of the present state, so that the edits which could not be flushed are in it.
   */
  async #renewAfter(failedJournal: Journal | undefined, sequence: number): Promise<Result<number, Failure>> {
    // Somebody waiting in front of us has done it already.
    if (this.#journal !== failedJournal && this.#durable >= sequence) return succeed(this.#durable);
    try {
      await this.#renew();
      return succeed(this.#durable);
    } catch (error) {
      return failed(writeFailure(error) === 'no-space' ? 'no-space' : 'not-writable', {
        name: basename(this.#target.path),
      });
    }
  }

  async #renew(): Promise<void> {
    const old = this.#journal;
    // While the base copy is being written, edits go on coming: they wait for the new journal.
    this.#journal = undefined;
    await old?.close().catch(() => undefined);
    const head = this.#timeline.head;
    const journal = await this.#advance(this.#fileOf(head));
    this.#durable = Math.max(this.#durable, head.point.sequence);
    this.#refill(journal, head.point.sequence);
    this.#journal = journal;
    await journal.flush();
    this.#durable = Math.max(this.#durable, this.#timeline.head.point.sequence);
  }

  #refill(journal: Journal, after: number): void {
    for (const { point, payload } of this.#timeline.steps) {
      if (point.sequence > after) journal.add({ sequence: point.sequence, payload });
    }
  }

  #isLong(): boolean {
    const size = this.#journal?.size();
    return size !== undefined && (size.records >= generationRecords || size.bytes >= generationBytes);
  }

  async #renewLong(): Promise<void> {
    if (!this.#isLong()) return;
    // The old generation has been flushed and goes on counting if the new one cannot begin; the next edit tries again.
    await this.#renew().catch(() => undefined);
  }

  save(task: SaveTask): Promise<Result<SavedFile, Failure>> {
    return this.#inTurn(() => this.#save(task));
  }

  async #save(task: SaveTask): Promise<Result<SavedFile, Failure>> {
    const { session } = this.#options;
    // A page counts upwards; a smaller number than the last saved one is no state that it can have.
    if (task.sequence < this.#timeline.origin.point.sequence) return failed('bad-request', { edit: task.sequence });
    const to = task.to === 'same' ? this.#ownFile(task.over) : task.to;
    if (!to) return failed('bad-request');
    const { path } = to;
    // So that the journal never lags behind the file. If it cannot be flushed, the next edit begins another one.
    await this.#journal?.flush().catch(() => undefined);
    const { saved, timeline, agrees } = settleTimeline(this.#timeline, task.draft, task.sequence, sha256);
    const file = this.#packing(saved, task);
    const bytes = packDraft(file);
    const expected = this.#withAttempted(to);
    const write = { path, bytes, expected, temporary: temporaryName(session.session) };
    const written = await this.#write({ ...write, ...(task.onWait && { onWait: task.onWait }) }, task.inPlace === true);
    this.#attempted = written.ok ? undefined : sha256(bytes);
    if (!written.ok) return written;
    this.#settle(saved, timeline, task.sequence);
    this.#baggage = { carried: file.carried, lineage: file.identity.lineage };
    this.#target = { path, sha256: written.value };
    this.#saved = saved.point;
    await this.#renewAfterSave(agrees);
    return succeed({ name: basename(path), folder: dirname(path), bytes: bytes.length });
  }

  /** The state as it goes into the file: what the file held until now becomes a point of its past. */
  #packing(saved: Moment, { versions, law }: SaveTask): DraftFile {
    const { sequence, chain } = this.#saved;
    const isNew = this.#target.path === '' || chain === saved.point.chain;
    if (!isNew) this.#addPoint({ sequence, chain, label: '', kind: 'saved' });
    const own = this.#fileOf(saved);
    const file = law ? withLaw(own, saved.draft.units, law) : own;
    return versions ? withVersions(file, versions) : file;
  }

  async #write(task: AtomicWrite, inPlace: boolean): Promise<Result<string, Failure>> {
    const { files } = this.#options;
    if (!inPlace) return writeAtomically(files, task);
    try {
      // Until the bytes are all there, neither the old nor the new state is in the file: both must be safe elsewhere.
      await this.#renew();
    } catch (error) {
      return failedFile(writeFailure(error), task.path);
    }
    const written = await writeInPlace(files, task);
    // Half a file is our own doing: the next attempt may replace it.
    if (!written.ok)
      this.#target = { ...this.#target, sha256: (await hashAt(files, task.path).catch(() => undefined)) ?? '' };
    return written;
  }

  #ownFile(over?: string): Exclude<SaveTask['to'], 'same'> | undefined {
    const { path, sha256: found } = this.#target;
    return path === '' ? undefined : { path, expected: { sha256: over ?? found } };
  }

  #withAttempted({ path, expected }: Exclude<SaveTask['to'], 'same'>): Expected {
    const isRetry = path === this.#target.path && typeof expected === 'object' && this.#attempted !== undefined;
    return isRetry ? { sha256: expected.sha256, ...(this.#attempted && { attempted: this.#attempted }) } : expected;
  }

  /** Edits may have come while the file was being written. */
  #settle(saved: Moment, timeline: Timeline, sequence: number): void {
    const later = this.#timeline.steps.filter(({ point }) => point.sequence > timeline.head.point.sequence);
    this.#timeline = timeline;
    for (const { edit } of later) {
      const extended = extendTimeline(this.#timeline, edit, sha256);
      if (!extended) break;
      this.#timeline = extended;
    }
    this.#durable = Math.max(this.#durable, saved.point.sequence, sequence);
  }

  /**
   * The journal goes on when its edits lead to what was saved, until it is as long as the base copy that would replace it: so
   * saving a large draft every minute does not write it every minute twice. That a new generation could not begin is for the
   * next edit to say, for the draft is in its file.
   */
  async #renewAfterSave(agrees: boolean): Promise<void> {
    const size = this.#journal?.size();
    const isFirst = !this.#written;
    this.#written = true;
    await this.#options.session.describe(this.#owner('open')).catch(() => undefined);
    // A template saved as it is has no edit to show that it was ever wanted: the second generation shows it.
    if (!agrees || !size || size.bytes > this.#baseBytes || (isFirst && size.records === 0)) {
      await this.#renew().catch(() => undefined);
    }
  }

  close(discard: boolean): Promise<void> {
    return this.#inTurn(async () => {
      const { session, lock } = this.#options;
      await this.#journal?.flush().catch(() => undefined);
      await this.#journal?.close().catch(() => undefined);
      const isSaved = this.#timeline.head.point.chain === this.#saved.chain;
      try {
        // One that wrote its file stays, until a later session has found it written.
        if (!this.#touched && !this.#written && isSaved) await session.remove();
        else if (isSaved) await session.describe({ ...this.#owner('saved'), lasting: await this.#isLasting() });
        else await session.describe(this.#owner(discard ? 'discarded' : 'closed'));
      } catch {
        // On a full disk nobody can note that it was closed. It counts as open then, and the next start offers what is in no file.
      } finally {
        await lock.release();
      }
    });
  }

  /** Whether the file's name is on the disk for certain: one that is gone at the next start was then moved by somebody. */
  async #isLasting(): Promise<boolean> {
    const { path } = this.#target;
    if (!this.#written || path === '') return false;
    return this.#options.files.syncFolder(dirname(path)).catch(() => false);
  }

  protect(protection: Protection | undefined, reseal: () => Promise<number>): Promise<Result<number, Failure>> {
    return this.#inTurn(async () => {
      const before = this.#protection;
      this.#protection = protection;
      try {
        await this.#renew();
      } catch (error) {
        this.#protection = before;
        const name = basename(this.#target.path);
        return failed(writeFailure(error) === 'no-space' ? 'no-space' : 'not-writable', { name });
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
    const { carried, lineage } = this.#baggage;
    const protection = this.#protection;
    return { draft, identity: { ...identity, ...point, lineage }, carried, ...(protection && { protection }) };
  }

  #owner(state: Owner['state']): Owner {
    const { draft } = this.#timeline.head;
    const title = draft.units.find((unit) => unit.kind === 'title');
    const owner = {
      draftId: draft.meta.id,
      target: this.#target.path,
      targetSha256: this.#target.sha256,
      saved: this.#saved,
      written: this.#written,
      title: title ? wordsOf(title) : trilingual(() => ''),
      state,
    };
    return sealOwner(owner, this.#protection);
  }
}

function pointOf({ identity }: DraftFile): ChainPoint {
  return { sequence: identity.sequence, chain: identity.chain };
}
