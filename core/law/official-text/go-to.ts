import type { Pinpoint } from '../../draft/types.ts';
import { pinpointLevels } from '../pinpoint.ts';
import { findPinpoint } from '../query.ts';
import { findPlace } from './place.ts';
import type { OfficialTree } from './tree.ts';

/** Where a query leads: `at` is the index of the unit; `exact` false when the text has only what encloses the place asked for. */
export interface PlaceInText {
  readonly at: number;
  readonly exact: boolean;
}

/**
 * The place that a person means who types «12», «ст. 12 ч. 2», «12-берене» or `art. 12`. `undefined` for a query that names no place but
 * words, or for a place of which the text has not even the outermost unit.
 */
export function goToPlace(tree: OfficialTree, query: string): PlaceInText | undefined {
  const { pinpoint, rest } = findPinpoint(query);
  return rest.trim() === '' ? placeOf(tree, pinpoint) : undefined;
}

/** Whether a query names a place and no words. */
export function namesPlace(query: string): boolean {
  const { pinpoint, rest } = findPinpoint(query);
  return rest.trim() === '' && Object.keys(pinpoint).length > 0;
}

/** The first unit that a pinpoint names, or the nearest that encloses it. */
export function placeOf(tree: OfficialTree, pinpoint: Pinpoint): PlaceInText | undefined {
  const levels = pinpointLevels.filter((level) => (pinpoint[level]?.length ?? 0) > 0);
  for (let depth = levels.length; depth > 0; depth -= 1) {
    const part = Object.fromEntries(levels.slice(0, depth).map((level) => [level, pinpoint[level]]));
    const place = findPlace(tree, part);
    const at = 'found' in place ? place.found[0] : undefined;
    if (at !== undefined) return { at, exact: depth === levels.length };
  }
  return undefined;
}
