import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { billColumn } from '../../core/law/own-facts.ts';
import type { Coverage, ParityTable, ServiceId } from '../../core/law/parity.ts';

/** Which gaps the bill fills, and how much of the whole matrix is known. */
export function CoverageFigures({ table }: { readonly table: ParityTable }): ReactNode {
  const { t } = useTranslation();
  const { gaps, coverage } = table;
  return (
    <p className="parity-figures">
      <b>{t('parity:filled', { count: gaps.filled })}</b>, {t('parity:open', { count: gaps.open })}.{' '}
      <span className="hint">{t('parity:coverageAll', sumOf(coverage))}.</span>
    </p>
  );
}

/** How much of one column is known; of the bill, what it provides for. */
export function ColumnCoverage({
  table,
  column,
}: {
  readonly table: ParityTable;
  /** A service, or {@link billColumn}. */
  readonly column: ServiceId;
}): ReactNode {
  const { t } = useTranslation();
  if (column === billColumn) {
    return <small>{t('parity:coverageBill', { known: table.inBill, total: table.matrix.guarantees.length })}</small>;
  }
  const found = table.coverage.find(({ service }) => service === column);
  if (!found) return null;
  const { verified, partly, total } = found;
  return <small>{t('parity:coverageOf', { known: verified + partly, total, verified })}</small>;
}

/** The figures of all services together. */
function sumOf(coverage: readonly Coverage[]): {
  readonly known: number;
  readonly total: number;
  readonly verified: number;
} {
  const sum = (of: (one: Coverage) => number): number => coverage.reduce((before, one) => before + of(one), 0);
  return {
    known: sum(({ verified, partly }) => verified + partly),
    total: sum(({ total }) => total),
    verified: sum(({ verified }) => verified),
  };
}
