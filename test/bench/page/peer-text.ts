import { labelsOf } from '../../../core/draft/numbering.ts';
import type { Draft, Unit, UnitId } from '../../../core/draft/types.ts';
import { forms } from '../../support/forms.ts';

/** Units by the article that they belong to, a chapter's heading with the article below it. */
export function byArticle(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const groups: Unit[][] = [];
  for (const unit of units) {
    const isHead = unit.kind === 'article' || unit.kind === 'chapter';
    if (isHead && !isLoneChapter(groups.at(-1))) groups.push([]);
    groups.at(-1)?.push(unit);
  }
  return groups;
}

function isLoneChapter(group: readonly Unit[] | undefined): boolean {
  return group?.length === 1 && group[0]?.kind === 'chapter';
}

/** The numbers in the margin, as the draft has them at first; the other editors do not count them anew. */
export function numbersOf({ units }: Draft): ReadonlyMap<UnitId, string> {
  return new Map([...labelsOf(units, forms)].map(([id, { number }]) => [id, `${number}`]));
}
