import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../core/base/language.ts';
import type { Severity } from '../../core/base/notice.ts';
import type { Problem } from '../../core/check/problem.ts';
import { formatNumber } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { Segments } from '../ui/segments.tsx';
import { type ProblemFilter, severities } from './filter.ts';
import { SeverityShape } from './severity-mark.tsx';

interface FiltersProps {
  /** All that are not set aside, whatever the filter. */
  readonly problems: readonly Problem[];
  readonly filter: ProblemFilter;
  readonly onChange: (filter: ProblemFilter) => void;
}

/** One line: how many problems there are of each gravity, and the languages; each a switch. */
export function Filters({ problems, filter, onChange }: FiltersProps): ReactNode {
  const { t } = useTranslation();
  const { language } = useStore(useDesk().settings);
  const gravity = (id: Severity) => {
    const count = formatNumber(language, problems.filter(({ severity }) => severity === id).length);
    const sign = (
      <span className="gravity">
        <SeverityShape severity={id} /> {count}
      </span>
    );
    return { id, name: `${t(`check:severity.${id}`)}: ${count}`, sign };
  };
  return (
    <div className="check-filters">
      <Segments
        label={t('check:severityFilter')}
        several
        options={severities.map(gravity)}
        selected={filter.severities}
        onChange={(chosen) => onChange({ ...filter, severities: chosen })}
      />
      <Segments
        label={t('check:languageFilter')}
        several
        options={languages.map((id) => ({ id, name: t(`language.${id}`), sign: t(`find:scope.${id}`) }))}
        selected={filter.languages}
        onChange={(chosen) => onChange({ ...filter, languages: chosen })}
      />
    </div>
  );
}
