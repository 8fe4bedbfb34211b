import type { Trilingual } from '../base/language.ts';
import type { ActId, Pinpoint, Unit, UnitId } from '../draft/types.ts';
import type { ParityResources } from './parity.ts';
import { linksOf } from './parity-links.ts';

/** A provision of an act that a chapter leans on. */
export interface Analogue {
  readonly act: ActId;
  /** Empty for the act as a whole. */
  readonly pinpoint: Pinpoint;
  /** The guarantee whose row of the matrix names it; absent where the chapter itself cites it. */
  readonly guarantee?: Trilingual<string>;
  /** Present where neither names it and the template of the draft leans on it. */
  readonly ofTemplate?: true;
}

/**
 * What the chapter of a unit leans on: what its texts and drafter's notes cite, in their order, then what the matrix cites for the
 * guarantees that its provisions give, last the other acts that the draft's template leans on, wherever the unit stands. Each once. Nothing
 * but what the draft and the resources say.
 */
export function analoguesOf(
  units: readonly Unit[],
  here: UnitId | undefined,
  parity: ParityResources | undefined,
  template: string | undefined,
  leansOn: readonly ActId[] = [],
): readonly Analogue[] {
  const chapter = chapterOf(units, here);
  const cited = chapter.flatMap((unit) =>
    unit.children.flatMap(({ children }) =>
      children.flatMap((inline) =>
        'type' in inline && inline.type === 'citation' ? [{ act: inline.act, pinpoint: inline.pinpoint }] : [],
      ),
    ),
  );
  const found = new Map<string, Analogue>();
  for (const one of [...cited, ...matrixOf(units, chapter, parity, template)]) {
    const key = JSON.stringify([one.act, one.pinpoint]);
    if (!found.has(key)) found.set(key, one);
  }
  const named = new Set([...found.values()].map(({ act }) => act));
  const others = leansOn.filter((act) => !named.has(act));
  return [...found.values(), ...others.map((act): Analogue => ({ act, pinpoint: {}, ofTemplate: true }))];
}

function chapterOf(units: readonly Unit[], here: UnitId | undefined): readonly Unit[] {
  const at = units.findIndex(({ id }) => id === here);
  const begin = units.findLastIndex(({ kind }, i) => i <= at && kind === 'chapter');
  if (at < 0 || begin < 0) return [];
  const end = units.findIndex(({ kind }, i) => i > begin && (kind === 'chapter' || kind === 'section'));
  return units.slice(begin, end < 0 ? units.length : end);
}

function matrixOf(
  units: readonly Unit[],
  chapter: readonly Unit[],
  parity: ParityResources | undefined,
  template: string | undefined,
): readonly Analogue[] {
  if (!parity) return [];
  const links = linksOf(units, parity.links[template ?? ''] ?? {});
  const own = new Set(chapter.map(({ id }) => id));
  return parity.matrix.guarantees
    .filter(({ id }) => links[id]?.some((unit) => own.has(unit)))
    .flatMap(({ name, cells }) =>
      Object.values(cells).flatMap((facts) =>
        facts.flatMap(({ citations }) => citations.map((citation) => ({ ...citation, guarantee: name }))),
      ),
    );
}
