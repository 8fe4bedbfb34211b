import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrammaticalCase } from '../../core/draft/types.ts';
import { Check } from '../ui/check.tsx';
import { Segments } from '../ui/segments.tsx';
import { CaseSelect } from './case-select.tsx';

export interface CiteOptions {
  readonly case: GrammaticalCase;
  readonly dated: boolean;
  /** Articles are called as the act's own Kyrgyz text calls them. */
  readonly ownWords: boolean;
  readonly languages: 'active' | 'all';
}

interface CiteOptionsFormProps {
  readonly value: CiteOptions;
  readonly onChange: (value: CiteOptions) => void;
  /** The act's word for an article, where it is not the house's own. */
  readonly articleWord: string | undefined;
}

/** How the citation is written and where it goes. */
export function CiteOptionsForm({ value, onChange, articleWord }: CiteOptionsFormProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="cite-options">
      <CaseSelect value={value.case} onChange={(chosen) => onChange({ ...value, case: chosen })} />
      <div className="field">
        <span className="field-label">{t('cite:into')}</span>
        <Segments
          label={t('cite:into')}
          options={(['all', 'active'] as const).map((id) => ({ id, name: t(`cite:scope.${id}`) }))}
          selected={[value.languages]}
          onChange={([chosen]) => chosen && onChange({ ...value, languages: chosen })}
        />
      </div>
      <Check isSelected={value.dated} onChange={(dated) => onChange({ ...value, dated })}>
        {t('cite:dated')}
      </Check>
      {articleWord ? (
        <Check isSelected={value.ownWords} onChange={(ownWords) => onChange({ ...value, ownWords })}>
          {t('cite:ownWords', { word: articleWord })}
        </Check>
      ) : null}
    </div>
  );
}
