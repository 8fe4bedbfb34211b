import { trailLimits } from '../base/limits.ts';
import { canonicalJson } from './canonical.ts';
import { isChainHash, type Sha256 } from './chain.ts';
import { type Fields, field, fieldsOf, isCount, isText, parseJson } from './fields.ts';

/*
 * The audit trail: what kinds of things were done to a draft, by whom and when, one entry a line, each with the hash of the line
 * before. It is there only when a person switched it on. A line is kept as it was found, readable or not, so that what somebody
 * spoilt stays to be seen. Times and names are told, never trusted: nothing here compares a time.
 */

/** Where the trail lies in a package: in a folder that every older program carries along unread. */
export const trailPath = 'package/audit.ndjson';

/** How many entries are left when a trail was full and its oldest were taken out. */
export const keptEntries = 2_000;

/** What was done. An entry may name others, of a later version: they are shown by their code. */
export const trailKinds = [
  'switched-on',
  'switched-off',
  'opened',
  /** Opened with edits that an earlier session could not save; `edits` counts them. */
  'recovered',
  /** Begun as a copy of a draft that another window had open. */
  'copied',
  /** `state` names what was saved; the other details count what changed. */
  'saved',
  'merged',
  'exported',
  /** A copy was written for a reviewer. */
  'sent',
  'printed',
  'restored',
  'restored-provision',
  /** The text of an act, into the register of this machine. */
  'imported',
  /** Words of a file, into the draft. */
  'file-inserted',
  'version-named',
  'version-removed',
  'password-set',
  'password-changed',
  'password-removed',
  /** The oldest entries went, because the trail was full: `entries` of them, up to number `through`, the last with the hash `head`. */
  'folded',
] as const;
export type TrailKind = (typeof trailKinds)[number];

/** Details of an entry: counts, and codes of letters, digits and hyphens. Never a text that somebody wrote. */
export type TrailDetails = Readonly<Record<string, string | number>>;

/** Something that was done. */
export interface TrailEvent {
  /** ISO 8601, UTC, as the machine's clock told it. */
  readonly at: string;
  /** The author's name in the settings; empty where nobody gave one. */
  readonly by: string;
  /** One of `trailKinds`, or what a later version calls it. */
  readonly kind: string;
  /** Absent where there is nothing to count or name. */
  readonly about?: TrailDetails;
}

/** One line of the trail. */
export interface TrailEntry extends TrailEvent {
  /** From 1, without a gap. */
  readonly number: number;
  /** SHA-256 of the line before, without its line end; 64 zeros for the first. */
  readonly before: string;
}

/** How far a trail goes: what the manifest holds of it, so that a shortened one is noticed. */
export interface TrailHead {
  /** Number of the last entry. */
  readonly entries: number;
  /** SHA-256 of its line. */
  readonly head: string;
}

/** Before the first entry. */
export const noHead: TrailHead = { entries: 0, head: '0'.repeat(64) };

/** The lines of the part; undefined when it is too large, or not ended as we end it. */
export function trailLines(text: string): readonly string[] | undefined {
  if (text.length > trailLimits.text) return undefined;
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.length > trailLimits.entries) return undefined;
  return lines;
}

/** The text of the part. */
export function trailText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** A line as an entry; undefined when it is none. */
export function readTrailEntry(line: string): TrailEntry | undefined {
  const fields = line.length > trailLimits.line ? undefined : fieldsOf(parseJson(line));
  if (!fields) return undefined;
  const [number, at, by, kind, before] = ['number', 'at', 'by', 'kind', 'before'].map((name) => field(fields, name));
  if (!isCount(number) || number === 0 || !isChainHash(before)) return undefined;
  if (!isText(at, 40) || !isText(by, 200) || !isCode(kind)) return undefined;
  const about = readDetails(field(fields, 'about'));
  if (about === 'wrong') return undefined;
  return { number, at, by, kind, ...(about && { about }), before };
}

function isCode(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(value);
}

function readDetails(value: unknown): TrailDetails | undefined | 'wrong' {
  if (value === undefined) return undefined;
  const fields: Fields | undefined = fieldsOf(value);
  const entries = Object.entries(fields ?? {});
  const isKnown = ([name, detail]: [string, unknown]): boolean => isCode(name) && (isCount(detail) || isCode(detail));
  return fields && entries.length <= 20 && entries.every(isKnown)
    ? (Object.fromEntries(entries) as TrailDetails)
    : 'wrong';
}

/** How far a trail goes that begins after `from`. */
export function headOf(lines: readonly string[], sha256: Sha256, from: TrailHead = noHead): TrailHead {
  const last = lines.at(-1);
  if (last === undefined) return from;
  const readable = lines.findLastIndex((line) => readTrailEntry(line) !== undefined);
  const number = readTrailEntry(lines[readable] ?? '')?.number ?? 0;
  return { entries: number + lines.length - 1 - readable, head: sha256(last) };
}

/** The lines with what was done since; the oldest go when they become too many. */
export function extendTrail(
  lines: readonly string[],
  events: readonly TrailEvent[],
  sha256: Sha256,
  from: TrailHead = noHead,
): readonly string[] {
  let all = [...lines];
  let { entries, head } = headOf(all, sha256, from);
  const add = ({ at, by, kind, about }: TrailEvent): void => {
    entries += 1;
    const entry: TrailEntry = { number: entries, at, by, kind, ...(about && { about }), before: head };
    const line = canonicalJson(entry);
    all.push(line);
    head = sha256(line);
  };
  for (const event of events) {
    add(event);
    if (all.length < trailLimits.entries) continue;
    const gone = all.length - keptEntries;
    const about = { entries: gone, through: entries - keptEntries, head: sha256(all[gone - 1] ?? '') };
    all = all.slice(gone);
    add({ at: event.at, by: event.by, kind: 'folded', about });
  }
  return all;
}
