import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CommentThread } from '../../core/draft/types.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { useDesk } from '../state/desk.ts';
import { leaveRow } from '../ui/leave-row.ts';
import { useMoment } from '../ui/use-moment.ts';
import { MessageForm } from './composer.tsx';

interface ThreadProps {
  readonly thread: CommentThread;
  readonly editor: DraftEditor;
  readonly isActive: boolean;
  /** False when its words were deleted: it is kept, and says so. */
  readonly isPlaced: boolean;
}

function Messages({ thread }: { readonly thread: CommentThread }): ReactNode {
  const moment = useMoment();
  return thread.messages.map((message, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: messages are only ever added at the end
    <div key={index} className={index === 0 ? undefined : 'reply'}>
      <div className="who">
        <b>{message.author}</b>
        <time dateTime={message.at}>{moment(message.at)}</time>
      </div>
      {index === 0 && thread.quote ? (
        <blockquote className="quote" lang={thread.lang}>
          {thread.quote}
        </blockquote>
      ) : null}
      <p className="message">{message.text}</p>
    </div>
  ));
}

/** A thread that goes from the list leaves the focus to its neighbour, or to the tab. */
function leaveThread(from: Element): void {
  leaveRow(from, '.card-actions button', '[data-pane="inspector"] [role="tab"][aria-selected="true"]');
}

/** A thread of comments: read, answer, resolve, delete, go to its words. Deleting asks once more; undo brings it back. */
export function Thread({ thread, editor, isActive, isPlaced }: ThreadProps): ReactNode {
  const { t } = useTranslation();
  const { ports, told } = useDesk();
  const { isReadOnly } = editor.state();
  const [isReplying, setReplying] = useState(false);
  const [asksDelete, setAsksDelete] = useState(false);
  const { id, resolved, messages } = thread;
  const replyButton = useRef<HTMLButtonElement>(null);
  const wasReplying = useRef(false);
  useEffect(() => {
    if (wasReplying.current && !isReplying) replyButton.current?.focus();
    wasReplying.current = isReplying;
  }, [isReplying]);

  const jump = (): void => {
    if (isPlaced) editor.goToComment(id);
    else editor.goTo({ unit: thread.unit, language: thread.lang });
  };
  const reply = (text: string, author: string): void => {
    editor.changeComment(id, (before) => ({
      ...before,
      resolved: false,
      messages: [...before.messages, { author, at: ports.now(), text }],
    }));
    setReplying(false);
    told.set({ key: 'comments:told.replied' });
  };

  return (
    <article
      className={`card${isActive ? ' on' : ''}${resolved ? ' done' : ''}`}
      aria-label={t('comments:threadOf', { author: messages[0]?.author ?? '' })}
    >
      {isPlaced ? null : <p className="unplaced">{t('comments:unplaced')}</p>}
      <Messages thread={thread} />
      {isReadOnly ? (
        <div className="card-actions">
          <Button className="link" onPress={jump}>
            {t('comments:jump')}
          </Button>
        </div>
      ) : isReplying ? (
        <MessageForm
          label={t('comments:replyText')}
          send={t('comments:reply')}
          onSend={reply}
          onCancel={() => setReplying(false)}
        />
      ) : (
        <div className="card-actions">
          <Button ref={replyButton} className="link" onPress={() => setReplying(true)}>
            {t('comments:reply')}
          </Button>
          <Button
            className="link"
            onPress={({ target }) => {
              leaveThread(target);
              editor.changeComment(id, (before) => ({ ...before, resolved: !before.resolved }));
              told.set({ key: resolved ? 'comments:told.reopened' : 'comments:told.resolved' });
            }}
          >
            {resolved ? t('comments:reopen') : t('comments:resolve')}
          </Button>
          <Button className="link" onPress={jump}>
            {t('comments:jump')}
          </Button>
          <Button
            className="link danger"
            onBlur={() => setAsksDelete(false)}
            onPress={({ target }) => {
              if (!asksDelete) {
                setAsksDelete(true);
                return;
              }
              leaveThread(target);
              editor.changeComment(id, () => undefined);
              told.set({ key: 'comments:told.deleted' });
            }}
          >
            {asksDelete ? t('comments:deleteSurely') : t('comments:delete')}
          </Button>
        </div>
      )}
    </article>
  );
}
