import type { Cell, Inline } from '../draft/types.ts';
import { inlinesOf, marksOf, type Token, tokensOf, withoutMarks } from './tokens.ts';
import { type Hunk, hunksBetween } from './word-diff.ts';

/** Whose words stand where both sides changed the same ones. `both`: mine, then theirs. */
export type Preference = 'mine' | 'theirs' | 'both';

/** Three states of one text. */
export interface ThreeTexts {
  readonly base: Pick<Cell, 'children'>;
  readonly mine: Pick<Cell, 'children'>;
  readonly theirs: Pick<Cell, 'children'>;
}

/** A text with the changes of both sides in it. */
export interface MergedText {
  readonly children: Cell['children'];
  /** Both sides changed the same words, and not in the same way: the preference decided. */
  readonly isConflict: boolean;
}

/** Puts the changes of two sides into one text, word by word. Where they do not touch the same words nothing is asked. */
export function mergeTexts({ base, mine, theirs }: ThreeTexts, preference: Preference): MergedText {
  const [own, ours, others] = [tokensOf(base), tokensOf(mine), tokensOf(theirs)];
  const clusters = clustersOf(hunksBetween(own, ours), hunksBetween(own, others));
  const marks = mergedMarks(own, ours, others);
  const merged: Token[] = [];
  let [at, isConflict] = [0, false];
  for (const cluster of clusters) {
    merged.push(...marks.slice(at, cluster.start));
    const sides = [cluster.mine, cluster.theirs].map((hunks) => applied(own, hunks, cluster)) as [Token[], Token[]];
    isConflict ||= isContested(cluster) && !readEqual(sides[0], sides[1]);
    merged.push(...settled(cluster, sides, preference));
    at = cluster.end;
  }
  merged.push(...marks.slice(at));
  return { children: inlinesOf(merged), isConflict };
}

/** A stretch of the base that one side changed, or both in ways that touch. */
interface Cluster {
  readonly start: number;
  readonly end: number;
  readonly mine: readonly Hunk[];
  readonly theirs: readonly Hunk[];
}

function isContested({ mine, theirs }: Cluster): boolean {
  return mine.length > 0 && theirs.length > 0;
}

function clustersOf(mine: readonly Hunk[], theirs: readonly Hunk[]): readonly Cluster[] {
  const all = [...mine.map((hunk) => ({ hunk, isMine: true })), ...theirs.map((hunk) => ({ hunk, isMine: false }))];
  all.sort((a, b) => a.hunk.start - b.hunk.start || a.hunk.end - b.hunk.end || Number(b.isMine) - Number(a.isMine));
  const clusters: Cluster[] = [];
  for (const { hunk, isMine } of all) {
    const last = clusters.at(-1);
    const own: Cluster = { start: hunk.start, end: hunk.end, mine: isMine ? [hunk] : [], theirs: isMine ? [] : [hunk] };
    if (last && touch(last, hunk)) {
      clusters[clusters.length - 1] = {
        start: last.start,
        end: Math.max(last.end, hunk.end),
        mine: [...last.mine, ...own.mine],
        theirs: [...last.theirs, ...own.theirs],
      };
    } else clusters.push(own);
  }
  return clusters;
}

/** Two insertions at one place touch; an insertion at the edge of what the other side replaced has its place. */
function touch(cluster: Cluster, hunk: Hunk): boolean {
  return hunk.start < cluster.end || (hunk.start === cluster.start && hunk.end === cluster.end);
}

function applied(base: readonly Token[], hunks: readonly Hunk[], { start, end }: Cluster): Token[] {
  const tokens: Token[] = [];
  let at = start;
  for (const hunk of hunks) {
    tokens.push(...base.slice(at, hunk.start), ...hunk.tokens);
    at = hunk.end;
  }
  return [...tokens, ...base.slice(at, end)];
}

function settled(cluster: Cluster, [mine, theirs]: [Token[], Token[]], preference: Preference): readonly Token[] {
  if (!isContested(cluster)) return cluster.mine.length > 0 ? mine : theirs;
  if (preference === 'theirs') return theirs;
  if (preference === 'mine' || readEqual(mine, theirs)) return mine;
  return [...mine, ...spaceBetween(mine, theirs), ...theirs];
}

const space: Token = { key: 't ', inline: { text: ' ' } };

/** So that the two versions do not run into one word. */
function spaceBetween(mine: readonly Token[], theirs: readonly Token[]): readonly Token[] {
  const [last, first] = [mine.at(-1)?.key, theirs[0]?.key];
  return last === undefined || first === undefined || /\s$/.test(last) || /^t\s/.test(first) ? [] : [space];
}

function readEqual(one: readonly Token[], other: readonly Token[]): boolean {
  return one.length === other.length && one.every(({ key }, at) => key === other[at]?.key);
}

/** The pieces of the base with the marks that they have once both sides' formatting and comments are in. */
function mergedMarks(base: readonly Token[], mine: readonly Token[], theirs: readonly Token[]): readonly Token[] {
  const [ours, others] = [survivors(base, mine), survivors(base, theirs)];
  return base.map((token, at) => {
    const { inline } = token;
    const [own, other] = [ours.get(at) ?? inline, others.get(at) ?? inline];
    const names = new Set([inline, own, other].flatMap(marksOf));
    const kept = [...names].filter((name) => {
      const [was, is, isThere] = [name in inline, name in own, name in other];
      return is === isThere || is !== was ? is : isThere;
    });
    const marks = Object.fromEntries(kept.map((name) => [name, true]));
    return { key: token.key, inline: { ...withoutMarks(inline), ...marks } as Inline };
  });
}

/** The pieces of the base that a side left standing, as they look there, by their place in the base. */
function survivors(base: readonly Token[], side: readonly Token[]): ReadonlyMap<number, Inline> {
  const found = new Map<number, Inline>();
  let [at, there] = [0, 0];
  const passTo = (end: number): void => {
    for (; at < end; at += 1, there += 1) {
      const inline = side[there]?.inline;
      if (inline) found.set(at, inline);
    }
  };
  for (const { start, end, tokens } of hunksBetween(base, side)) {
    passTo(start);
    at = end;
    there += tokens.length;
  }
  passTo(base.length);
  return found;
}
