import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../../core/base/language.ts';

interface PreviewProps {
  /** The words as they will stand. */
  readonly words: (language: Language) => string;
  /** What is to be known of them; may be empty. */
  readonly remarks: (language: Language) => readonly string[];
}

/** What will be inserted, in the three languages. */
export function Preview({ words, remarks }: PreviewProps): ReactNode {
  const { t } = useTranslation();
  return (
    <dl className="preview" aria-live="polite" aria-label={t('cite:preview')}>
      {languages.map((language) => (
        <div key={language}>
          <dt lang={language}>{t(`ownName.${language}`)}</dt>
          <dd>
            <span className="law-text" lang={language}>
              {words(language)}
            </span>
            {remarks(language).map((remark) => (
              <small key={remark}>{remark}</small>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
