import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Trilingual } from '../../core/base/language.ts';
import type { CellState } from '../../core/draft/state.ts';

/** The states of a provision in the three languages, in the order of the columns: one small shape each. */
export function StateMarks({ states }: { readonly states: Trilingual<CellState> }): ReactNode {
  const { t } = useTranslation();
  const words = languages.map((language) => `${t(`language.${language}`)}: ${t(`desk:state.${states[language]}`)}`);
  return (
    <span className="marks" role="img" aria-label={words.join(', ')} title={words.join('\n')}>
      {languages.map((language) => (
        <i key={language} className={`mark ${states[language]}`} />
      ))}
    </span>
  );
}
