import { travelLimits } from '../../core/base/limits.ts';
import type { HistoryState } from '../../core/bridge/versions.ts';
import { canonicalJson } from '../../core/file/canonical.ts';
import { field, fieldsOf, isText, parseJson } from '../../core/file/fields.ts';
import type { LineageEntry } from '../../core/file/manifest.ts';
import { readDraft } from '../../core/file/read-draft.ts';
import { createReport } from '../../core/file/report.ts';
import type { DraftFile } from './package-file.ts';

/*
 * Named versions that travel in the draft's file, because somebody asked for it: each a part `snapshots/<chain>.json` with its
 * state, and an entry of the lineage with its name. A reader that knows neither carries them along.
 */

/** A named version on its way into a file. */
export interface Travelling {
  readonly file: DraftFile;
  readonly label: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly author?: string;
}

/** Most points of the past that a file names: enough to find what two copies have in common. */
const mostPoints = 32;

const folder = 'snapshots/';

function pathOf(chain: string): string {
  return `${folder}${chain}.json`;
}

/** The file with these versions in it, and no others. */
export function withVersions(file: DraftFile, versions: readonly Travelling[]): DraftFile {
  const carried = new Map([...file.carried].filter(([path]) => !path.startsWith(folder)));
  const named: LineageEntry[] = [];
  let bytes = 0;
  for (const { file: state, at, author, label } of versions.slice(-travelLimits.versions).toReversed()) {
    const { sequence, chain } = state.identity;
    const snapshot = { at, ...(author && { author }), draft: state.draft };
    const part = new TextEncoder().encode(`${canonicalJson(snapshot)}\n`);
    bytes += part.length;
    if (bytes > travelLimits.versionBytes) break;
    // Two names of one state: the newer one is its author's.
    if (!carried.has(pathOf(chain))) carried.set(pathOf(chain), part);
    named.push({ sequence, chain, label, kind: 'saved' });
  }
  const points = file.identity.lineage.filter((entry) => entry.label === '');
  const lineage = [...points, ...named.toReversed()].sort((a, b) => a.sequence - b.sequence);
  return { ...file, carried, identity: { ...file.identity, lineage } };
}

/** The lineage with one more point of the past, without what is too long ago to be met again. */
export function withPoint(lineage: readonly LineageEntry[], point: LineageEntry): readonly LineageEntry[] {
  const isSame = ({ chain, label }: LineageEntry): boolean => chain === point.chain && label === '';
  if (point.kind !== 'sent' && lineage.some(isSame)) return lineage;
  const points = [...lineage.filter((entry) => entry.label === '' && !isSame(entry)), point];
  // What was sent to somebody may come back after any number of saves.
  const sent = points.filter(({ kind }) => kind === 'sent').slice(-mostPoints);
  const passed = points.filter(({ kind }) => kind !== 'sent').slice(-mostPoints);
  return [...lineage.filter(({ label }) => label !== ''), ...sent, ...passed].sort((a, b) => a.sequence - b.sequence);
}

/** The named versions that lie in a file, newest first; one that is damaged is left out. */
export function versionsIn({ identity, carried }: DraftFile): readonly HistoryState[] {
  const versions = identity.lineage.flatMap((entry): readonly HistoryState[] => {
    const bytes = entry.label === '' ? undefined : carried.get(pathOf(entry.chain));
    const version = bytes && readSnapshot(bytes, entry);
    return version ? [version] : [];
  });
  return versions.reverse();
}

function readSnapshot(bytes: Uint8Array, { chain, sequence, label }: LineageEntry): HistoryState | undefined {
  const fields = fieldsOf(parseJson(new TextDecoder().decode(bytes)));
  if (!fields) return undefined;
  const [at, author] = [field(fields, 'at'), field(fields, 'author')];
  const report = createReport();
  const draft = readDraft(field(fields, 'draft'), report);
  if (!draft.ok || !isText(at, 40)) return undefined;
  const notices = report.notices();
  const about = { label, ...(isText(author, 200) && { author }), inFile: true } as const;
  return { id: `file-${chain}`, at, sequence, bytes: bytes.length, ...about, draft: draft.value, notices };
}
