import { type MouseEvent, memo, type PointerEvent } from 'react';
import type { Language } from '../../core/base/language.ts';
import type { UnitId } from '../../core/draft/types.ts';
import type { OutlineRow } from '../state/overview.ts';
import { Icon } from '../ui/icon.tsx';
import { StateMarks, type StateWords } from '../ui/state-marks.tsx';
import { lineOf } from './outline-rows.ts';

/** What the pointer does to rows; the same object as long as the outline stands. */
export interface RowDeeds {
  readonly press: (id: UnitId, event: PointerEvent) => void;
  readonly click: (id: UnitId, event: MouseEvent) => void;
  readonly toggle: (id: UnitId) => void;
}

interface RowProps {
  readonly row: OutlineRow;
  readonly language: Language;
  readonly isHere: boolean;
  readonly isChosen: boolean;
  readonly isFocusStop: boolean;
  readonly isOpen: boolean;
  readonly deeds: RowDeeds;
  /** Names the lock; empty where the number is counted. */
  readonly lock: string;
  readonly stateWords: StateWords;
}

/** A section, chapter or article. It draws again only when something of its own has changed. */
export const Row = memo(function Row(props: RowProps) {
  const { row, language, isHere, isChosen, isFocusStop, isOpen, deeds, lock, stateWords } = props;
  const line = lineOf(row, language);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree that holds the row has the keys of all
    <div
      className={`outline-row level-${row.level} ${row.kind}${isHere ? ' here' : ''}${isChosen ? ' chosen' : ''}`}
      role="treeitem"
      aria-level={row.level}
      aria-selected={isChosen}
      aria-current={isHere ? 'location' : undefined}
      aria-expanded={row.hasChildren ? isOpen : undefined}
      data-row={row.id}
      data-pane-focus={isFocusStop ? '' : undefined}
      tabIndex={isFocusStop ? 0 : -1}
      onPointerDown={(event) => deeds.press(row.id, event)}
      onClick={(event) => deeds.click(row.id, event)}
    >
      {row.hasChildren ? (
        <span
          className={`twist${isOpen ? ' open' : ''}`}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            deeds.toggle(row.id);
          }}
        >
          <Icon name="chevron" size={10} />
        </span>
      ) : (
        <span className="twist" />
      )}
      <span className="outline-text" lang={language} title={line}>
        {line}
      </span>
      {lock ? (
        <span className="outline-lock" role="img" aria-label={lock} title={lock}>
          <Icon name="lock" size={10} />
        </span>
      ) : null}
      <StateMarks states={row.states} words={stateWords} />
    </div>
  );
});
