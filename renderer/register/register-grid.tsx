import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActId } from '../../core/draft/types.ts';
import { formatNumber, formatShortDate } from '../../core/languages/format.ts';
import { type RegisterRow, type RowColumn, type RowOrder, rowColumns } from '../../core/law/register-rows.ts';
import { type At, walk } from '../parity/walk.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { ActStatusMark } from '../ui/act-status-mark.tsx';

interface RegisterGridProps {
  readonly rows: readonly RegisterRow[];
  readonly order: RowOrder | undefined;
  readonly opened: ActId | undefined;
  readonly onOrder: (order: RowOrder) => void;
  readonly onOpen: (act: ActId) => void;
}

/** The register as a grid of which one cell takes the focus: row 0 are the heads, which sort; Enter on an act opens its card. */
export function RegisterGrid({ rows, order, opened, onOrder, onOpen }: RegisterGridProps): ReactNode {
  const { t } = useTranslation();
  const [at, setAt] = useState<At>({ row: 1, column: 0 });
  const grid = useRef<HTMLTableElement>(null);
  // Rows may have gone by a filter since.
  const current = { row: Math.min(at.row, rows.length), column: at.column };

  const press = ({ row, column }: At): void => {
    const by = rowColumns[column];
    const act = rows[row - 1]?.act.id;
    if (row === 0 && by) onOrder({ by, down: order?.by === by && !order.down });
    else if (act !== undefined) onOpen(act);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') press(current);
    else {
      const to = walk(current, event, { rows: rows.length + 1, columns: rowColumns.length });
      if (!to) return;
      setAt(to);
      grid.current?.querySelector<HTMLElement>(`[data-at="${to.row} ${to.column}"]`)?.focus();
    }
    event.preventDefault();
  };
  const place = (row: number, column: number) => ({
    'data-at': `${row} ${column}`,
    tabIndex: row === current.row && column === current.column ? 0 : -1,
    onFocus: () => setAt({ row, column }),
    onClick: () => press({ row, column }),
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA's own way to a grid that is also a table to other readers
    <table ref={grid} role="grid" className="register-grid" aria-label={t('register:title')} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          {rowColumns.map((column, i) => (
            <th key={column} scope="col" aria-sort={sortOf(order, column)} {...place(0, i)}>
              {t(`register:column.${column}`)}
              <span aria-hidden="true">{order?.by === column ? (order.down ? ' ▾' : ' ▴') : ''}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.act.id} aria-selected={row.act.id === opened}>
            <th scope="row" {...place(index + 1, 0)}>
              {row.title}
            </th>
            {rowColumns.slice(1).map((column, i) => (
              <td key={column} {...place(index + 1, i + 1)}>
                <Words row={row} column={column} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sortOf(order: RowOrder | undefined, column: RowColumn): 'ascending' | 'descending' | 'none' {
  if (order?.by !== column) return 'none';
  return order.down ? 'descending' : 'ascending';
}

function Words({ row, column }: { readonly row: RegisterRow; readonly column: RowColumn }): ReactNode {
  const { settings } = useDesk();
  const { language } = useStore(settings);
  const { act } = row;
  switch (column) {
    case 'status':
      return <ActStatusMark act={act} />;
    case 'date':
      return act.date ? formatShortDate(language, act.date) : '–';
    case 'number':
      return act.number ?? '–';
    case 'verified': {
      const { verification } = act;
      if (!verification) return '–';
      return [verification.by, formatShortDate(language, verification.on)].filter(Boolean).join(', ');
    }
    case 'texts':
    case 'cited':
      return row[column] > 0 ? formatNumber(language, row[column]) : '–';
    default:
      return row[column];
  }
}
