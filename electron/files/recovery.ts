import { join } from 'node:path';
import { packageLimits } from '../../core/base/limits.ts';
import { applyEdit } from '../../core/draft/apply.ts';
import { nextPoint } from '../../core/file/chain.ts';
import { parseJson } from '../../core/file/fields.ts';
import { readEdit } from '../../core/file/read-edit.ts';
import type { Moment } from '../../core/file/timeline.ts';
import { isUnitLoss } from './damaged-units.ts';
import type { FileSystem } from './file-system.ts';
import { sha256 } from './hash.ts';
import { headerLength, type JournalEnd, type JournalRecord, type ReadJournal, readJournal } from './journal-format.ts';
import { type DraftFile, unpackDraft } from './package-file.ts';
import { baseName, journalName } from './session-folder.ts';

/*
 * What a session's folder amounts to. The newest generation whose journal has a valid header and whose starting state can be
 * reached gives the answer: that state and every whole record after it. The starting state is the generation's base copy or,
 * where that is damaged, the draft's own file or the same state reached through older generations; the chain hash proves that it
 * is the same. A newer
 * base copy without a journal counts only when it is further on: a failure came between the two.
 */

/** The state that a session had reached, as far as the disk can prove it. */
export interface RecoveredState {
  readonly file: DraftFile;
  /** How the journal ended: anything but `whole` means that a failure cut it. */
  readonly end: JournalEnd;
  /** Number of the last edit that the draft's own file has, where the file lies on the way to this state. */
  readonly inTarget: number | undefined;
  /** The session has written nothing but the copy that it began with. */
  readonly isUntouched: boolean;
}

interface Generation {
  readonly number: number;
  /** The base copy, when nothing in it had to be mended: the chain speaks of it whole. */
  readonly base: DraftFile | undefined;
  /** The base copy with what could be mended; what counts when there is nothing better. */
  readonly copy: DraftFile | undefined;
  readonly journal: ReadJournal | undefined;
  /** Whatever they are: the file is longer than a journal that only just began. */
  readonly hasRecords: boolean;
}

/**
 * Reads a session's folder, whatever is in it; undefined when nothing in it can be read. `target`: the draft's own file, whole.
 * `upTo`: the chain hash of the state that is wanted, when it is not the last one.
 */
export async function recoverSession(
  files: FileSystem,
  folder: string,
  target?: DraftFile,
  upTo?: string,
): Promise<RecoveredState | undefined> {
  const generations = await readGenerations(files, folder);
  const wanted = upTo === undefined ? undefined : stateAt(generations, upTo, undefined);
  if (upTo !== undefined) return wanted && { file: wanted, end: 'whole', inTarget: undefined, isUntouched: false };
  for (const [index, { journal }] of generations.entries()) {
    const start = journal && stateAt(generations.slice(index), journal.header.chain, target);
    if (!journal || !start) continue;
    const { moment, end, passed } = replay(start, journal.records, { through: target?.identity.chain });
    const ahead = furthest(generations.slice(0, index), moment.point.sequence);
    if (ahead) return { file: ahead, end: 'whole', inTarget: undefined, isUntouched: false };
    const inTarget = passed ? target?.identity.sequence : undefined;
    return {
      file: withMoment(start, moment),
      end: end ?? journal.end,
      inTarget,
      isUntouched: isUntouched(generations),
    };
  }
  const base = furthest(generations, -1);
  return base && { file: base, end: 'damaged', inTarget: undefined, isUntouched: isUntouched(generations) };
}

function isUntouched(generations: readonly Generation[]): boolean {
  return generations.length === 1 && generations[0]?.hasRecords === false;
}

/** Newest first. */
async function readGenerations(files: FileSystem, folder: string): Promise<readonly Generation[]> {
  const names = await files.list(folder);
  const numbers = new Set(names.flatMap((name) => /^(\d{6})\.(?:base|qj)$/.exec(name)?.[1] ?? []).map(Number));
  const generations: Generation[] = [];
  for (const number of [...numbers].sort((a, b) => b - a)) {
    const journalBytes = await readIfThere(files, join(folder, journalName(number)));
    const bytes = await readIfThere(files, join(folder, baseName(number)));
    const opened = bytes && (await unpackDraft(bytes));
    // A base copy without some of its provisions would go into the draft's file at the next save.
    const isPart = opened?.ok === true && opened.value.notices.some(isUnitLoss);
    const copy = opened?.ok && !isPart ? opened.value.file : undefined;
    const base = opened?.ok && opened.value.notices.length === 0 ? copy : undefined;
    const hasRecords = (journalBytes?.length ?? 0) > headerLength;
    generations.push({ number, base, copy, journal: journalBytes && readJournal(journalBytes), hasRecords });
  }
  return generations;
}

async function readIfThere(files: FileSystem, path: string): Promise<Uint8Array | undefined> {
  try {
    return await files.read(path, packageLimits.total);
  } catch {
    return undefined;
  }
}

function furthest(generations: readonly Generation[], beyond: number): DraftFile | undefined {
  let best: DraftFile | undefined;
  for (const { copy } of generations) {
    if (copy && copy.identity.sequence > (best?.identity.sequence ?? beyond)) best = copy;
  }
  return best;
}

/** The state with this chain hash, from a base copy, the draft's own file or by replaying older journals up to it. */
function stateAt(
  generations: readonly Generation[],
  chain: string,
  target: DraftFile | undefined,
): DraftFile | undefined {
  const copy = generations.find(({ base }) => base?.identity.chain === chain)?.base;
  if (copy) return copy;
  if (target?.identity.chain === chain) return target;
  for (const [index, { journal }] of generations.entries()) {
    if (!journal || journal.header.chain === chain) continue;
    const start = startOf(generations, index, journal.header.chain, target);
    if (!start) continue;
    const { moment } = replay(start, journal.records, { until: chain });
    if (moment.point.chain === chain) return withMoment(start, moment);
  }
  return undefined;
}

/** Where the journal of one generation starts: its own base copy, the draft's file, or what the generations before it reach. */
function startOf(
  generations: readonly Generation[],
  index: number,
  chain: string,
  target: DraftFile | undefined,
): DraftFile | undefined {
  const base = generations[index]?.base;
  return base?.identity.chain === chain ? base : stateAt(generations.slice(index + 1), chain, target);
}

interface Replayed {
  readonly moment: Moment;
  /** Set when a record did not fit: it and what follows are left out. */
  readonly end?: JournalEnd;
  /** The state whose chain hash is `through` was met on the way. */
  readonly passed: boolean;
}

/** Applies records for as long as they fit, or up to the state whose chain hash is `until`. */
function replay(
  start: DraftFile,
  records: readonly JournalRecord[],
  marks: { readonly until?: string; readonly through?: string | undefined },
): Replayed {
  let moment: Moment = { draft: start.draft, point: start.identity };
  let passed = moment.point.chain === marks.through;
  for (const { sequence, payload } of records) {
    if (moment.point.chain === marks.until) break;
    const edit = readEdit(parseJson(payload));
    const draft = edit.ok ? applyEdit(moment.draft, edit.value) : undefined;
    if (!draft || sequence !== moment.point.sequence + 1) return { moment, end: 'damaged', passed };
    moment = { draft, point: nextPoint(moment.point, payload, sha256) };
    passed ||= moment.point.chain === marks.through;
  }
  return { moment, passed };
}

function withMoment(file: DraftFile, { draft, point }: Moment): DraftFile {
  const { sequence, chain } = point;
  return { ...file, draft, identity: { ...file.identity, sequence, chain } };
}
