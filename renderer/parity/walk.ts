import type { KeyboardEvent } from 'react';

/** A cell of the grid; column 0 is the row's name. */
export interface At {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads in a grid of the given size; undefined for a key that is not for walking. */
export function walk(
  { row, column }: At,
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): At | undefined {
  const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));
  switch (key) {
    case 'ArrowUp':
      return { row: within(row - 1, rows), column };
    case 'ArrowDown':
      return { row: within(row + 1, rows), column };
    case 'ArrowLeft':
      return { row, column: within(column - 1, columns) };
    case 'ArrowRight':
      return { row, column: within(column + 1, columns) };
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrlKey ? within(rows - 1, rows) : row, column: columns - 1 };
    case 'PageUp':
      return { row: 0, column };
    case 'PageDown':
      return { row: within(rows - 1, rows), column };
    default:
      return undefined;
  }
}
