import { packageLimits } from '../../core/base/limits.ts';
import type { Notice } from '../../core/base/notice.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import type { Draft } from '../../core/draft/types.ts';
import { firstPoint } from '../../core/file/chain.ts';
import { field, fieldsOf, parseJson } from '../../core/file/fields.ts';
import { draftMimetype, formatVersion, isCarriedPath, isOwnPath, partPaths } from '../../core/file/layout.ts';
import { type FileIdentity, type PartEntry, serialiseManifest } from '../../core/file/manifest.ts';
import { formatOf } from '../../core/file/needs.ts';
import { parsePackage, salvageParts } from '../../core/file/parse.ts';
import { isLoss } from '../../core/file/report.ts';
import { serialiseDraft } from '../../core/file/serialise.ts';
import type { TrailReading } from '../../core/file/verify-trail.ts';
import { unitsBeforeCut } from './cut-package.ts';
import { type DamagedUnits, readDamagedUnits } from './damaged-units.ts';
import { sha256 } from './hash.ts';
import { entryOf, packedOnce, rememberSource, sourceOf } from './packed.ts';
import type { Protection } from './seal-key.ts';
import { type SealedPackage, sealedIn, sealPackage, unsealPackage } from './seal-package.ts';
import { readTrail, stateOf, trailHeadOf } from './trail-part.ts';
import { unitSumsOf } from './unit-sums.ts';
import { readZip, type ZipContent } from './zip-reader.ts';
import { remainsOf } from './zip-salvage.ts';
import { writeZip } from './zip-writer.ts';

/** Everything that a package holds: the draft, its place in its history, and the parts that this version only carries along. */
export interface DraftFile {
  readonly draft: Draft;
  readonly identity: FileIdentity;
  /** Bytes of parts in folders that a later version fills, by path. */
  readonly carried: ReadonlyMap<string, Uint8Array>;
  /** The key that the draft is sealed under wherever it is written; absent for one without a password. */
  readonly protection?: Protection;
}

/** Why bytes are no draft that can be opened; `reason` is for the log. */
export interface PackageFault {
  readonly code: 'not-a-draft' | 'newer-version' | 'damaged' | 'empty' | 'too-large' | 'password-needed';
  readonly reason: string;
}

/** The bytes of the package. The same file gives the same bytes; a protected one other bytes each time, of the same package. */
export function packDraft(file: DraftFile): Uint8Array {
  return sealedAs(file, packPlain(file));
}

function packPlain(file: DraftFile): Uint8Array {
  const { parts, unitSums } = ownParts(file.draft);
  const form = { formatVersion: formatOf(file.draft), unitSums, ...trailHeadOf(file.carried) };
  const manifest = serialiseManifest(file.identity, entriesOf(file), form);
  return packedOnce(file.draft, manifest, () => {
    const own = new Map([...parts, [partPaths.manifest, new TextEncoder().encode(manifest)]]);
    return writeZip(new Map([...file.carried, ...own]));
  });
}

/** Whether the bytes that a file was packed as are read again: no part of them, and not all together, past the limits of a package. */
export function canBeRead(file: DraftFile, packed: Uint8Array): boolean {
  const sizes = entriesOf(file).map(({ size }) => size);
  const isPartTooLarge = sizes.some((size) => size > packageLimits.part);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  // A kibibyte for each part is more than the manifest says of it.
  return !isPartTooLarge && total + sizes.length * 1_024 <= packageLimits.total && packed.length <= packageLimits.file;
}

/** The bytes of a base copy: those that the draft was read from, which spares a large one half of its opening, else as `packDraft`. */
export function packBase(file: DraftFile): Uint8Array {
  return sealedAs(file, sourceOf(file) ?? packPlain(file));
}

function sealedAs({ protection }: DraftFile, plain: Uint8Array): Uint8Array {
  return protection ? sealPackage(plain, protection) : plain;
}

/** The parts of a package that are the draft's own, and what the manifest says of them. */
interface OwnParts {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly entries: readonly PartEntry[];
  readonly unitSums: string;
}

/** One state is packed for the file, for the history, for the base copy and for the trail: it is made bytes once, and goes when it goes. */
const made = new WeakMap<Draft, OwnParts>();

function ownParts(draft: Draft): OwnParts {
  const own = made.get(draft) ?? makeParts(draft);
  made.set(draft, own);
  return own;
}

function makeParts(draft: Draft): OwnParts {
  const parts = new Map(serialiseDraft(draft).map(({ path, text }) => [path, new TextEncoder().encode(text)]));
  const unitSums = unitSumsOf(parts.get(partPaths.units) ?? new Uint8Array());
  return { parts, entries: [...parts].map(entryOf), unitSums };
}

function entriesOf({ carried, draft }: Pick<DraftFile, 'carried' | 'draft'>): readonly PartEntry[] {
  const { parts, entries } = ownParts(draft);
  return [...[...carried].filter(([path]) => !parts.has(path)).map(entryOf), ...entries];
}

/** Names everything that a package of this file holds, but for its audit trail. */
export function stateOfFile(file: Pick<DraftFile, 'carried' | 'draft'>): string {
  return stateOf(entriesOf(file));
}

/** A package as it was read. */
export interface OpenedPackage {
  readonly file: DraftFile;
  /** What was mended or lost. */
  readonly notices: readonly Notice[];
  /** Something that was in the package is not in `file`: to save over it would lose what somebody may still get out of it. */
  readonly isDamaged: boolean;
  /** Its audit trail, and whether that holds; absent where none is kept. What is wrong with it is no damage of the draft. */
  readonly trail?: TrailReading;
}

/**
 * Reads the bytes of a package, whatever they are. A damaged part costs that part, not the draft. `keys`: what a protected one may
 * be opened by.
 */
export async function unpackDraft(
  bytes: Uint8Array,
  keys: Keys = { keyOf: () => undefined },
): Promise<Result<OpenedPackage, PackageFault>> {
  if (bytes.length > packageLimits.file) return fail({ code: 'too-large', reason: 'file' });
  if (bytes.length === 0) return fail({ code: 'empty', reason: 'file' });
  const sealed = sealedIn(bytes);
  return sealed ? unpackSealed(sealed, keys) : unpackPlain(bytes);
}

/** Who has keys. */
export interface Keys {
  keyOf(slot: Buffer): Protection | undefined;
}

async function unpackSealed(sealed: SealedPackage, keys: Keys): Promise<Result<OpenedPackage, PackageFault>> {
  const { head } = sealed;
  if (head === 'newer') return fail({ code: 'newer-version', reason: 'seal' });
  if (!head) return fail({ code: 'damaged', reason: 'seal head' });
  const protection = keys.keyOf(head.slot);
  if (!protection) return fail({ code: 'password-needed', reason: 'seal' });
  const { bytes, isWhole } = unsealPackage(sealed, head, protection);
  const opened = await unpackPlain(bytes);
  if (!opened.ok) return isWhole ? opened : fail({ code: 'damaged', reason: 'sealed chunks' });
  const { notices, ...rest } = opened.value;
  const file = { ...rest.file, protection };
  if (isWhole) return succeed({ ...rest, file, notices });
  return succeed({
    ...rest,
    file,
    notices: [{ code: 'secret.chunks-lost', severity: 'warning' }, ...notices],
    isDamaged: true,
  });
}

async function unpackPlain(bytes: Uint8Array): Promise<Result<OpenedPackage, PackageFault>> {
  const zip = await readZip(bytes);
  if (zip === 'limit') return fail({ code: 'too-large', reason: 'parts' });
  if (zip === 'zip')
    return wasOurs(bytes) ? salvageCut(bytes, new Map()) : fail({ code: 'not-a-draft', reason: 'zip' });
  const manifest = textOf(zip.parts.get(partPaths.manifest));
  if (manifest === undefined) return salvageDraft(bytes, zip);
  const checked = checkedParts(manifest, zip);
  const { texts, carried, lost, unknown } = checked;
  const remains = lost.includes(partPaths.units) ? readDamagedUnits(bytes, manifest) : undefined;
  if (remains) return salvageUnits(bytes, manifest, checked, remains);
  const parsed = parsePackage({ manifest, parts: texts, lost });
  if (!parsed.ok) return parsed;
  const { draft } = parsed.value;
  const notices = [...parsed.value.notices, ...unknown.map(unknownPart)];
  const { draftId, forkId, lineage, sequence, chain, parts, trail: claim } = parsed.value.manifest;
  const file = { draft, identity: { draftId, forkId, lineage, sequence, chain }, carried };
  const isDamaged = lost.length > 0 || notices.some(isLoss);
  const mended: readonly Notice[] = zip.salvaged && !isDamaged ? [{ code: 'file.mended', severity: 'note' }] : [];
  if (notices.length + mended.length === 0 && !isDamaged) rememberSource(file, bytes);
  const trail = readTrail(carried, { ...(claim && { claim }), state: stateOf(parts) });
  return succeed({ file, notices: [...notices, ...mended], isDamaged, ...(trail && { trail }) });
}

function unknownPart(part: string): Notice {
  return { code: 'file.unknown-part', severity: 'warning', place: { part } };
}

/** Without its manifest a package is what its parts are; the checksum of the zip is all that vouches for them. */
function salvageDraft(bytes: Uint8Array, zip: ZipContent): Result<OpenedPackage, PackageFault> {
  const isOurs = wasOurs(bytes) || textOf(zip.parts.get(partPaths.mimetype)) === draftMimetype;
  if (!isOurs) return fail({ code: 'not-a-draft', reason: partPaths.manifest });
  // A newer version says so in the manifest; what remains of it is asked, because that file is not ours to take apart.
  const said = /"minReaderVersion":(\d{1,9})\D/.exec(remainsOf(Buffer.from(bytes), partPaths.manifest))?.[1];
  if (Number(said) > formatVersion) return fail({ code: 'newer-version', reason: 'minReaderVersion' });
  const texts = new Map([...zip.parts].flatMap(([path, part]) => [[path, textOf(part)] as const]).filter(hasText));
  const parsed = salvageParts(texts, sha256(bytes));
  if (!parsed.ok) return salvageCut(bytes, zip.parts, texts);
  return salvaged(bytes, zip.parts, parsed.value);
}

/** Of a file that was cut off in the text of the law, every provision before the cut. */
function salvageCut(
  bytes: Uint8Array,
  parts: ReadonlyMap<string, Uint8Array>,
  texts: ReadonlyMap<string, string> = new Map(),
): Result<OpenedPackage, PackageFault> {
  const units = unitsBeforeCut(bytes);
  const parsed =
    units === undefined ? undefined : salvageParts(new Map([...texts, [partPaths.units, units]]), sha256(bytes));
  if (!parsed?.ok) return fail({ code: 'damaged', reason: partPaths.units });
  const { draft, notices } = parsed.value;
  const isOther = (notice: Notice): boolean => notice.code !== 'file.salvaged';
  const cut: Notice = { code: 'damage.units-cut', severity: 'warning', params: { count: draft.units.length } };
  return salvaged(bytes, parts, { draft, notices: [cut, ...notices.filter(isOther)] });
}

/** Of a text that is damaged inside, every provision that is proven to be as it was. */
function salvageUnits(
  bytes: Uint8Array,
  manifest: string,
  { texts, carried, lost }: CheckedParts,
  { text, notices }: DamagedUnits,
): Result<OpenedPackage, PackageFault> {
  const parts = new Map([...texts, [partPaths.units, text]]);
  const parsed = parsePackage({ manifest, parts, lost: lost.filter((path) => path !== partPaths.units) });
  if (!parsed.ok) return parsed;
  const { draft } = parsed.value;
  return salvaged(bytes, carried, { draft, notices: [...notices, ...parsed.value.notices] });
}

function salvaged(
  bytes: Uint8Array,
  parts: ReadonlyMap<string, Uint8Array>,
  { draft, notices }: { readonly draft: Draft; readonly notices: readonly Notice[] },
): Result<OpenedPackage, PackageFault> {
  const identity = {
    ...firstPoint(draft, sha256),
    draftId: draft.meta.id,
    forkId: sha256(bytes).slice(0, 32),
    lineage: [],
  };
  const carried = new Map(
    [...parts].filter(([path]) => isCarriedPath(path)).map(([path, part]) => [path, Uint8Array.from(part)]),
  );
  const trail = readTrail(carried, { state: '' });
  return succeed({ file: { draft, identity, carried }, notices, isDamaged: true, ...(trail && { trail }) });
}

function hasText(part: readonly [string, string | undefined]): part is readonly [string, string] {
  return part[1] !== undefined;
}

/** An entry before anything else says what the file is, even when its end is gone. Zeros are what a power cut leaves of a file. */
function wasOurs(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return start.includes(draftMimetype) || bytes.subarray(0, 4096).every((byte) => byte === 0);
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  if (!bytes) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

interface CheckedParts {
  readonly texts: ReadonlyMap<string, string>;
  readonly carried: ReadonlyMap<string, Uint8Array>;
  readonly lost: readonly string[];
  /** Whole, but nothing that this version reads or may carry. */
  readonly unknown: readonly string[];
}

/**
 * Compares each part with what the manifest says of it. The manifest is read loosely here: whether it is one that we know is
 * for the parser to say, after migration.
 */
function checkedParts(manifest: string, zip: ZipContent): CheckedParts {
  const texts = new Map<string, string>();
  const carried = new Map<string, Uint8Array>();
  const lost: string[] = [];
  const unknown: string[] = [];
  for (const { path, sha256: expected } of listedParts(manifest)) {
    const bytes = zip.parts.get(path);
    const whole = bytes && sha256(bytes) === expected ? bytes : undefined;
    if (whole && isCarriedPath(path)) carried.set(path, Uint8Array.from(whole));
    else if (whole && !isOwnPath(path)) unknown.push(path);
    const text = textOf(whole);
    if (text !== undefined) texts.set(path, text);
    if (!whole) lost.push(path);
  }
  return { texts, carried, lost, unknown };
}

function listedParts(manifest: string): readonly { path: string; sha256: string }[] {
  const fields = fieldsOf(parseJson(manifest));
  const parts = fields && field(fields, 'parts');
  if (!Array.isArray(parts)) return [];
  return (parts as unknown[]).flatMap((part) => {
    const own = fieldsOf(part);
    const [path, hash] = own ? [field(own, 'path'), field(own, 'sha256')] : [];
    return typeof path === 'string' && typeof hash === 'string' ? [{ path, sha256: hash }] : [];
  });
}
