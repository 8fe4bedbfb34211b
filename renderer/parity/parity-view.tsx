import { type ReactNode, useState } from 'react';
import { Input, Label, TextField, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { UnitId } from '../../core/draft/types.ts';
import { formatDate } from '../../core/languages/format.ts';
import type { ParityResources } from '../../core/law/parity.ts';
import type { Session } from '../state/session.ts';
import type { OverviewStore } from '../state/use-editor.ts';
import { Segments } from '../ui/segments.tsx';
import { CellDetails } from './cell-details.tsx';
import { CoverageFigures } from './coverage.tsx';
import './parity.css';
import { type OpenedCell, ParityGrid } from './parity-grid.tsx';
import { filterRows, type RowFilter, useParity } from './use-parity.ts';

interface ParityViewProps {
  readonly session: Session;
  readonly overview: OverviewStore;
  readonly resources: ParityResources;
  /** A provision of the bill was chosen: whoever shows the view over the text puts it away and goes there. */
  readonly onGoTo: (unit: UnitId) => void;
}

/** The matrix of guarantees: which service has what, and what this bill adds. */
export function ParityView({ session, overview, resources, onGoTo }: ParityViewProps): ReactNode {
  const { t } = useTranslation();
  const parity = useParity(session, overview, resources);
  const [filter, setFilter] = useState<RowFilter>({ show: 'all', byGap: false, query: '' });
  const [opened, setOpened] = useState<OpenedCell>();
  const rows = filterRows(parity.table.rows, filter, parity.language);
  const date = formatDate(parity.language, parity.table.matrix.compiled);
  return (
    <div className="parity">
      <p className="hint">{t('parity:about')}</p>
      <CoverageFigures parity={parity} />
      <Filters filter={filter} onChange={setFilter} />
      {rows.length > 0 ? (
        <div className="parity-scroll">
          <ParityGrid parity={parity} rows={rows} onOpen={setOpened} />
        </div>
      ) : (
        <p className="hint">{t('parity:nothing')}</p>
      )}
      {opened ? <CellDetails opened={opened} parity={parity} editor={session.editor} onGoTo={onGoTo} /> : null}
      {parity.table.inBill === 0 ? <p className="hint">{t('parity:noLinks')}</p> : null}
      <p className="hint">{parity.words.compiled.replace('{{date}}', date)}</p>
    </div>
  );
}

interface FiltersProps {
  readonly filter: RowFilter;
  readonly onChange: (filter: RowFilter) => void;
}

function Filters({ filter, onChange }: FiltersProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="parity-filters">
      <Segments
        label={t('parity:filter')}
        options={[
          { id: 'all', name: t('parity:filterAll') },
          { id: 'gaps', name: t('parity:filterGaps') },
          { id: 'missing', name: t('parity:filterMissing') },
        ]}
        selected={[filter.show]}
        onChange={([show]) => show && onChange({ ...filter, show })}
      />
      <ToggleButton
        className="button"
        isSelected={filter.byGap}
        onChange={(isOn) => onChange({ ...filter, byGap: isOn })}
      >
        {t('parity:sortByGap')}
      </ToggleButton>
      <TextField className="field" value={filter.query} onChange={(query) => onChange({ ...filter, query })}>
        <Label>{t('parity:find')}</Label>
        <Input className="input" />
      </TextField>
    </div>
  );
}
