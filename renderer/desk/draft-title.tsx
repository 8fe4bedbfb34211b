import { type ReactNode, useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { languages } from '../../core/base/language.ts';
import { runCommand } from '../commands/run.ts';
import { useDesk } from '../state/desk.ts';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import type { OverviewStore } from '../state/use-editor.ts';
import { Icon } from '../ui/icon.tsx';
import { KeyCaps } from '../ui/key-caps.tsx';

interface DraftTitleProps {
  readonly session: Session;
  readonly overview: OverviewStore;
}

/** What is open and where its words are, in the menu row; the window bears the same title. */
export function DraftTitle({ session, overview }: DraftTitleProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language } = useStore(desk.settings);
  const { title } = useStore(overview);
  const saving = useStore(session.saving);
  const isProtected = useStore(session.isProtected);
  const nameOfFile = useStore(session.fileName);
  // A template's file has no name that anybody gave it.
  const fileName = session.opened.template ? '' : nameOfFile;
  const shown = title[language] || languages.map((one) => title[one]).find(Boolean) || fileName || t('start:untitled');
  const state = t(`desk:saving.${saving}`);

  useEffect(() => {
    document.title = `${shown} · ${t('appName')}`;
  }, [shown, t]);

  return (
    <>
      <h1 className="draft-title" title={fileName ? `${shown}\n${fileName}` : shown}>
        {shown}
      </h1>
      <span className={`save-state ${saving}`} role="status" aria-live="polite">
        {state}
      </span>
      {isProtected ? (
        <span className="lock-mark">
          <Icon name="lock" /> {t('secret:mark')}
        </span>
      ) : null}
      <span className="stretch" />
      <Button className="tool" onPress={() => runCommand(desk, 'palette')}>
        {t('desk:command')} <KeyCaps keys="Mod+Shift+KeyP" />
      </Button>
    </>
  );
}
