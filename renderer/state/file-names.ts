import type { Language } from '../../core/base/language.ts';
import type { ExportOptions } from '../../core/bridge/exports.ts';
import { isRun } from '../../core/draft/text.ts';
import type { Unit } from '../../core/draft/types.ts';

/** Words as the name of a file, without an extension; without what Windows does not allow in one. */
export function fileNameOf(words: string): string {
  return words
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, '');
}

interface Titled {
  readonly language: Language;
  readonly words: string;
}

/** The draft's title, in the language if it has one there, else in the first language that has. */
function titleOf(units: readonly Unit[], language: Language): Titled | undefined {
  const cells = units.find(({ kind }) => kind === 'title')?.children ?? [];
  return cells
    .toSorted((a, b) => Number(b.lang === language) - Number(a.lang === language))
    .map(({ lang, children }) => ({
      language: lang,
      words: children.map((inline) => (isRun(inline) ? inline.text : '')).join(''),
    }))
    .find(({ words }) => words.trim() !== '');
}

/** A name for the draft's file, from its title; empty where it has none. */
export function draftName(units: readonly Unit[], language: Language): string {
  return fileNameOf(titleOf(units, language)?.words ?? '');
}

/**
 * A name for an exported document, in its own language, so that the documents of one draft lie side by side: the title, and its
 * languages in brackets where the title does not tell them. `what`: what it is when it is not the draft itself.
 */
export function exportName(
  units: readonly Unit[],
  { language }: Pick<ExportOptions, 'language'>,
  own: Language,
  what = '',
): string {
  const title = titleOf(units, language === 'parallel' ? own : language);
  const mark = language === 'parallel' ? ' (ky, ru, en)' : title?.language === language ? '' : ` (${language})`;
  const behind = `${what === '' ? '' : ` - ${fileNameOf(what)}`}${mark}`;
  return `${fileNameOf(title?.words ?? '') || 'dolboor'}${behind}`;
}
