import { fail, type Result, succeed } from '../base/result.ts';
import { canonicalJson } from './canonical.ts';
import { type ChainPoint, isChainHash } from './chain.ts';
import { type Fields, field, fieldsOf, isCount, isId, isText } from './fields.ts';
import type { TrailHead } from './trail.ts';

/** A point of the history that somebody else knows: what a merge looks for. */
export interface LineageEntry extends ChainPoint {
  /** The name that a person gave the version; may be empty. */
  readonly label: string;
  readonly kind: 'saved' | 'sent' | 'received' | 'merged';
}

/** One part of the package, as it must be. */
export interface PartEntry {
  readonly path: string;
  /** Bytes, inflated. */
  readonly size: number;
  /** Of the inflated bytes, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** What tells one copy of a draft from another. */
export interface FileIdentity extends ChainPoint {
  readonly draftId: string;
  /** Tells copies of one draft apart that went separate ways; a copy sent for review gets a new one. */
  readonly forkId: string;
  /**
   * Oldest first: the last points at which the draft was saved or merged, without a label; and the named versions whose states lie in
   * `snapshots/`. Empty for a draft that was saved once. Two files with a point in common can be merged.
   */
  readonly lineage: readonly LineageEntry[];
}

/** The table of contents of a package, and its position in the history of the draft. */
export interface Manifest extends FileIdentity {
  readonly formatVersion: number;
  readonly minReaderVersion: number;
  /** Every part but `mimetype` and the manifest itself, by path. */
  readonly parts: readonly PartEntry[];
  /**
   * The first 12 hexadecimal digits of the SHA-256 of each line of `body/units.ndjson`, without its line end, one after the other. By
   * them the provisions of a damaged file are told from what only looks like them. Absent in files of older programs.
   */
  readonly unitSums?: string;
  /** How far the audit trail goes that lies in the package; absent where none is kept, and in files of programs that keep none. */
  readonly trail?: TrailHead;
}

/** What a manifest says of its file as a file. */
export type ManifestForm = Pick<Manifest, 'formatVersion' | 'unitSums' | 'trail'>;

/** The text of `manifest.json`. No reader of a format before the file's own may open it: it would drop what it does not know. */
export function serialiseManifest(identity: FileIdentity, parts: readonly PartEntry[], form: ManifestForm): string {
  const { draftId, forkId, lineage, sequence, chain } = identity;
  const sorted = [...parts].sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest: Manifest = {
    ...form,
    minReaderVersion: form.formatVersion,
    draftId,
    forkId,
    sequence,
    chain,
    lineage,
    parts: sorted,
  };
  return `${canonicalJson(manifest)}\n`;
}

/** Reads a manifest of the current format. The error names the field that is wrong. */
export function readManifest(value: unknown): Result<Manifest, string> {
  const fields = fieldsOf(value);
  if (!fields) return fail('manifest');
  const wrong = wrongField(fields);
  if (wrong !== undefined) return fail(wrong);
  const lineage = readList(field(fields, 'lineage'), readLineageEntry);
  if (!lineage) return fail('lineage');
  const parts = readList(field(fields, 'parts'), readPartEntry);
  if (!parts) return fail('parts');
  const unitSums = field(fields, 'unitSums');
  return succeed({
    formatVersion: field(fields, 'formatVersion') as number,
    minReaderVersion: field(fields, 'minReaderVersion') as number,
    draftId: field(fields, 'draftId') as string,
    forkId: field(fields, 'forkId') as string,
    sequence: field(fields, 'sequence') as number,
    chain: field(fields, 'chain') as string,
    lineage,
    parts,
    ...(areUnitSums(unitSums) && { unitSums }),
    ...readTrailHead(field(fields, 'trail')),
  });
}

function readTrailHead(value: unknown): Pick<Manifest, 'trail'> {
  const fields = fieldsOf(value);
  const [entries, head] = fields ? [field(fields, 'entries'), field(fields, 'head')] : [];
  return isCount(entries) && isChainHash(head) ? { trail: { entries, head } } : {};
}

/** Whether a value can be the sums of the units; of those that it cannot be, nothing is believed. */
export function areUnitSums(value: unknown): value is string {
  return isText(value, 1_200_000) && /^(?:[0-9a-f]{12})*$/.test(value);
}

function wrongField(fields: Fields): string | undefined {
  const rules: Record<string, (value: unknown) => boolean> = {
    formatVersion: isCount,
    minReaderVersion: isCount,
    draftId: isId,
    forkId: isId,
    sequence: isCount,
    chain: isChainHash,
  };
  return Object.keys(rules).find((name) => !rules[name]?.(field(fields, name)));
}

function readList<T>(value: unknown, read: (item: unknown) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items: T[] = [];
  for (const item of value as unknown[]) {
    const known = read(item);
    if (known === undefined) return undefined;
    items.push(known);
  }
  return items;
}

function readLineageEntry(value: unknown): LineageEntry | undefined {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const [sequence, chain, label, kind] = ['sequence', 'chain', 'label', 'kind'].map((name) => field(fields, name));
  if (!isCount(sequence) || !isChainHash(chain) || !isText(label, 1000)) return undefined;
  if (kind !== 'saved' && kind !== 'sent' && kind !== 'received' && kind !== 'merged') return undefined;
  return { sequence, chain, label, kind };
}

function readPartEntry(value: unknown): PartEntry | undefined {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const [path, size, sha256] = ['path', 'size', 'sha256'].map((name) => field(fields, name));
  return isText(path, 200) && isCount(size) && isChainHash(sha256) ? { path, size, sha256 } : undefined;
}
