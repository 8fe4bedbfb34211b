import type { PartEntry } from '../../core/file/manifest.ts';
import { headOf, type TrailHead, trailLines, trailPath } from '../../core/file/trail.ts';
import { type TrailReading, type TrailWitness, verifyTrail } from '../../core/file/verify-trail.ts';
import { sha256 } from './hash.ts';

/*
 * The part of a package that holds the audit trail. To every other reader it is bytes that are carried along.
 */

type Carried = ReadonlyMap<string, Uint8Array>;

/** The lines of the trail in a package; undefined where there is none, or none that can be read as lines. */
export function trailIn(carried: Carried): readonly string[] | undefined {
  const bytes = carried.get(trailPath);
  if (!bytes) return undefined;
  try {
    return trailLines(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** What the manifest is to say of the trail; nothing where there is none. */
export function trailHeadOf(carried: Carried): { readonly trail?: TrailHead } {
  const lines = trailIn(carried);
  return lines ? { trail: headOf(lines, sha256) } : {};
}

/** The trail of a package and whether it holds; undefined where none is kept. */
export function readTrail(carried: Carried, witness: TrailWitness): TrailReading | undefined {
  const { claim } = witness;
  if (!claim && !carried.has(trailPath)) return undefined;
  return verifyTrail(trailIn(carried), witness, sha256);
}

/** Names what the parts of a package hold, but for the trail itself. */
export function stateOf(parts: readonly PartEntry[]): string {
  const others = parts.filter(({ path }) => path !== trailPath).map((part) => `${part.path} ${part.sha256}\n`);
  return sha256(`dolboor state 1\n${others.sort().join('')}`);
}
