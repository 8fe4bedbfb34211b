import { type KeyboardEvent, memo, type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../../core/base/language.ts';
import type { UnitId } from '../../core/draft/types.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { useDesk } from '../state/desk.ts';
import type { OutlineRow } from '../state/overview.ts';
import { useStore } from '../state/store.ts';
import { type OverviewStore, useEditorState } from '../state/use-editor.ts';
import { Icon } from '../ui/icon.tsx';
import { StateMarks } from '../ui/state-marks.tsx';
import { rowAt, rowOfUnit, visibleRows } from './outline-rows.ts';

interface RowProps {
  readonly row: OutlineRow;
  readonly language: Language;
  readonly isHere: boolean;
  readonly isFocusStop: boolean;
  readonly isOpen: boolean;
  readonly onGo: (id: UnitId) => void;
  readonly onToggle: (id: UnitId) => void;
}

function headingOf(row: OutlineRow, language: Language): string {
  return row.heading[language] || languages.map((one) => row.heading[one]).find(Boolean) || '…';
}

/** `11. Право на жилище` for an article, the whole label for what encloses articles. */
function lineOf(row: OutlineRow, language: Language): string {
  const label = row.kind === 'article' ? row.number : row.label[language];
  return label ? `${label} ${headingOf(row, language)}` : headingOf(row, language);
}

const Row = memo(function Row({ row, language, isHere, isFocusStop, isOpen, onGo, onToggle }: RowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree that holds the row has the keys of all
    <div
      className={`outline-row level-${row.level} ${row.kind}${isHere ? ' here' : ''}`}
      role="treeitem"
      aria-level={row.level}
      aria-selected={isHere}
      aria-current={isHere ? 'location' : undefined}
      aria-expanded={row.hasChildren ? isOpen : undefined}
      data-row={row.id}
      tabIndex={isFocusStop ? 0 : -1}
      onClick={() => onGo(row.id)}
    >
      {row.hasChildren ? (
        <span
          className={`twist${isOpen ? ' open' : ''}`}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            onToggle(row.id);
          }}
        >
          <Icon name="chevron" size={10} />
        </span>
      ) : (
        <span className="twist" />
      )}
      <span className="outline-text" lang={language} title={lineOf(row, language)}>
        {lineOf(row, language)}
      </span>
      <StateMarks states={row.states} />
    </div>
  );
});

interface OutlineProps {
  readonly editor: DraftEditor;
  readonly overview: OverviewStore;
}

/** The tree of sections, chapters and articles: where one is, how far each text has come, and the way to go there. */
export function Outline({ editor, overview }: OutlineProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { rows } = useStore(overview);
  const language = useEditorState(editor, (state) => state.activeLanguage);
  const caretUnit = useEditorState(editor, (state) => state.whereabouts?.unit);
  const [closed, setClosed] = useState<ReadonlySet<UnitId>>(new Set());
  const [focused, setFocused] = useState<UnitId>();
  const tree = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => visibleRows(rows, closed), [rows, closed]);
  // `rows` stands in for the units: a caret in a unit that is not in them yet keeps its place until they are.
  const here = useMemo(() => rowOfUnit(editor.state().units, rows, caretUnit), [editor, rows, caretUnit]);
  const stop = shown.some((row) => row.id === focused) ? focused : (here ?? shown[0]?.id);

  const focusRow = (row: OutlineRow | undefined): void => {
    if (!row) return;
    setFocused(row.id);
    tree.current?.querySelector<HTMLElement>(`[data-row="${row.id}"]`)?.focus();
  };
  const go = useRef((id: UnitId) => {
    desk.drawer.set(undefined);
    editor.goTo({ unit: id });
    editor.focus();
  }).current;
  const toggle = useRef((id: UnitId) =>
    setClosed((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    }),
  ).current;

  const onKeyDown = (event: KeyboardEvent): void => {
    const row = shown.find(({ id }) => id === stop);
    if (!row || event.ctrlKey || event.altKey) return;
    const isOpen = !closed.has(row.id);
    if (event.key === 'Enter' || event.key === ' ') go(row.id);
    else if (event.key === 'ArrowRight' && row.hasChildren && !isOpen) toggle(row.id);
    else if (event.key === 'ArrowLeft' && row.hasChildren && isOpen) toggle(row.id);
    else if (!rowAt(shown, row, event.key)) return;
    else focusRow(rowAt(shown, row, event.key));
    event.preventDefault();
  };

  return (
    <nav className="side outline" aria-label={t('desk:panes.outline')} data-pane="outline">
      <h2 className="side-title">{t('desk:panes.outline')}</h2>
      {rows.length === 0 ? <p className="empty">{t('desk:emptyOutline')}</p> : null}
      <div
        ref={tree}
        role="tree"
        tabIndex={-1}
        className="outline-tree"
        aria-label={t('desk:panes.outline')}
        onKeyDown={onKeyDown}
      >
        {shown.map((row) => (
          <Row
            key={row.id}
            row={row}
            language={language}
            isHere={row.id === here}
            isFocusStop={row.id === stop}
            isOpen={!closed.has(row.id)}
            onGo={go}
            onToggle={toggle}
          />
        ))}
      </div>
    </nav>
  );
}
