import type { Draft } from '../draft/types.ts';
import { canonicalJson } from './canonical.ts';
import { partPaths } from './layout.ts';

/** One part of a package that is text. */
export interface TextPart {
  readonly path: string;
  readonly text: string;
}

/** The parts that hold a draft, by path. The same draft gives the same text. */
export function serialiseDraft(draft: Draft): readonly TextPart[] {
  return [
    { path: partPaths.meta, text: `${canonicalJson(draft.meta)}\n` },
    { path: partPaths.units, text: draft.units.map((unit) => `${canonicalJson(unit)}\n`).join('') },
    { path: partPaths.comments, text: `${canonicalJson(draft.comments)}\n` },
  ];
}
