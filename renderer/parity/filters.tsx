import type { ReactNode } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { DropList } from '../ui/drop-list.tsx';
import { Segments } from '../ui/segments.tsx';
import type { RowFilter } from './row-filter.ts';
import type { Parity } from './use-parity.ts';

interface FiltersProps {
  readonly parity: Parity;
  readonly filter: RowFilter;
  readonly onChange: (filter: RowFilter) => void;
}

/** Which rows, beside which service, in which order. */
export function Filters({ parity, filter, onChange }: FiltersProps): ReactNode {
  const { t } = useTranslation();
  const { matrix } = parity.table;
  const others = matrix.services.filter(({ id }) => id !== matrix.subject);
  return (
    <div className="parity-filters">
      <Segments
        label={t('parity:filter')}
        options={[
          { id: 'all', name: t('parity:filterAll') },
          { id: 'gaps', name: t('parity:filterGaps') },
          { id: 'missing', name: t('parity:filterMissing') },
          { id: 'unverified', name: t('parity:filterUnverified') },
        ]}
        selected={[filter.show]}
        onChange={([show]) => show && onChange({ ...filter, show })}
      />
      <DropList
        label={t('parity:serviceFilter')}
        value={filter.service}
        onChange={(service) => onChange({ ...filter, service })}
        options={[
          { id: 'all', name: t('parity:allServices') },
          ...others.map(({ id, name }) => ({ id, name: name[parity.language] })),
        ]}
      />
      <DropList
        label={t('parity:order')}
        value={filter.order}
        onChange={(order) => onChange({ ...filter, order })}
        options={[
          { id: 'given', name: t('parity:orderGiven') },
          { id: 'gap', name: t('parity:orderGap') },
          { id: 'coverage', name: t('parity:orderCoverage') },
        ]}
      />
      <TextField className="field" value={filter.query} onChange={(query) => onChange({ ...filter, query })}>
        <Label>{t('parity:find')}</Label>
        <Input className="input" />
      </TextField>
    </div>
  );
}
