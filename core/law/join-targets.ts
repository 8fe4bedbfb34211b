import type { Pinpoint } from '../draft/types.ts';
import { pinpointLevels } from './pinpoint.ts';
import type { ReferenceTarget } from './reference-words.ts';

type Place = Extract<ReferenceTarget, { is: 'place' }>;

/**
 * The targets of one reference with neighbours told in one breath: parts 1 and 3 of an article are one place with two numbers. Units of
 * different levels, or of different articles, stay apart.
 */
export function joinTargets(targets: readonly ReferenceTarget[]): readonly ReferenceTarget[] {
  const joined: ReferenceTarget[] = [];
  for (const target of targets) {
    const last = joined.at(-1);
    const both = last?.is === 'place' && target.is === 'place' ? joinPlaces(last, target) : undefined;
    if (both) joined[joined.length - 1] = both;
    else joined.push(target);
  }
  return joined;
}

function joinPlaces(a: Place, b: Place): Place | undefined {
  const level = innermost(a.pinpoint);
  if (a.within !== b.within || level === undefined || level !== innermost(b.pinpoint)) return undefined;
  const isSameAround = pinpointLevels.every(
    (name) => name === level || a.pinpoint[name]?.join() === b.pinpoint[name]?.join(),
  );
  if (!isSameAround) return undefined;
  const numbers = [...(a.pinpoint[level] ?? []), ...(b.pinpoint[level] ?? [])];
  return { ...a, pinpoint: { ...a.pinpoint, [level]: numbers } };
}

function innermost(pinpoint: Pinpoint) {
  return pinpointLevels.findLast((level) => pinpoint[level] !== undefined);
}
