import { type ReactNode, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { RecentDraft } from '../../core/bridge/drafts.ts';
import { useDesk } from '../state/desk.ts';
import { openFrom } from '../state/files.ts';
import { useStore } from '../state/store.ts';
import { Icon } from '../ui/icon.tsx';
import { leaveRow } from '../ui/leave-row.ts';
import { useMoment } from '../ui/use-moment.ts';

/** Drafts opened before. One whose file is gone says so and can be taken off the list. */
export function RecentDrafts(): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language } = useStore(desk.settings);
  const moment = useMoment();
  const [drafts, setDrafts] = useState<readonly RecentDraft[]>([]);
  useEffect(() => {
    void desk.bridge.request('recents.list', {}).then((reply) => reply.ok && setDrafts(reply.value));
  }, [desk]);

  const forget = async (id: string, from: Element): Promise<void> => {
    const reply = await desk.bridge.request('recents.forget', { id });
    if (!reply.ok) return;
    leaveRow(from, 'button:not([disabled])', '.start-open');
    setDrafts((all) => all.filter((draft) => draft.id !== id));
  };

  return (
    <section>
      <h2>{t('start:recent')}</h2>
      {drafts.length === 0 ? <p className="empty">{t('start:noRecent')}</p> : null}
      {drafts.length > 0 ? (
        <ul className="recents">
          {drafts.map((draft) => (
            <li key={draft.id} className="recent">
              <Button
                className="recent-open"
                isDisabled={!draft.present}
                onPress={() => void openFrom(desk, { from: 'recent', id: draft.id })}
              >
                <span className="recent-title">{draft.title[language] || draft.name}</span>
                <span className="recent-place">
                  {draft.present ? draft.name : t('start:gone', { name: draft.name })}
                </span>
                <span className="recent-place">
                  {moment(draft.openedAt)} · {draft.folder}
                </span>
              </Button>
              <Button
                className="icon-button"
                aria-label={t('start:forget', { name: draft.name })}
                onPress={({ target }) => void forget(draft.id, target)}
              >
                <Icon name="cross" size={12} />
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
