import { type KeyboardEvent, memo, type ReactNode, type Ref, useEffect, useId, useMemo, useRef } from 'react';

interface RowListProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  /** Unique, and without white space. */
  readonly keyOf: (row: T) => string;
  /** Must stay the same function for as long as the rows look the same: a code has ten thousand of them. */
  readonly render: (row: T) => ReactNode;
  readonly active: number;
  readonly onActive: (index: number) => void;
  /** Keys that the list leaves to who shows it; true when it took the key. */
  readonly onKey?: (event: KeyboardEvent<HTMLDivElement>) => boolean;
  readonly className: string;
  readonly listRef?: Ref<HTMLDivElement>;
  /** The row that a drag takes along; no row can be dragged without it. */
  readonly onDrag?: (index: number, data: DataTransfer) => void;
}

/** Rows that the browser lays out together; those far from sight cost nothing. */
const chunkSize = 40;
const page = 10;

/**
 * A long text as a list of rows of which one is chosen: arrows, Page Up and Down, Home and End. All rows are there for a screen
 * reader and for search; the browser draws those in sight (`content-visibility`).
 */
export function RowList<T>(props: RowListProps<T>): ReactNode {
  const { rows, keyOf, render, active, onActive } = props;
  const id = useId();
  const own = useRef<HTMLDivElement>(null);
  const chunks = useMemo(
    () =>
      Array.from({ length: Math.ceil(rows.length / chunkSize) }, (_, i) =>
        rows.slice(i * chunkSize, (i + 1) * chunkSize),
      ),
    [rows],
  );
  const activeKey = rows[active] === undefined ? undefined : keyOf(rows[active]);
  useEffect(() => {
    if (activeKey !== undefined)
      own.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [activeKey]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (props.onKey?.(event)) {
      event.preventDefault();
      return;
    }
    const next = steppedTo(event, active, rows.length);
    if (next === undefined) return;
    event.preventDefault();
    onActive(next);
  };
  const rowOf = (target: EventTarget): number =>
    Number((target as Element).closest<HTMLElement>('[data-row]')?.dataset.row ?? -1);
  return (
    <div
      ref={(element) => {
        own.current = element;
        if (typeof props.listRef === 'function') props.listRef(element);
        else if (props.listRef) props.listRef.current = element;
      }}
      className={`row-list ${props.className}`}
      role="listbox"
      aria-label={props.label}
      tabIndex={0}
      aria-activedescendant={activeKey === undefined ? undefined : `${id}${activeKey}`}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const row = rowOf(event.target);
        if (row >= 0) onActive(row);
      }}
      onDragStart={(event) => {
        const row = rowOf(event.target);
        if (row >= 0) props.onDrag?.(row, event.dataTransfer);
      }}
    >
      {chunks.map((chunk, i) => (
        <Chunk
          // biome-ignore lint/suspicious/noArrayIndexKey: a chunk is its place, its rows have keys of their own
          key={i}
          id={id}
          rows={chunk as readonly unknown[]}
          from={i * chunkSize}
          active={Math.floor(active / chunkSize) === i ? active : -1}
          keyOf={keyOf as (row: unknown) => string}
          render={render as (row: unknown) => ReactNode}
          isDraggable={props.onDrag !== undefined}
        />
      ))}
    </div>
  );
}

function steppedTo(event: KeyboardEvent, active: number, count: number): number | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || count === 0) return undefined;
  const at: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: count - 1,
  };
  const next = at[event.key];
  return next === undefined ? undefined : Math.max(0, Math.min(count - 1, next));
}

interface ChunkProps {
  readonly id: string;
  readonly rows: readonly unknown[];
  readonly from: number;
  readonly active: number;
  readonly keyOf: (row: unknown) => string;
  readonly render: (row: unknown) => ReactNode;
  readonly isDraggable: boolean;
}

const Chunk = memo(function Chunk({ id, rows, from, active, keyOf, render, isDraggable }: ChunkProps): ReactNode {
  return (
    <div className="row-chunk" role="presentation">
      {rows.map((row, i) => (
        <div
          key={keyOf(row)}
          id={`${id}${keyOf(row)}`}
          className="row-item"
          role="option"
          tabIndex={-1}
          data-row={from + i}
          aria-selected={from + i === active}
          draggable={isDraggable || undefined}
        >
          {render(row)}
        </div>
      ))}
    </div>
  );
});
