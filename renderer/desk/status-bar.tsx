import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { languages, type Trilingual } from '../../core/base/language.ts';
import { indexOfUnit } from '../../core/draft/outline.ts';
import type { DocumentKind } from '../../core/draft/types.ts';
import { formatNumber } from '../../core/languages/format.ts';
import { goToUnfinished } from '../commands/actions.ts';
import { runCommand } from '../commands/run.ts';
import { WordCount } from '../counts/word-count.tsx';
import type { DraftEditor } from '../editor/contract.ts';
import { useDesk } from '../state/desk.ts';
import { useNarrow } from '../state/narrow.ts';
import type { OutlineRow } from '../state/overview.ts';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { type OverviewStore, useEditorState } from '../state/use-editor.ts';
import { usePlaces } from '../ui/use-places.ts';
import { SaveState } from './save-state.tsx';

interface StatusBarProps {
  readonly session: Session;
  readonly overview: OverviewStore;
}

/** Where the caret is, in words: Статья 11, часть 1. */
function usePlace(editor: DraftEditor, overview: OverviewStore): string {
  const placeOf = usePlaces();
  const { labels } = useStore(overview);
  const unit = useEditorState(editor, (state) => state.whereabouts?.unit);
  const { units, activeLanguage } = editor.state();
  const index = unit === undefined ? -1 : indexOfUnit(units, unit);
  return index < 0 ? '' : placeOf(units, labels, index, activeLanguage);
}

interface UnfinishedProps {
  readonly what: 'missing' | 'stale';
  readonly counts: Trilingual<number>;
}

/** How many texts of each language are not there or fell behind; pressing goes to the next. */
function Unfinished({ what, counts }: UnfinishedProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language } = useStore(desk.settings);
  return languages
    .filter((one) => counts[one] > 0)
    .map((one) => (
      <Button
        key={one}
        className={`foot-link ${what === 'stale' ? 'warn' : ''}`}
        onPress={() => goToUnfinished(desk, one)}
      >
        {t(`desk:${what}.${one}`, { count: counts[one], n: formatNumber(language, counts[one]) })}
      </Button>
    ));
}

/** What a document is made of, as it calls it. */
function countedAs(document: DocumentKind | undefined, articles: number, rows: readonly OutlineRow[]) {
  if (document === 'note') return { key: 'templates:sections', count: articles };
  if (document === undefined) return { key: 'start:articles', count: articles };
  return { key: 'templates:points', count: rows.filter(({ kind }) => kind === 'point').length };
}

/** The place, the counts and the zoom. What stands in the way of parliament can be pressed to go to it. */
export function StatusBar({ session, overview }: StatusBarProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language, zoom } = useStore(desk.settings);
  const { editor } = session;
  const { rows, articles, missing, stale, deadCitations } = useStore(overview);
  const active = useEditorState(editor, (state) => state.activeLanguage);
  const place = usePlace(editor, overview);
  const isNarrow = useNarrow();
  const { document } = session.opened.draft.meta;
  const counted = countedAs(document, articles, rows);
  const n = (count: number): string => formatNumber(language, count);
  return (
    <footer className="foot" data-pane="status">
      {isNarrow ? <SaveState session={session} /> : null}
      <span className="foot-place">
        {place ? `${place} · ` : ''}
        {t(`language.${active}`)}
      </span>
      <span>{t(counted.key, { count: counted.count, n: n(counted.count) })}</span>
      <WordCount editor={editor} overview={overview} />
      <Unfinished what="missing" counts={missing} />
      <Unfinished what="stale" counts={stale} />
      {deadCitations > 0 ? (
        <Button className="foot-link bad" onPress={() => runCommand(desk, 'next-dead-citation')}>
          {t('desk:deadCitations', { count: deadCitations, n: n(deadCitations) })}
        </Button>
      ) : null}
      <span className="stretch" />
      <span className="foot-zoom">
        <Button className="foot-link" aria-label={t('commands:zoom-out')} onPress={() => runCommand(desk, 'zoom-out')}>
          −
        </Button>
        <Button
          className="foot-link"
          aria-label={`${t('desk:zoom')} ${zoom} %`}
          onPress={() => runCommand(desk, 'zoom-reset')}
        >
          {zoom} %
        </Button>
        <Button className="foot-link" aria-label={t('commands:zoom-in')} onPress={() => runCommand(desk, 'zoom-in')}>
          +
        </Button>
      </span>
    </footer>
  );
}
