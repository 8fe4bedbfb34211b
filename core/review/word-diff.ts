import { diffArrays } from 'diff';
import { isSameJson } from '../base/same-json.ts';
import type { Cell, Inline } from '../draft/types.ts';
import { inlinesOf, isSpace, type Token, tokensOf } from './tokens.ts';

/** A stretch of `before` that gave way to another: half-open ranges of pieces. One of the two may be empty, never both. */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}

/** A stretch of a comparison as it is read. */
export interface Segment {
  readonly type: 'same' | 'inserted' | 'deleted';
  readonly inlines: readonly Inline[];
}

/**
 * Two texts that have more than this many pieces in the difference are one deletion and one insertion to whoever reads them; to
 * look for the shortest difference would cost the square of it.
 */
const mostEdits = 600;

/** What takes `before` to `after`, in order; empty when they read the same. Bounded: a rewritten text is one hunk. */
export function hunksBetween(before: readonly Token[], after: readonly Token[]): readonly Hunk[] {
  const start = sharedStart(before, after);
  const end = sharedEnd(before, after, start);
  const [own, theirs] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  if (own.length + theirs.length === 0) return [];
  const whole: Hunk = { start, end: start + own.length, tokens: theirs };
  if (own.length === 0 || theirs.length === 0) return [whole];
  const changes = diffArrays(
    own.map(({ key }) => key),
    theirs.map(({ key }) => key),
    { maxEditLength: mostEdits },
  );
  return changes ? hunksOf(changes, start, theirs) : [whole];
}

type Changes = NonNullable<ReturnType<typeof diffArrays<string>>>;

function hunksOf(changes: Changes, from: number, after: readonly Token[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let [at, taken] = [from, 0];
  for (const { added, removed, count } of changes) {
    if (!added && !removed) {
      at += count;
      taken += count;
      continue;
    }
    const last = hunks.at(-1);
    const isNext = last !== undefined && last.end === at;
    const open: Hunk = isNext ? last : { start: at, end: at, tokens: [] };
    const inserted = added ? after.slice(taken, taken + count) : [];
    if (isNext) hunks.pop();
    hunks.push({ start: open.start, end: removed ? at + count : open.end, tokens: [...open.tokens, ...inserted] });
    if (removed) at += count;
    else taken += count;
  }
  return hunks;
}

function sharedStart(before: readonly Token[], after: readonly Token[]): number {
  let count = 0;
  while (count < before.length && count < after.length && before[count]?.key === after[count]?.key) count += 1;
  return count;
}

function sharedEnd(before: readonly Token[], after: readonly Token[], start: number): number {
  const most = Math.min(before.length, after.length) - start;
  let count = 0;
  while (count < most && before.at(-1 - count)?.key === after.at(-1 - count)?.key) count += 1;
  return count;
}

/** The difference of two texts as it is read: what stayed, what went, what came. A lone space between two changes goes with them. */
export function compareCells(before: Pick<Cell, 'children'>, after: Pick<Cell, 'children'>): readonly Segment[] {
  const own = tokensOf(before);
  const segments: Segment[] = [];
  let at = 0;
  for (const { start, end, tokens } of joinedOverSpaces(hunksBetween(own, tokensOf(after)), own)) {
    push(segments, 'same', own.slice(at, start));
    push(segments, 'deleted', own.slice(start, end));
    push(segments, 'inserted', tokens);
    at = end;
  }
  push(segments, 'same', own.slice(at));
  return segments;
}

function joinedOverSpaces(hunks: readonly Hunk[], before: readonly Token[]): readonly Hunk[] {
  const joined: Hunk[] = [];
  for (const hunk of hunks) {
    const last = joined.at(-1);
    const between = last ? before.slice(last.end, hunk.start) : [];
    if (last && between.every(isSpace) && isReplacement(last) && isReplacement(hunk)) {
      joined[joined.length - 1] = { ...hunk, start: last.start, tokens: [...last.tokens, ...between, ...hunk.tokens] };
    } else joined.push(hunk);
  }
  return joined;
}

function isReplacement({ start, end, tokens }: Hunk): boolean {
  return end > start && tokens.length > 0;
}

function push(segments: Segment[], type: Segment['type'], tokens: readonly Token[]): void {
  if (tokens.length > 0) segments.push({ type, inlines: inlinesOf(tokens) });
}

/** Whether two texts read the same, whatever their formatting and comments. */
export function readsSame(one: Pick<Cell, 'children'>, other: Pick<Cell, 'children'>): boolean {
  if (isSameJson(one.children, other.children)) return true;
  const [own, theirs] = [tokensOf(one), tokensOf(other)];
  return own.length === theirs.length && own.every(({ key }, at) => key === theirs[at]?.key);
}
