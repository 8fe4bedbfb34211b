import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitId } from '../../core/draft/types.ts';
import { formatDate } from '../../core/languages/format.ts';
import type { ParityResources } from '../../core/law/parity.ts';
import { useDesk } from '../state/desk.ts';
import type { Session } from '../state/session.ts';
import type { OverviewStore } from '../state/use-editor.ts';
import { CellDetails } from './cell-details.tsx';
import { CoverageFigures } from './coverage.tsx';
import { Filters } from './filters.tsx';
import './parity.css';
import { type OpenedCell, ParityGrid } from './parity-grid.tsx';
import { firstFilter, shownTable } from './row-filter.ts';
import { useParity } from './use-parity.ts';

interface ParityViewProps {
  readonly session: Session;
  readonly overview: OverviewStore;
  readonly resources: ParityResources;
  /** A provision of the bill was chosen: whoever shows the view over the text puts it away and goes there. */
  readonly onGoTo: (unit: UnitId) => void;
  /** The cell that is open at first. */
  readonly at?: OpenedCell | undefined;
}

/** The matrix of guarantees: which service has what, and what this bill adds. */
export function ParityView({ session, overview, resources, onGoTo, at }: ParityViewProps): ReactNode {
  const { t } = useTranslation();
  const { acts } = useDesk();
  const parity = useParity(session, overview, resources);
  const [filter, setFilter] = useState(firstFilter);
  const [opened, setOpened] = useState<OpenedCell | undefined>(at);
  const shown = { ...parity, table: shownTable(parity, filter, acts) };
  const { rows } = shown.table;
  const date = formatDate(parity.language, parity.table.matrix.compiled);
  return (
    <div className="parity">
      <p className="hint">{t('parity:about')}</p>
      <CoverageFigures table={parity.table} />
      <Filters parity={parity} filter={filter} onChange={setFilter} />
      {rows.length > 0 ? (
        <div className="parity-scroll">
          <ParityGrid parity={shown} rows={rows} onOpen={setOpened} />
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
