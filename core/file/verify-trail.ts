import type { Notice } from '../base/notice.ts';
import type { Sha256 } from './chain.ts';
import { headOf, noHead, readTrailEntry, type TrailEntry, type TrailHead } from './trail.ts';

/*
 * Whether a trail is the one that was written. Proven is that nobody changed one line without rebuilding all after it, and that its
 * end is the one that the package names. Whoever has the whole file and this program can rebuild both: there is no key.
 */

/** A trail as it was read. */
export interface TrailReading {
  /** Oldest first; a line that is no entry is absent here and told in `breaks`. */
  readonly entries: readonly TrailEntry[];
  /** Where it does not hold, in the order of the trail; empty as a rule. `params.n` is the number of the entry. */
  readonly breaks: readonly Notice[];
  /** How far a trail went of which nothing can be read; absent for one that is there. */
  readonly lost?: TrailHead;
}

/** What a trail must agree with. */
export interface TrailWitness {
  /** What the manifest says of it; absent where it says nothing. */
  readonly claim?: TrailHead;
  /** Names what the package holds besides the trail. */
  readonly state: string;
}

function broken(name: string, n?: number): Notice {
  return { code: `audit.${name}`, severity: 'warning', ...(n !== undefined && { params: { n } }) };
}

/** Whether the lines hold together, from the first that is there to the last. */
export function verifyLines(lines: readonly string[], sha256: Sha256): TrailReading {
  const entries: TrailEntry[] = [];
  const breaks: Notice[] = [];
  let expected: TrailHead | undefined;
  for (const line of lines) {
    const entry = readTrailEntry(line);
    const number = entry?.number ?? (expected?.entries ?? 0) + 1;
    if (!entry) breaks.push(broken('unreadable', number));
    else {
      if (expected && number !== expected.entries + 1) breaks.push(broken('missing', expected.entries + 1));
      else if (expected && entry.before !== expected.head) breaks.push(broken('altered', expected.entries));
      entries.push(entry);
    }
    expected = { entries: number, head: sha256(line) };
  }
  const first = readTrailEntry(lines[0] ?? '');
  if (first && !hasBeginning(first, entries)) breaks.unshift(broken('beginning', first.number));
  return { entries, breaks };
}

/** What stands before the first entry is nothing, or what a later entry says was taken out. */
function hasBeginning({ number, before }: TrailEntry, entries: readonly TrailEntry[]): boolean {
  if (number === 1) return before === noHead.head;
  return entries.some(({ kind, about }) => kind === 'folded' && about?.through === number - 1 && about.head === before);
}

/** Whether a trail is whole and belongs to the package that it was found in. `lines`: undefined where there is none that can be read. */
export function verifyTrail(
  lines: readonly string[] | undefined,
  { claim, state }: TrailWitness,
  sha256: Sha256,
): TrailReading {
  if (!lines) return { entries: [], breaks: [broken('lost')], lost: claim ?? noHead };
  const { entries, breaks } = verifyLines(lines, sha256);
  const end = headOf(lines, sha256);
  const last = readTrailEntry(lines.at(-1) ?? '');
  const isBound = last?.kind === 'saved' && last.about?.state === state;
  const endings = [
    ...(!claim ? [broken('unclaimed')] : claim.head !== end.head ? [broken('end', claim.entries)] : []),
    ...(isBound ? [] : [broken('draft')]),
  ];
  return { entries, breaks: [...breaks, ...endings] };
}
