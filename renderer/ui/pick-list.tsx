import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

export interface PickListProps<T> {
  /** Name of the field, and of the list. */
  readonly label: string;
  readonly placeholder: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly render: (item: T) => ReactNode;
  /** Enter, or a click. */
  readonly onPick: (item: T) => void;
  /** Why an item cannot be picked: it is shown, and `render` says this. Undefined when it can. */
  readonly reasonAgainst?: (item: T) => string | undefined;
  /** The item on which Enter would act. */
  readonly onActive?: (item: T | undefined) => void;
  /** A click only moves to the item; Enter and a double click pick it. */
  readonly clickMoves?: boolean;
  readonly empty: ReactNode;
  readonly autoFocus?: boolean;
  /** The item to begin at; without it, the first. */
  readonly initialKey?: string;
  /** Keys that the list leaves to its dialog; true when it took the key. */
  readonly onKey?: (event: KeyboardEvent<HTMLInputElement>) => boolean;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/**
 * A search field with a list under it, wholly by keyboard: the focus stays in the field, the arrows move through the list (the
 * combobox pattern with a list that is always there).
 */
export function PickList<T>(props: PickListProps<T>): ReactNode {
  const { items, keyOf, onActive, onQuery, query } = props;
  const isBarred = (item: T): boolean => props.reasonAgainst?.(item) !== undefined;
  const onPick = (item: T): void => {
    if (!isBarred(item)) props.onPick(item);
  };
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      items.findIndex((item) => keyOf(item) === props.initialKey),
    ),
  );
  const index = Math.min(at, items.length - 1);
  const active = items[index];
  const activeKey = active === undefined ? undefined : keyOf(active);
  const tellActive = useRef(onActive);
  tellActive.current = onActive;
  const activeItem = useRef(active);
  activeItem.current = active;

  // biome-ignore lint/correctness/useExhaustiveDependencies: told when another item becomes active, not at every render
  useEffect(() => {
    tellActive.current?.(activeItem.current);
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [activeKey]);

  useEffect(() => {
    if (props.autoFocus) field.current?.focus();
  }, [props.autoFocus]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || props.onKey?.(event)) return;
    const step = steps[event.key];
    if (step !== undefined && items.length > 0) {
      event.preventDefault();
      const next = index + step;
      setAt(
        Math.abs(step) === 1 ? (next + items.length) % items.length : Math.max(0, Math.min(items.length - 1, next)),
      );
    }
    if (event.key === 'Enter' && active !== undefined) {
      event.preventDefault();
      onPick(active);
    }
  };

  return (
    <div className="pick">
      <input
        ref={field}
        className="pick-field"
        type="text"
        role="combobox"
        aria-label={props.label}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeKey === undefined ? undefined : `${listId}-${index}`}
        autoComplete="off"
        spellCheck={false}
        placeholder={props.placeholder}
        value={query}
        onChange={(event) => {
          setAt(0);
          onQuery(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} className="pick-list" role="listbox" id={listId} aria-label={props.label}>
        {items.map((item, position) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys of the whole list
          <div
            key={keyOf(item)}
            id={`${listId}-${position}`}
            className="pick-item"
            role="option"
            tabIndex={-1}
            aria-selected={position === index}
            aria-disabled={isBarred(item) || undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => (props.clickMoves ? setAt(position) : onPick(item))}
            onDoubleClick={() => props.clickMoves && onPick(item)}
          >
            {props.render(item)}
          </div>
        ))}
      </div>
      <output>{items.length === 0 ? <div className="pick-empty">{props.empty}</div> : null}</output>
    </div>
  );
}
