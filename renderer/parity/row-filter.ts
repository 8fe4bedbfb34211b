import type { ActIndex } from '../../core/law/acts.ts';
import { byCoverage, byGap, type ParityRow, type ParityTable, type ServiceId } from '../../core/law/parity.ts';
import { basisWords } from '../../core/law/parity-words.ts';
import type { Parity } from './use-parity.ts';

/** Which rows and columns are shown, and in which order. */
export interface RowFilter {
  /** `missing`: what the bill has no provision for; `unverified`: rows with a cell of which nothing is known. */
  readonly show: 'all' | 'gaps' | 'missing' | 'unverified';
  readonly order: 'given' | 'gap' | 'coverage';
  /** The one service that the subject is compared with. */
  readonly service: ServiceId | 'all';
  readonly query: string;
}

export const firstFilter: RowFilter = { show: 'all', order: 'given', service: 'all', query: '' };

/** The table as the filter shows it; its figures stay those of the whole. */
export function shownTable({ table, language }: Parity, filter: RowFilter, acts: ActIndex): ParityTable {
  const { matrix } = table;
  const isShown = (id: ServiceId): boolean =>
    filter.service === 'all' || id === filter.service || id === matrix.subject;
  const asked = filter.query.trim().toLowerCase();
  const rows = table.rows
    .map((row) => ({ ...row, cells: row.cells.filter(({ service }) => isShown(service)) }))
    .filter((row) => fits(row, filter.show))
    .filter((row) => asked === '' || wordsOf(row, language, acts).includes(asked));
  return {
    ...table,
    matrix: { ...matrix, services: matrix.services.filter(({ id }) => isShown(id)) },
    rows: filter.order === 'gap' ? byGap(rows) : filter.order === 'coverage' ? byCoverage(rows) : rows,
  };
}

function fits({ gap, bill, cells }: ParityRow, show: RowFilter['show']): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'gaps':
      return gap === 'open' || gap === 'filled';
    case 'missing':
      return bill.length === 0;
    case 'unverified':
      return cells.some(({ facts }) => facts.length === 0);
  }
}

/** The name of the guarantee and what its cells say and rest on, for the search. */
function wordsOf({ guarantee, cells, billFacts }: ParityRow, language: Parity['language'], acts: ActIndex): string {
  const facts = [...billFacts, ...cells.flatMap((cell) => cell.facts)];
  const said = facts.flatMap((fact) => [fact.guarantee[language], basisWords(fact, acts, language)]);
  return [guarantee.name[language], ...said].join(' ').toLowerCase().replaceAll('\u00a0', ' ');
}
