import type { Notice } from '../../core/base/notice.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import type { Draft } from '../../core/draft/types.ts';
import { field, fieldsOf, parseJson } from '../../core/file/fields.ts';
import { draftMimetype, isReservedPath, partPaths } from '../../core/file/layout.ts';
import { type FileIdentity, type PartEntry, serialiseManifest } from '../../core/file/manifest.ts';
import { parsePackage } from '../../core/file/parse.ts';
import { serialiseDraft } from '../../core/file/serialise.ts';
import { sha256 } from './hash.ts';
import { packageLimits } from './limits.ts';
import { readZip, type ZipContent } from './zip-reader.ts';
import { writeZip } from './zip-writer.ts';

/** Everything that a package holds: the draft, its place in its history, and the parts that this version only carries along. */
export interface DraftFile {
  readonly draft: Draft;
  readonly identity: FileIdentity;
  /** Bytes of parts in the reserved folders, by path. */
  readonly carried: ReadonlyMap<string, Uint8Array>;
}

/** Why bytes are no draft that can be opened; `reason` is for the log. */
export interface PackageFault {
  readonly code: 'not-a-draft' | 'newer-version' | 'damaged' | 'too-large';
  readonly reason: string;
}

/** The bytes of the package; the same file gives the same bytes. */
export function packDraft(file: DraftFile): Uint8Array {
  const parts = new Map(file.carried);
  const encoder = new TextEncoder();
  for (const { path, text } of serialiseDraft(file.draft)) parts.set(path, encoder.encode(text));
  const entries = [...parts].map(([path, bytes]): PartEntry => ({ path, size: bytes.length, sha256: sha256(bytes) }));
  parts.set(partPaths.manifest, encoder.encode(serialiseManifest(file.identity, entries)));
  return writeZip(parts);
}

/** Reads the bytes of a package, whatever they are. What was mended or lost is in the notices. */
export async function unpackDraft(
  bytes: Uint8Array,
): Promise<Result<{ file: DraftFile; notices: readonly Notice[] }, PackageFault>> {
  if (bytes.length > packageLimits.file) return fail({ code: 'too-large', reason: 'file' });
  const zip = await readZip(bytes);
  if (zip === 'limit') return fail({ code: 'too-large', reason: 'parts' });
  if (zip === 'zip') return fail({ code: wasOurs(bytes) ? 'damaged' : 'not-a-draft', reason: 'zip' });
  const manifest = textOf(zip.parts.get(partPaths.manifest));
  if (manifest === undefined) return fail(withoutManifest(bytes, zip));
  const { texts, carried, lost } = checkedParts(manifest, zip);
  const parsed = parsePackage({ manifest, parts: texts, lost });
  if (!parsed.ok) return parsed;
  const { draft, notices } = parsed.value;
  const { draftId, forkId, lineage, sequence, chain } = parsed.value.manifest;
  return succeed({ file: { draft, identity: { draftId, forkId, lineage, sequence, chain }, carried }, notices });
}

/** An entry before anything else says what the file is, even when its end is gone. Zeros are what a power cut leaves of a file. */
function wasOurs(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return start.includes(draftMimetype) || bytes.subarray(0, 4096).every((byte) => byte === 0);
}

function withoutManifest(bytes: Uint8Array, zip: ZipContent): PackageFault {
  const isOurs = wasOurs(bytes) || textOf(zip.parts.get(partPaths.mimetype)) === draftMimetype;
  return { code: isOurs ? 'damaged' : 'not-a-draft', reason: partPaths.manifest };
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
}

/**
 * Compares each part with what the manifest says of it. The manifest is read loosely here: whether it is one that we know is
 * for the parser to say, after migration.
 */
function checkedParts(manifest: string, zip: ZipContent): CheckedParts {
  const texts = new Map<string, string>();
  const carried = new Map<string, Uint8Array>();
  const lost: string[] = [];
  for (const { path, sha256: expected } of listedParts(manifest)) {
    const bytes = zip.parts.get(path);
    const whole = bytes && sha256(bytes) === expected ? bytes : undefined;
    if (whole && isReservedPath(path)) carried.set(path, Uint8Array.from(whole));
    const text = textOf(whole);
    if (text !== undefined) texts.set(path, text);
    if (!whole) lost.push(path);
  }
  return { texts, carried, lost };
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
