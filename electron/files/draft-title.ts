import type { Trilingual } from '../../core/base/language.ts';
import type { Draft } from '../../core/draft/types.ts';
import { wordsOf } from '../templates/contents.ts';

/** Of a draft that has none, or whose title is nobody's business. */
export const noTitle: Trilingual<string> = { ky: '', ru: '', en: '' };

/** What the lists call a draft: the words of its title in each language. */
export function titleOf({ units }: Draft): Trilingual<string> {
  const title = units.find((unit) => unit.kind === 'title');
  return title ? wordsOf(title) : noTitle;
}
