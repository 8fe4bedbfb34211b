import { type ReactNode, useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { languages } from '../../core/base/language.ts';
import { runCommand } from '../commands/run.ts';
import { useDesk } from '../state/desk.ts';
import { useNarrow } from '../state/narrow.ts';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import type { OverviewStore } from '../state/use-editor.ts';
import { Icon } from '../ui/icon.tsx';
import { KeyCaps } from '../ui/key-caps.tsx';
import { SaveState } from './save-state.tsx';

interface DraftTitleProps {
  readonly session: Session;
  readonly overview: OverviewStore;
}

/** What is open, in the menu row, and where its words are; the window bears the same title. */
export function DraftTitle({ session, overview }: DraftTitleProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language } = useStore(desk.settings);
  const { title } = useStore(overview);
  const isNarrow = useNarrow();
  const { document } = session.opened.draft.meta;
  const nameOfFile = useStore(session.fileName);
  // A template's file has no name that anybody gave it.
  const fileName = session.opened.template ? '' : nameOfFile;
  const shown = title[language] || languages.map((one) => title[one]).find(Boolean) || fileName || t('start:untitled');

  useEffect(() => {
    window.document.title = `${shown} · ${t('appName')}`;
  }, [shown, t]);

  return (
    <>
      <h1 className="draft-title" title={fileName ? `${shown}\n${fileName}` : shown}>
        {shown}
      </h1>
      {document && !isNarrow ? <span className="draft-kind">{t(`templates:document.${document}`)}</span> : null}
      {isNarrow ? null : <SaveState session={session} />}
      <span className="stretch" />
      <Button
        className="tool"
        {...(isNarrow && { 'aria-label': t('desk:command') })}
        onPress={() => runCommand(desk, 'palette')}
      >
        {isNarrow ? (
          <Icon name="search" />
        ) : (
          <>
            {t('desk:command')} <KeyCaps keys="Mod+Shift+KeyP" />
          </>
        )}
      </Button>
    </>
  );
}
