import type { Language } from '../base/language.ts';
import type { UnitLabel } from './numbering.ts';
import { parentIndex } from './outline.ts';
import { positionsOf } from './positions.ts';
import { kindRules } from './schema.ts';
import type { Pinpoint, Unit, UnitId, UnitKind } from './types.ts';

const pinpointKinds = ['section', 'chapter', 'article', 'part', 'point', 'subpoint'] as const;
type PinpointKind = (typeof pinpointKinds)[number];

/**
 * Where a unit stands, as one would cite it: numbers as written in the language, outermost first. Chapters and sections are named
 * only when the unit itself is one or stands outside any article, since articles run through the whole bill.
 * Empty for a unit that is not in the list or has no number and no numbered parent.
 */
export function pinpointOf(
  units: readonly Unit[],
  labels: ReadonlyMap<UnitId, UnitLabel>,
  id: UnitId,
  language: Language,
): Pinpoint {
  const positions = positionsOf(units);
  const index = positions.indexOf(id);
  if (index < 0) return {};
  const path = positions.pathTo(index);
  const hasArticle = path.some((unit) => unit.kind === 'article');
  const pinpoint: Partial<Record<keyof Pinpoint, readonly string[]>> = {};
  for (const unit of path) {
    if (hasArticle && (unit.kind === 'section' || unit.kind === 'chapter')) continue;
    const written = labels.get(unit.id)?.written[language];
    if (isPinpointKind(unit.kind) && written !== undefined) pinpoint[unit.kind] = [written];
  }
  if (units[index]?.kind === 'paragraph') pinpoint.paragraph = [String(paragraphOrdinal(units, index))];
  return pinpoint;
}

function isPinpointKind(kind: UnitKind): kind is PinpointKind {
  return (pinpointKinds as readonly UnitKind[]).includes(kind);
}

/** 1-based. The text of a part or point is its first paragraph; a heading is none. */
function paragraphOrdinal(units: readonly Unit[], index: number): number {
  const parent = parentIndex(units, index);
  const parentUnit = units[parent];
  let ordinal = parentUnit && !kindRules[parentUnit.kind].heading ? 2 : 1;
  for (let at = Math.max(parent + 1, 0); at < index; at += 1) {
    if (units[at]?.kind === 'paragraph' && parentIndex(units, at) === parent) ordinal += 1;
  }
  return ordinal;
}
