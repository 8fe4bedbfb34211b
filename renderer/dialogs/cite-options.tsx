import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { GrammaticalCase } from '../../core/draft/types.ts';
import { Icon } from '../ui/icon.tsx';
import { Segments } from '../ui/segments.tsx';
import { CaseSelect } from './case-select.tsx';

export interface CiteOptions {
  readonly case: GrammaticalCase;
  readonly dated: boolean;
  readonly languages: 'active' | 'all';
}

interface CiteOptionsFormProps {
  readonly value: CiteOptions;
  readonly onChange: (value: CiteOptions) => void;
}

/** How the citation is written and where it goes. */
export function CiteOptionsForm({ value, onChange }: CiteOptionsFormProps): ReactNode {
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
      <Checkbox className="check" isSelected={value.dated} onChange={(dated) => onChange({ ...value, dated })}>
        <span className="check-box">
          <Icon name="check" size={12} />
        </span>
        {t('cite:dated')}
      </Checkbox>
    </div>
  );
}
