import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Coverage } from '../../core/law/parity.ts';
import type { Parity } from './use-parity.ts';

/** How much of each column is known, and which gaps the bill fills. */
export function CoverageFigures({ parity }: { readonly parity: Parity }): ReactNode {
  const { t } = useTranslation();
  const { table, language } = parity;
  const { gaps, coverage, inBill, rows, matrix } = table;
  return (
    <section className="parity-coverage" aria-label={t('parity:coverage')}>
      <p>
        <b>{t('parity:filled', { count: gaps.filled })}</b>, {t('parity:open', { count: gaps.open })}.
      </p>
      <ul>
        {coverage.map(({ service, verified, partly, total }) => {
          const name = matrix.services.find(({ id }) => id === service)?.name[language] ?? '';
          return <li key={service}>{t('parity:coverageOf', { name, known: verified + partly, total, verified })}</li>;
        })}
        <li>{t('parity:coverageAll', sumOf(coverage))}</li>
        <li>{t('parity:coverageBill', { known: inBill, total: rows.length })}</li>
      </ul>
    </section>
  );
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
