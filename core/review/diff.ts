import { type Language, languages } from '../base/language.ts';
import { isSameJson } from '../base/same-json.ts';
import { atOnce } from '../base/steps.ts';
import { isRun } from '../draft/text.ts';
import type { Draft, Unit } from '../draft/types.ts';
import { matchUnits, type Pair, unmoved } from './match.ts';
import { marksOf, tokensOf } from './tokens.ts';
import { compareCells, readsSame, type Segment } from './word-diff.ts';

/** The difference of one text. */
export interface TextChange {
  readonly language: Language;
  /** What stayed, went and came, in reading order; all `same` when only the look changed. */
  readonly segments: readonly Segment[];
  /** The words are the same, their formatting is not. */
  readonly isLook: boolean;
}

/** One provision that differs between two drafts. */
export interface UnitChange {
  readonly type: 'added' | 'removed' | 'changed';
  /** Absent for one that was added. */
  readonly before?: Unit;
  /** Absent for one that was removed. */
  readonly after?: Unit;
  /** It stands elsewhere among the provisions that both drafts have. */
  readonly isMoved: boolean;
  /** Only the languages that differ, in the order of `languages`; may be empty for one that was moved or changed its kind. */
  readonly texts: readonly TextChange[];
}

/** What tells two drafts apart. */
export interface Comparison {
  /** In the reading order of the newer draft; one that was removed stands behind what it stood behind. */
  readonly changes: readonly UnitChange[];
  /** Threads of comments that only one of the drafts has, or that differ. */
  readonly comments: { readonly added: number; readonly removed: number; readonly changed: number };
}

/** Compares two drafts, units by id or content, texts by words. Bounded: linear in the units, and in the words of each text. */
export function compareDrafts(before: Draft, after: Draft): Comparison {
  return atOnce(compareInSteps(before, after));
}

/** The same in steps, for a window that answers meanwhile. */
export function* compareInSteps(before: Draft, after: Draft): Generator<void, Comparison, undefined> {
  const pairs = matchUnits(before.units, after.units);
  yield;
  const changes: UnitChange[] = [];
  for (const change of changesOf(before.units, after.units, pairs)) {
    if (change) changes.push(change);
    else yield;
  }
  return { changes, comments: compareComments(before, after) };
}

const unitsInStep = 100;

/** The changes in order, and nothing after some units where one may pause. */
function* changesOf(
  before: readonly Unit[],
  after: readonly Unit[],
  pairs: readonly Pair[],
): Generator<UnitChange | undefined> {
  const stay = unmoved(pairs.map((pair) => pair.before));
  const byAfter = new Map(pairs.map((pair, index) => [pair.after, { own: pair.before, isMoved: !stay.has(index) }]));
  const removed = removedBehind(before, pairs);
  yield* removed.get(-1) ?? [];
  for (const [index, unit] of after.entries()) {
    if (index % unitsInStep === 0) yield undefined;
    const match = byAfter.get(index);
    const own = match && before[match.own];
    if (!match || !own) {
      yield { type: 'added', after: unit, isMoved: false, texts: textsOf(undefined, unit) };
      continue;
    }
    const change = compareUnits(own, unit, match.isMoved);
    if (change) yield change;
    yield* removed.get(match.own) ?? [];
  }
}

/** What was removed, by the index in the older list of the unit that it stood behind; -1 at the beginning. */
function removedBehind(before: readonly Unit[], pairs: readonly Pair[]): ReadonlyMap<number, readonly UnitChange[]> {
  const kept = new Set(pairs.map((pair) => pair.before));
  const removed = new Map<number, UnitChange[]>();
  let last = -1;
  before.forEach((unit, index) => {
    if (kept.has(index)) last = index;
    else {
      const change: UnitChange = { type: 'removed', before: unit, isMoved: false, texts: textsOf(unit, undefined) };
      removed.set(last, [...(removed.get(last) ?? []), change]);
    }
  });
  return removed;
}

function compareUnits(before: Unit, after: Unit, isMoved: boolean): UnitChange | undefined {
  if (before === after && !isMoved) return undefined;
  const texts = textsOf(before, after);
  const isSameFrame =
    before.kind === after.kind && before.number === after.number && isSameJson(before.guarantees, after.guarantees);
  if (!isMoved && isSameFrame && texts.length === 0) return undefined;
  return { type: 'changed', before, after, isMoved, texts };
}

const nothing = { children: [{ text: '' }] } as const;

function textsOf(before: Unit | undefined, after: Unit | undefined): readonly TextChange[] {
  return languages.flatMap((language, column): readonly TextChange[] => {
    const [own, theirs] = [before?.children[column] ?? nothing, after?.children[column] ?? nothing];
    if (isSameJson(own.children, theirs.children)) return [];
    const isLook = readsSame(own, theirs);
    if (isLook && looksSame(own, theirs)) return [];
    return [{ language, segments: compareCells(own, isLook ? own : theirs), isLook }];
  });
}

/** Comments are compared as threads; that their marks came or went is no change of the text. */
function looksSame(one: Parameters<typeof tokensOf>[0], other: Parameters<typeof tokensOf>[0]): boolean {
  const [own, theirs] = [one, other].map((cell) =>
    tokensOf(cell).map(({ inline }) =>
      isRun(inline)
        ? marksOf(inline)
            .filter((mark) => !mark.startsWith('c_'))
            .sort()
        : [],
    ),
  );
  return isSameJson(own, theirs);
}

function compareComments(before: Draft, after: Draft): Comparison['comments'] {
  const own = new Map(before.comments.map((thread) => [thread.id, thread]));
  const both = after.comments.filter((thread) => own.has(thread.id));
  return {
    added: after.comments.length - both.length,
    removed: before.comments.length - both.length,
    changed: both.filter((thread) => !isSameJson(thread, own.get(thread.id))).length,
  };
}
