import { type ReactNode, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatDate, formatNumber } from '../../core/languages/format.ts';
import type { TextSummary } from '../../core/law/library.ts';
import type { Act } from '../../core/law/types.ts';
import { changeLibrary, useDesk } from '../state/desk.ts';
import { tellFailure } from '../state/files.ts';
import { useStore } from '../state/store.ts';
import { shelfKey } from '../state/text-shelf.ts';
import { DraftsText, TextsTravel } from './drafts-texts.tsx';
import { importText } from './importing.ts';
import { openText } from './opening.ts';

/** The official texts of an act on this machine: to read, to replace, to take away; and how to get one. */
export function ActTexts({ act }: { readonly act: Act }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { summaries, brought } = useStore(desk.shelf);
  useEffect(() => void desk.shelf.open(), [desk]);
  const own = summaries.filter((one) => one.act === act.id);
  return (
    <section className="act-texts" aria-label={t('texts:card.title')}>
      <h4>{t('texts:card.title')}</h4>
      {own.length === 0 ? <p className="hint">{t('texts:card.none')}</p> : null}
      <ul>
        {own.map((one) => (
          <TextLine
            key={one.language}
            summary={one}
            brought={brought.find((text) => shelfKey(text) === shelfKey(one))}
          />
        ))}
      </ul>
      <div className="act-texts-deeds">
        {own.length > 0 ? (
          <Button className="button primary" onPress={() => openText(desk, { act: act.id, takesFocus: true })}>
            {t('texts:card.open')}
          </Button>
        ) : null}
        <Button className="button" onPress={() => void importText(desk, act.id)}>
          {t(own.length === 0 ? 'texts:card.import' : 'texts:card.again')}
        </Button>
      </div>
      {own.length > 0 ? <TextsTravel /> : null}
    </section>
  );
}

interface TextLineProps {
  readonly summary: TextSummary;
  /** The text of that act and language that the open draft brings. */
  readonly brought: TextSummary | undefined;
}

/** One text. It is taken away by a second press, since the file may be gone. */
function TextLine({ summary, brought }: TextLineProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const [isAsking, setAsking] = useState(false);
  const { language: inWords } = useStore(desk.settings);
  const { act, language, origin, articles } = summary;
  const name = t(`ownName.${language}`);
  const remove = async (): Promise<void> => {
    const reply = await desk.bridge.request('text.remove', { act, language });
    if (!reply.ok) {
      tellFailure(desk, reply.error);
      return;
    }
    changeLibrary(desk, reply.value.library);
    desk.shelf.take(reply.value, { act, language });
  };
  return (
    <li>
      <span>
        {t('texts:card.line', {
          language: name,
          articles: formatNumber(inWords, articles),
          date: formatDate(inWords, origin.on),
        })}
      </span>
      <small>{t('texts:card.file', { file: origin.file })}</small>
      {brought === summary ? null : (
        <Button className="link" onPress={() => (isAsking ? void remove() : setAsking(true))}>
          {isAsking ? t('texts:card.removeAsk', { language: name }) : t('texts:card.remove')}
        </Button>
      )}
      {brought ? <DraftsText brought={brought} own={summary} /> : null}
    </li>
  );
}
