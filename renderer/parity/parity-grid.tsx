import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { billColumn } from '../../core/law/own-facts.ts';
import type { GuaranteeId, ParityRow, ServiceId } from '../../core/law/parity.ts';
import { columnNames } from '../../core/law/parity-words.ts';
import { ColumnCoverage } from './coverage.tsx';
import { BillCell, ServiceCell } from './grid-cells.tsx';
import type { Parity } from './use-parity.ts';
import { type At, walk } from './walk.ts';

/** A cell that was opened: a service's, or the bill's. */
export interface OpenedCell {
  readonly guarantee: GuaranteeId;
  /** A service, or {@link billColumn}. */
  readonly service: ServiceId;
}

interface ParityGridProps {
  readonly parity: Parity;
  readonly rows: readonly ParityRow[];
  readonly onOpen: (opened: OpenedCell) => void;
}

/** The matrix as a grid of which one cell takes the focus: arrows walk, Enter opens. */
export function ParityGrid({ parity, rows, onOpen }: ParityGridProps): ReactNode {
  const { t } = useTranslation();
  const { table, words, language } = parity;
  const names = columnNames(table, words, language);
  const [at, setAt] = useState<At>({ row: 0, column: 0 });
  const grid = useRef<HTMLTableElement>(null);
  // Rows and columns may have gone by a filter since.
  const current = { row: Math.min(at.row, rows.length - 1), column: Math.min(at.column, names.length - 1) };

  const move = (to: At): void => {
    setAt(to);
    grid.current?.querySelector<HTMLElement>(`[data-at="${to.row} ${to.column}"]`)?.focus();
  };
  const open = ({ row, column }: At): void => {
    const found = rows[row];
    const service = found?.cells[column - 1]?.service ?? billColumn;
    if (found && column > 0) onOpen({ guarantee: found.guarantee.id, service });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') open(current);
    else {
      const to = walk(current, event, { rows: rows.length, columns: names.length });
      if (!to) return;
      move(to);
    }
    event.preventDefault();
  };
  const place = (row: number, column: number) => ({
    'data-at': `${row} ${column}`,
    tabIndex: row === current.row && column === current.column ? 0 : -1,
    onFocus: () => setAt({ row, column }),
    onClick: () => open({ row, column }),
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA's own way to a grid that is also a table to other readers
    <table ref={grid} role="grid" className="parity-grid" aria-label={t('parity:title')} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          {names.map((name, column) => (
            <th key={name} scope="col" className={column === names.length - 1 ? 'bill' : undefined}>
              {name}
              {column > 0 && (
                <ColumnCoverage table={table} column={table.matrix.services[column - 1]?.id ?? billColumn} />
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.guarantee.id}>
            <th scope="row" {...place(index, 0)}>
              {row.guarantee.name[language]}
              <small className={`gap ${row.gap}`}>{words.gaps[row.gap]}</small>
            </th>
            {row.cells.map((cell, i) => (
              <td key={cell.service} className={cell.standing} {...place(index, i + 1)}>
                <ServiceCell cell={cell} parity={parity} />
              </td>
            ))}
            <td className="bill" {...place(index, names.length - 1)}>
              <BillCell row={row} parity={parity} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
