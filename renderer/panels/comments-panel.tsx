import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CommentThread, Unit } from '../../core/draft/types.ts';
import { useDesk } from '../state/desk.ts';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { type OverviewStore, useEditorState } from '../state/use-editor.ts';
import { Segments } from '../ui/segments.tsx';
import { Composer } from './composer.tsx';
import { Thread } from './thread.tsx';

/** Ids of the threads whose words still stand in the text. */
function placedThreads(units: readonly Unit[]): ReadonlySet<string> {
  const placed = new Set<string>();
  for (const unit of units)
    for (const cell of unit.children)
      for (const inline of cell.children) for (const key in inline) if (key.startsWith('c_')) placed.add(key.slice(2));
  return placed;
}

/** In the order of the text; those that lost their words last. */
function inOrder(threads: readonly CommentThread[], units: readonly Unit[]): readonly CommentThread[] {
  const order = new Map(units.map((unit, index) => [unit.id, index]));
  const rank = (thread: CommentThread): number => order.get(thread.unit) ?? units.length;
  return [...threads].sort((a, b) => rank(a) - rank(b));
}

interface CommentsPanelProps {
  readonly session: Session;
  /** Changes when typing pauses: the moment to look again which threads have lost their words. */
  readonly overview: OverviewStore;
}

export function CommentsPanel({ session, overview }: CommentsPanelProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { editor } = session;
  const seen = useStore(overview);
  const comments = useEditorState(editor, (state) => state.comments);
  const activeComment = useEditorState(editor, (state) => state.activeComment);
  const canComment = useEditorState(editor, (state) => !state.isReadOnly && state.whereabouts?.selected === true);
  const composing = useStore(desk.composing);
  const [filter, setFilter] = useState<'open' | 'resolved' | 'all'>('open');
  const list = useRef<HTMLUListElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `seen` tells when to look at the units again
  const { units, placed } = useMemo(() => {
    const { units } = editor.state();
    return { units, placed: comments.length > 0 ? placedThreads(units) : new Set<string>() };
  }, [editor, seen, comments]);
  const shown = inOrder(comments, units).filter(
    (thread) => filter === 'all' || thread.resolved === (filter === 'resolved'),
  );

  useEffect(() => {
    if (activeComment) list.current?.querySelector('.card.on')?.scrollIntoView?.({ block: 'nearest' });
  }, [activeComment]);

  return (
    <>
      {composing ? <Composer editor={editor} /> : null}
      {comments.length > 0 ? (
        <Segments
          label={t('comments:filter')}
          options={[
            { id: 'open', name: t('comments:open') },
            { id: 'resolved', name: t('comments:resolved') },
            { id: 'all', name: t('comments:all') },
          ]}
          selected={[filter]}
          onChange={([chosen]) => chosen && setFilter(chosen)}
        />
      ) : null}
      {shown.length === 0 && !composing ? (
        <div className="empty-panel">
          <p>{filter === 'resolved' ? t('comments:noneResolved') : t('comments:empty')}</p>
          {filter !== 'resolved' ? (
            <Button className="button" isDisabled={!canComment} onPress={() => desk.composing.set(true)}>
              {t('commands:add-comment')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {shown.length > 0 ? (
        <ul ref={list} className="cards">
          {shown.map((thread) => (
            <li key={thread.id}>
              <Thread
                thread={thread}
                editor={editor}
                isActive={thread.id === activeComment}
                isPlaced={placed.has(thread.id)}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
