import { checkDraft } from '../../../core/check/catalogue.ts';
import type { Problem } from '../../../core/check/problem.ts';
import { readTemplateUnits } from '../../../core/draft/markup.ts';
import type { CommentThread, Unit, UnitKind } from '../../../core/draft/types.ts';
import { forms } from '../../support/forms.ts';
import { index as acts } from '../law/register.ts';

/** A text for all three languages, or one for each, in the markup of templates. */
export type Texts = string | readonly [ky: string, ru: string, en: string];

/** One unit: kind and texts, and an id where something refers to it. */
export type Line = readonly [kind: UnitKind, texts: Texts, id?: string];

/** Units from lines, with citations, references and blanks in braces. */
export function unitsOf(lines: readonly Line[]): readonly Unit[] {
  const json = lines.map(([kind, texts, id], i) => {
    const [ky, ru, en] = typeof texts === 'string' ? [texts, texts, texts] : texts;
    return { id: id ?? `u${i + 1}`, kind, ky, ru, en };
  });
  const read = readTemplateUnits(json);
  if (!read.ok) throw new Error(`${read.error.unit}: ${read.error.piece}`);
  return read.value;
}

export function checkUnits(units: readonly Unit[], comments: readonly CommentThread[] = []): readonly Problem[] {
  return checkDraft({ units, comments, forms, acts });
}

/** The problems of one rule. */
export function found(
  rule: string,
  units: readonly Unit[],
  comments: readonly CommentThread[] = [],
): readonly Problem[] {
  return checkUnits(units, comments).filter(({ code }) => code === `check.${rule}`);
}

/** An article with one part, whose texts are given: where most rules look. */
export function part(ky: string, ru = 'Текст.', en = 'A text.'): readonly Unit[] {
  return unitsOf([
    ['article', ['Берене', 'Статья', 'Article']],
    ['part', [ky, ru, en], 'part'],
  ]);
}
