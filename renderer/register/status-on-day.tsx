import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../core/languages/format.ts';
import { statusOn } from '../../core/law/status-on.ts';
import type { Act, EndingAct } from '../../core/law/types.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { todayOf } from '../state/today.ts';
import { useActName } from '../ui/use-act-name.ts';

/** What an act is on the chosen day and how that is known; what ended it, and from when. */
export function StatusOnDay({ act }: { readonly act: Act }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const chosen = useStore(desk.lawDay);
  const { language } = useStore(desk.settings);
  const write = (date: string): string => formatDate(language, date);
  const day = chosen ?? todayOf(desk.ports);
  const { status, basis } = statusOn(act, day, desk.register.compiled);
  const seen = write(act.verification?.on ?? desk.register.compiled);
  const isEnd = act.status !== 'in-force' && act.status !== 'unknown';
  return (
    <div className="on-day">
      {chosen === undefined ? null : (
        <p>
          <b>{t(`register:onDay.${status}`, { date: write(day) })}</b>
        </p>
      )}
      {status === 'unknown' || (chosen === undefined && basis === 'stated') ? null : (
        <small>{t(`register:basis.${basis}`, { seen })}</small>
      )}
      {act.since ? <p>{t(isEnd ? 'register:endedSince' : 'register:aliveSince', { date: write(act.since) })}</p> : null}
      {act.endedBy ? <EndedBy ending={act.endedBy} /> : null}
    </div>
  );
}

function EndedBy({ ending }: { readonly ending: EndingAct }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language } = useStore(desk.settings);
  const { acts } = useStore(desk.law);
  const nameOf = useActName();
  const known = ending.act === undefined ? undefined : acts.byId.get(ending.act);
  const named = `${t(`law:type.${ending.type}`)} · ${formatDate(language, ending.date)} · № ${ending.number}`;
  const act = known ? `${nameOf(known)} (${named})` : named;
  if (ending.article === undefined) return <p>{t('register:endedBy', { act })}</p>;
  return <p>{t('register:endedByArticle', { act, article: t('desk:place.article', { n: ending.article }) })}</p>;
}
