import { applyEdit } from '../../core/draft/apply.ts';
import type { Draft } from '../../core/draft/types.ts';
import { canonicalJson } from '../../core/file/canonical.ts';
import { editPayload } from '../../core/file/chain.ts';
import { beginTimeline, extendTimeline, type Timeline } from '../../core/file/timeline.ts';
import { isUnitLoss } from '../../electron/files/damaged-units.ts';
import { newDraftFile } from '../../electron/files/documents.ts';
import type { FileSystem } from '../../electron/files/file-system.ts';
import { sha256 } from '../../electron/files/hash.ts';
import { Keyring, unlockedFiles } from '../../electron/files/keyring.ts';
import { type DraftFile, packDraft, stateOfFile, unpackDraft } from '../../electron/files/package-file.ts';
import { recoverSession } from '../../electron/files/recovery.ts';
import { createProtection } from '../../electron/files/seal-key.ts';
import { beginSession } from '../../electron/files/session-folder.ts';
import { TrailKeeper } from '../../electron/files/trail-keeper.ts';
import { aDraft, fixedPorts, random } from '../support/builder.ts';
import { MemoryDisk } from '../support/kill/memory-disk.ts';
import { someEdits } from '../support/kill/some-edits.ts';
import { noOutcome, type Outcome, type Share, violate } from './outcome.ts';

/*
 * Damaged packages and damaged recovery folders: bits, cuts, empty stretches, doubled and exchanged pieces. Whatever the bytes,
 * the reader gives the draft, the draft with a report of what is missing, or a refusal; never another draft, never a throw.
 */

type Next = (below: number) => number;

/** Half of the cases are packages, half are recovery folders. `counts` says how often each end was met. */
export async function damage(share: Share): Promise<Outcome & { readonly ends: Record<string, number> }> {
  const outcome = { ...noOutcome(), ends: {} as Record<string, number> };
  const next = random(share.seed);
  const session = await makeSession(file);
  const protection = await createProtection('ала-тоо', 14);
  keys.add(protection);
  sealed = packDraft({ ...file, protection });
  const sealedSession = await makeSession({ ...file, protection });
  for (let at = 0; at < share.count && share.isTimeLeft(outcome.done); at += 1) {
    const isSealed = next(4) === 0;
    const judge =
      at % 2 === 0 ? damagePackage(next, isSealed) : damageSession(isSealed ? sealedSession : session, next);
    const end = await judge.catch((error: unknown) => `threw ${error instanceof Error ? error.message : 'something'}`);
    outcome.done += 1;
    outcome.ends[end] = (outcome.ends[end] ?? 0) + 1;
    if (!goodEnds.includes(end)) violate(outcome, `damage, seed ${share.seed}, case ${at}: ${end}`);
  }
  return outcome;
}

const goodEnds = [
  'whole',
  'the other, whole',
  'reported',
  'refused',
  'recovered',
  'recovered in part',
  'not recovered',
];

const draft = aDraft('draft-1')
  .unit('title', { ky: 'Мыйзам', ru: 'Закон', en: 'Law' })
  .unit('article', 'Статья со словами '.repeat(30))
  .unit('part', 'Үй-бүлө '.repeat(40))
  .build();
const second = aDraft('draft-2').unit('title', 'Башка').unit('part', 'Другой').build();
const otherText = canonicalJson(second.units);
const file = withTrail({
  ...newDraftFile(draft, fixedPorts()),
  carried: new Map([['law/some-act.json', new TextEncoder().encode('{"kept":true}')]]),
});
const bytes = packDraft(file);
const other = packDraft(newDraftFile(second, fixedPorts()));
const text = canonicalJson(draft.units);

/** The same package under a password, and who has it. */
let sealed: Uint8Array = new Uint8Array();
const keys = new Keyring();

/** The file as it is saved where an audit trail is kept. */
function withTrail(plain: DraftFile): DraftFile {
  const stamp = { at: '2026-03-01T09:00:00.000Z', by: 'Айбек Осмонов' };
  const keeper = new TrailKeeper(new Map());
  keeper.turn(true, stamp);
  const { carried } = keeper.saving(plain.carried, stamp, { state: stateOfFile(plain) });
  return { ...plain, carried };
}

async function damagePackage(next: Next, isSealed: boolean): Promise<string> {
  const opened = await unpackDraft(damaged(isSealed ? sealed : bytes, other, next), keys);
  if (!opened.ok) return 'refused';
  const { file: found, notices, trail } = opened.value;
  const foundText = canonicalJson(found.draft.units);
  // Nothing but the other package may be left of a splice; half of each would be a draft that never was.
  if (foundText === otherText) return 'the other, whole';
  const isPart = notices.some(({ code }) => code === 'damage.units-cut');
  // Cut off in the text of the law: the provisions before the cut, letter by letter, and somebody is told.
  if (isPart && text.startsWith(foundText.slice(0, -1))) return 'reported';
  // Damaged inside: only provisions that were there, all of one package and in their order, and somebody is told.
  if (notices.some(isUnitLoss))
    return [draft, second].some((whole) => isPartOf(found.draft.units, whole))
      ? 'reported'
      : 'a provision that never was';
  if (foundText !== text) return 'a draft that never was';
  const isWhole = canonicalJson(found.draft) === canonicalJson(draft) && found.carried.size === 2 && trail;
  if (notices.length > 0 || (trail?.breaks.length ?? 0) > 0) return 'reported';
  return isWhole ? 'whole' : 'a loss that nobody is told of';
}

function isPartOf(units: Draft['units'], whole: Draft): boolean {
  const places = units.map((unit) => whole.units.findIndex((own) => canonicalJson(own) === canonicalJson(unit)));
  return places.every((place, at) => place >= 0 && place > (places[at - 1] ?? -1));
}

interface Session {
  readonly disk: MemoryDisk;
  readonly folder: string;
  readonly texts: ReadonlyMap<number, string>;
  readonly last: number;
}

/** A session of two generations and twelve edits. */
async function makeSession(file: DraftFile): Promise<Session> {
  const disk = new MemoryDisk();
  await disk.files.makeFolder('/data/recovery');
  const folder = await beginSession(disk.files, '/data/recovery', draft.meta.id, fixedPorts());
  let timeline: Timeline = beginTimeline({ draft, point: file.identity });
  const texts = new Map([[0, canonicalJson(draft)]]);
  for (const edits of [someEdits(draft, 6, random(3)), undefined]) {
    const now = { ...file, draft: timeline.head.draft, identity: { ...file.identity, ...timeline.head.point } };
    const journal = await folder.advance(now, packDraft(now));
    for (const edit of edits ?? someEdits(timeline.head.draft, 6, random(4))) {
      if (!applyEdit(timeline.head.draft, edit)) throw new Error('The edit does not fit');
      timeline = extendTimeline(timeline, edit, sha256) ?? timeline;
      texts.set(timeline.head.point.sequence, canonicalJson(timeline.head.draft));
      journal.add({ sequence: timeline.head.point.sequence, payload: editPayload(edit) });
    }
    await journal.flush();
    await journal.close();
  }
  return { disk, folder: folder.path, texts, last: timeline.head.point.sequence };
}

/** One or two files of the folder are damaged; the reader sees them, nobody else does. */
async function damageSession({ disk, folder, texts, last }: Session, next: Next): Promise<string> {
  const spoilt = new Map<string, Uint8Array>();
  const paths = disk.paths().filter((path) => path.startsWith(folder));
  for (let i = 0; i <= next(2); i += 1) {
    const path = paths[next(paths.length)] ?? '';
    spoilt.set(path, damaged(disk.bytesAt(path), disk.bytesAt(paths[next(paths.length)] ?? ''), next));
  }
  const spoiltFiles: FileSystem = {
    ...disk.files,
    read: async (path, limit) => spoilt.get(path) ?? disk.files.read(path, limit),
  };
  const files = unlockedFiles(spoiltFiles, keys);
  const state = await recoverSession(files, folder);
  if (!state) return 'not recovered';
  const { sequence } = state.file.identity;
  if (texts.get(sequence) !== canonicalJson(state.file.draft)) {
    // A base copy that lost its comments is the last resort, and its journal does not claim to be whole.
    return state.end === 'damaged' ? 'recovered in part' : `a state ${sequence} that never was`;
  }
  return sequence === last ? 'recovered' : 'recovered in part';
}

function damaged(whole: Uint8Array, another: Uint8Array, next: Next): Uint8Array {
  const copy = new Uint8Array(whole);
  const at = next(whole.length);
  switch (next(7)) {
    case 0:
      return copy.subarray(0, at);
    case 1:
      return copy.fill(0, at, at + 1 + next(512));
    case 2:
      return new Uint8Array(Buffer.concat([copy.subarray(0, at), copy.subarray(next(at + 1))]));
    case 3:
      return new Uint8Array(Buffer.concat([copy.subarray(0, at), another.subarray(Math.min(at, another.length))]));
    case 4:
      return Uint8Array.from(copy.copyWithin(next(at + 1), at, at + next(256)));
    default:
      copy[at] = (copy[at] ?? 0) ^ (1 << next(8));
      return copy;
  }
}
