import type { TrailEvent } from './trail.ts';

/** Makes a sentence of the area `audit`; `otherwise` where there is none, for what a later version entered. */
export type SayTrail = (key: string, params: Readonly<Record<string, string | number>>, otherwise: string) => string;

/** Hashes are for programs. */
const unspoken: ReadonlySet<string> = new Set(['state', 'head', 'through']);

/** What an entry says was done, in words: what it was, then what of it is counted or named. */
export function trailWords({ kind, about = {} }: Pick<TrailEvent, 'kind' | 'about'>, say: SayTrail): string {
  const details = Object.entries(about).flatMap(([name, value]) => {
    if (unspoken.has(name)) return [];
    const shown = say(`values.${name}.${value}`, {}, String(value));
    return [say(`details.${name}`, { value: shown }, `${name}: ${shown}`)];
  });
  return [say(`kinds.${kind}`, {}, kind), ...details].join('; ');
}
