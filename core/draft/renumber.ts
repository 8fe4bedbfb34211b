import type { FormRules } from './form-rules.ts';
import { kindsThatBeginAnewIn, labelsOf, type UnitLabel } from './numbering.ts';
import { type Unit, type UnitId, type UnitKind, unitKinds } from './types.ts';

/**
 * The labels that a change of the structure gives, each with its unit; undefined where there is none any more. `labelsOf(after)` has these and,
 * for all other units, those of before: the same objects. A part that is put in counts the parts of its article anew and nothing else, and
 * nothing is copied, so Enter costs the same in a law of thirty articles and of two thousand; an article moves the numbers of all behind it.
 */
export function relabelled(
  before: readonly Unit[],
  after: readonly Unit[],
  labels: ReadonlyMap<UnitId, UnitLabel>,
  forms: FormRules,
): ReadonlyMap<UnitId, UnitLabel | undefined> {
  const changed = new Map<UnitId, UnitLabel | undefined>();
  const put = (id: UnitId, label: UnitLabel | undefined): void => {
    if (label === labels.get(id)) changed.delete(id);
    else changed.set(id, label);
  };
  const span = spanOfChange(before, after);
  const gone = before.slice(span.start, span.endBefore);
  const come = after.slice(span.start, span.endAfter);
  const kinds = countedAnew(new Set([...gone, ...come].map(({ kind }) => kind)), forms);
  const stretch = stretchAround(after, span, boundsOf(kinds, forms));
  const fresh = labelsOf(stretch, forms);
  const left = new Set(come.map(({ id }) => id));
  for (const { id } of gone) if (!left.has(id)) put(id, undefined);
  for (const { id, kind } of come) if (!kinds.has(kind)) put(id, undefined);
  for (const { id, kind } of stretch) if (kinds.has(kind)) put(id, fresh.get(id));
  return changed;
}

/** Where the two lists differ for the count: `start` is in both. */
interface Span {
  readonly start: number;
  readonly endBefore: number;
  readonly endAfter: number;
}

function spanOfChange(before: readonly Unit[], after: readonly Unit[]): Span {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && countsAlike(before[start], after[start])) start += 1;
  let same = 0;
  while (same < shorter - start && countsAlike(before.at(-1 - same), after.at(-1 - same))) same += 1;
  return { start, endBefore: before.length - same, endAfter: after.length - same };
}

function countsAlike(a: Unit | undefined, b: Unit | undefined): boolean {
  return a === b || (a?.id === b?.id && a?.kind === b?.kind && a?.number === b?.number);
}

/** The kinds with numbers whose count such a change can move. */
function countedAnew(changed: ReadonlySet<UnitKind>, forms: FormRules): ReadonlySet<UnitKind> {
  const moved = [...changed].flatMap((kind) => [kind, ...kindsThatBeginAnewIn(kind, forms)]);
  return new Set(moved.filter((kind) => forms.numbering[kind]));
}

/** The kinds in which all of these begin again: their counts do not reach over a unit of such a kind. */
function boundsOf(kinds: ReadonlySet<UnitKind>, forms: FormRules): ReadonlySet<UnitKind> {
  return new Set(
    unitKinds.filter((bound) => [...kinds].every((kind) => forms.numbering[kind]?.restartsIn.includes(bound))),
  );
}

function stretchAround(
  units: readonly Unit[],
  { start, endAfter }: Span,
  bounds: ReadonlySet<UnitKind>,
): readonly Unit[] {
  const isBound = ({ kind }: Unit): boolean => bounds.has(kind);
  const from = units.slice(0, start).findLastIndex(isBound) + 1;
  const ahead = units.slice(endAfter).findIndex(isBound);
  return units.slice(from, ahead < 0 ? units.length : endAfter + ahead);
}
