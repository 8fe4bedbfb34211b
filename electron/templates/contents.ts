import { type Language, type Trilingual, trilingual } from '../../core/base/language.ts';
import type { TemplateSummary } from '../../core/bridge/drafts.ts';
import { runsText } from '../../core/draft/text.ts';
import type { Unit } from '../../core/draft/types.ts';

/** What the list of templates says of the text of one. */
export function contentsOf(units: readonly Unit[]): Pick<TemplateSummary, 'counts' | 'chapters'> {
  const chapters = units.filter((unit) => unit.kind === 'chapter');
  const articles = units.filter((unit) => unit.kind === 'article').length;
  const points = units.filter((unit) => unit.kind === 'point').length;
  return {
    counts: { units: units.length, chapters: chapters.length, articles, points },
    chapters: chapters.map(wordsOf),
  };
}

/** The words of a unit in each language, citations left out. */
export function wordsOf(unit: Unit): Trilingual<string> {
  const words = (language: Language) => unit.children.find((cell) => cell.lang === language);
  return trilingual((language) => {
    const cell = words(language);
    return cell ? runsText(cell).trim() : '';
  });
}
