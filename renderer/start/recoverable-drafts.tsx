import { type ReactNode, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Recoverable } from '../../core/bridge/drafts.ts';
import { useDesk } from '../state/desk.ts';
import { openFrom, tellFailure } from '../state/files.ts';
import { useStore } from '../state/store.ts';
import { Icon } from '../ui/icon.tsx';
import { leaveRow } from '../ui/leave-row.ts';
import { useMoment } from '../ui/use-moment.ts';

/** What a crash left: edits that are on this machine but in no file. Offered, never imposed; giving up asks once more. */
export function RecoverableDrafts(): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language } = useStore(desk.settings);
  const moment = useMoment();
  const [drafts, setDrafts] = useState<readonly Recoverable[]>([]);
  const [asked, setAsked] = useState<string>();
  useEffect(() => {
    void desk.bridge.request('recovery.list', {}).then((reply) => reply.ok && setDrafts(reply.value));
  }, [desk]);

  const discard = async (id: string, from: Element): Promise<void> => {
    if (asked !== id) {
      setAsked(id);
      return;
    }
    const reply = await desk.bridge.request('recovery.discard', { id });
    if (reply.ok) {
      leaveRow(from, 'button', '.start-open');
      setDrafts((all) => all.filter((draft) => draft.id !== id));
    } else tellFailure(desk, reply.error);
  };

  if (drafts.length === 0) return null;
  return (
    <section className="recover" aria-labelledby="recover-title">
      <h2 id="recover-title">
        <Icon name="recover" /> {t('start:recover')}
      </h2>
      <p>{t('start:recoverText')}</p>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id} className="recover-item">
            <span className="recent-title" id={`recover-${draft.id}`}>
              {draft.title[language] || draft.name || t('start:untitled')}
            </span>
            <span className="recent-place">
              {t('start:edits', { count: draft.edits })} · {moment(draft.lastEditAt)}
              {draft.isLocked ? ` · ${t('secret:mark')}` : ''}
            </span>
            <span className="row-actions">
              <Button
                className="button primary"
                aria-describedby={`recover-${draft.id}`}
                onPress={() => void openFrom(desk, { from: 'recovery', id: draft.id })}
              >
                {t('start:recoverIt')}
              </Button>
              <Button
                className="button"
                aria-describedby={`recover-${draft.id}`}
                onPress={({ target }) => void discard(draft.id, target)}
              >
                {asked === draft.id ? t('start:discardSurely') : t('start:discard')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
