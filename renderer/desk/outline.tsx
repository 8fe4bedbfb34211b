import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../core/base/language.ts';
import type { UnitId } from '../../core/draft/types.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { type OverviewStore, useEditorState } from '../state/use-editor.ts';
import { filterRows, rowOfUnit, visibleRows } from './outline-rows.ts';
import { OutlineLanguagePicker, OutlineSearch } from './outline-search.tsx';
import { OutlineTree } from './outline-tree.tsx';
import './outline.css';

interface OutlineProps {
  readonly editor: DraftEditor;
  readonly overview: OverviewStore;
}

/** The tree of sections, chapters and articles: where one is, how far each text has come, and the way to go there and to move them. */
export function Outline({ editor, overview }: OutlineProps): ReactNode {
  const { t } = useTranslation();
  const { rows } = useStore(overview);
  const [closed, setClosed] = useState<ReadonlySet<UnitId>>(new Set());
  const [query, setQuery] = useState('');
  const tree = useRef<HTMLDivElement>(null);
  const language = useOutlineLanguage(editor);
  const caretUnit = useEditorState(editor, (state) => state.whereabouts?.unit);
  const isFiltered = query.trim() !== '';
  const shown = useMemo(
    () => (isFiltered ? filterRows(rows, query) : visibleRows(rows, closed)),
    [rows, closed, query, isFiltered],
  );
  // `rows` stands in for the units: a caret in a unit that is not in them yet keeps its place until they are.
  const here = useMemo(() => rowOfUnit(editor.state().units, rows, caretUnit), [editor, rows, caretUnit]);
  const toggle = useRef((id: UnitId) =>
    setClosed((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    }),
  ).current;

  return (
    <nav className="side outline" aria-label={t('desk:panes.outline')} data-pane="outline">
      <div className="outline-head">
        <h2 className="side-title">{t('outline:title')}</h2>
        <OutlineLanguagePicker />
      </div>
      {rows.length === 0 ? <p className="empty">{t('desk:emptyOutline')}</p> : null}
      {rows.length === 0 ? null : (
        <OutlineSearch
          query={query}
          found={shown.length}
          onQuery={setQuery}
          onLeave={() => tree.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus()}
        />
      )}
      {isFiltered && shown.length === 0 ? <p className="empty">{t('outline:nothing')}</p> : null}
      <OutlineTree
        tree={tree}
        editor={editor}
        rows={shown}
        here={here}
        language={language}
        isOpen={(id) => isFiltered || !closed.has(id)}
        onToggle={toggle}
      />
    </nav>
  );
}

function useOutlineLanguage(editor: DraftEditor): Language {
  const { outlineLanguage, language } = useStore(useDesk().settings);
  const writing = useEditorState(editor, (state) => state.activeLanguage);
  if (outlineLanguage === 'writing') return writing;
  return outlineLanguage === 'interface' ? language : outlineLanguage;
}
