import { join } from 'node:path';
import { applyEdit } from '../../core/draft/apply.ts';
import { nextPoint } from '../../core/file/chain.ts';
import { parseJson } from '../../core/file/fields.ts';
import { readEdit } from '../../core/file/read-edit.ts';
import type { Moment } from '../../core/file/timeline.ts';
import type { FileSystem } from './file-system.ts';
import { sha256 } from './hash.ts';
import { type JournalEnd, type JournalRecord, type ReadJournal, readJournal } from './journal-format.ts';
import { packageLimits } from './limits.ts';
import { type DraftFile, unpackDraft } from './package-file.ts';
import { baseName, journalName } from './session-folder.ts';

/*
 * What a session's folder amounts to. The newest generation whose journal has a valid header and whose starting state can be
 * reached gives the answer: that state and every whole record after it. The starting state is the generation's base copy or,
 * where that is damaged, the same state reached through older generations; the chain hash proves that it is the same. A newer
 * base copy without a journal counts only when it is further on: a failure came between the two.
 */

/** The state that a session had reached, as far as the disk can prove it. */
export interface RecoveredState {
  readonly file: DraftFile;
  /** How the journal ended: anything but `whole` means that a failure cut it. */
  readonly end: JournalEnd;
}

interface Generation {
  readonly number: number;
  /** The base copy, when nothing in it had to be mended: the chain speaks of it whole. */
  readonly base: DraftFile | undefined;
  /** The base copy with what could be mended; what counts when there is nothing better. */
  readonly copy: DraftFile | undefined;
  readonly journal: ReadJournal | undefined;
}

/** Reads a session's folder, whatever is in it; undefined when nothing in it can be read. */
export async function recoverSession(files: FileSystem, folder: string): Promise<RecoveredState | undefined> {
  const generations = await readGenerations(files, folder);
  for (const [index, { journal }] of generations.entries()) {
    const start = journal && stateAt(generations.slice(index), journal.header.chain);
    if (!journal || !start) continue;
    const { moment, end } = replay(start, journal.records);
    const ahead = furthest(generations.slice(0, index), moment.point.sequence);
    if (ahead) return { file: ahead, end: 'whole' };
    return { file: withMoment(start, moment), end: end ?? journal.end };
  }
  const base = furthest(generations, -1);
  return base && { file: base, end: 'damaged' };
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
    const copy = opened?.ok ? opened.value.file : undefined;
    const base = opened?.ok && opened.value.notices.length === 0 ? copy : undefined;
    generations.push({ number, base, copy, journal: journalBytes && readJournal(journalBytes) });
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

/** The state with this chain hash, from a base copy or by replaying older journals up to it. */
function stateAt(generations: readonly Generation[], chain: string): DraftFile | undefined {
  const copy = generations.find(({ base }) => base?.identity.chain === chain)?.base;
  if (copy) return copy;
  for (const { journal, base } of generations) {
    if (!journal || base?.identity.chain !== journal.header.chain) continue;
    const { moment } = replay(base, journal.records, chain);
    if (moment.point.chain === chain) return withMoment(base, moment);
  }
  return undefined;
}

/**
 * Applies records for as long as they fit, or up to the state whose chain hash is `until`. `end` is set when a record did not
 * fit: it and what follows are left out.
 */
function replay(
  start: DraftFile,
  records: readonly JournalRecord[],
  until?: string,
): { readonly moment: Moment; readonly end?: JournalEnd } {
  let moment: Moment = { draft: start.draft, point: start.identity };
  for (const { sequence, payload } of records) {
    if (moment.point.chain === until) break;
    const edit = readEdit(parseJson(payload));
    const draft = edit.ok ? applyEdit(moment.draft, edit.value) : undefined;
    if (!draft || sequence !== moment.point.sequence + 1) return { moment, end: 'damaged' };
    moment = { draft, point: nextPoint(moment.point, payload, sha256) };
  }
  return { moment };
}

function withMoment(file: DraftFile, { draft, point }: Moment): DraftFile {
  const { sequence, chain } = point;
  return { ...file, draft, identity: { ...file.identity, sequence, chain } };
}
