import { commentMarksOf } from '../draft/text.ts';
import type { Draft, Inline, Unit } from '../draft/types.ts';
import { oldestFormat } from './layout.ts';

/**
 * The oldest format that holds a draft. A file is written in it, so that an older program opens what it can keep whole and refuses
 * what it would drop: format 2 came with the guarantees of a provision, with references to several provisions, with citations
 * in their act's own words, with short names of acts, with problems set aside, with comments that lie on a citation or a reference, and
 * with drafts that are no bills.
 */
export function formatOf({ meta, units }: Draft): number {
  return meta.document !== undefined || units.some(needsSecond) ? 2 : oldestFormat;
}

function needsSecond({ guarantees, aside, children }: Unit): boolean {
  return guarantees !== undefined || aside !== undefined || children.some((cell) => cell.children.some(isOfSecond));
}

function isOfSecond(inline: Inline): boolean {
  if (!('type' in inline)) return false;
  if (commentMarksOf(inline).length > 0) return true;
  if (inline.type === 'reference') return inline.also !== undefined;
  return inline.ownWords !== undefined || inline.gives !== undefined || inline.short !== undefined;
}
