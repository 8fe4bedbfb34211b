import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Trilingual } from '../../core/base/language.ts';
import type { CellState } from '../../core/draft/state.ts';

/** What the marks of a provision say, one line for each language. */
export type StateWords = (states: Trilingual<CellState>) => readonly string[];

/** Says the same states in the same words without making them anew: a code has thousands of rows. */
export function useStateWords(): StateWords {
  const { t } = useTranslation();
  return useMemo(() => {
    const known = new Map<string, readonly string[]>();
    return (states) => {
      const key = languages.map((language) => states[language]).join(' ');
      const words =
        known.get(key) ??
        languages.map((language) => `${t(`language.${language}`)}: ${t(`desk:state.${states[language]}`)}`);
      known.set(key, words);
      return words;
    };
  }, [t]);
}

interface StateMarksProps {
  readonly states: Trilingual<CellState>;
  readonly words: StateWords;
}

/** The states of a provision in the three languages, in the order of the columns: one small shape each. */
export function StateMarks({ states, words }: StateMarksProps): ReactNode {
  const lines = words(states);
  return (
    <span className="marks" role="img" aria-label={lines.join(', ')} title={lines.join('\n')}>
      {languages.map((language) => (
        <i key={language} className={`mark ${states[language]}`} />
      ))}
    </span>
  );
}
