import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../../core/base/language.ts';
import { type Beside, useDesk } from '../state/desk.ts';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useEditorState } from '../state/use-editor.ts';
import { Icon } from '../ui/icon.tsx';
import { Segments } from '../ui/segments.tsx';
import { closeBeside } from './beside.ts';
import { BesideText } from './beside-text.tsx';
import { useVersionName } from './version-list.tsx';
import './beside.css';

/** Most languages that fit side by side. */
const most = 2;

/** The languages of the columns where they fit, else the one that is written; or those that the person chose. */
function useShown(session: Session) {
  const { columns } = useStore(useDesk().settings);
  const active = useEditorState(session.editor, (state) => state.activeLanguage);
  const [asked, setAsked] = useState<readonly Language[]>([]);
  const usual = columns.length > most ? [active] : columns;
  const shown = asked.length > 0 ? asked : usual;
  // A third takes the place of the first.
  const choose = (next: readonly Language[]): void =>
    setAsked(next.length > most ? next.filter((one) => one !== shown[0]) : next);
  return { shown: languages.filter((one) => shown.includes(one)), choose };
}

interface BesidePanelProps {
  readonly session: Session;
  readonly beside: Beside;
}

/** An earlier version to read and copy from, beside the draft that is written. */
export function BesidePanel({ session, beside }: BesidePanelProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const nameOf = useVersionName();
  const { shown, choose } = useShown(session);
  const { version } = beside;
  const name = nameOf(version);
  return (
    <section className="text-panel beside" aria-label={t('history:beside.region', { name })}>
      <header className="text-head">
        <div className="beside-name">
          <h3>{name}</h3>
          <Button className="icon-button" aria-label={t('history:beside.close')} onPress={() => closeBeside(desk)}>
            <Icon name="cross" />
          </Button>
        </div>
        {version.notices.length > 0 ? <p className="text-banner">{t('history:beside.damaged')}</p> : null}
        <Segments
          label={t('history:beside.languages')}
          several
          options={languages.map((id) => ({ id, name: t(`ownName.${id}`), lang: id }))}
          selected={shown}
          onChange={choose}
        />
      </header>
      <BesideText key={version.id} session={session} beside={beside} name={name} shown={shown} />
    </section>
  );
}
