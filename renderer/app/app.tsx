import { type ReactNode, useEffect, useLayoutEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { listenForKeys } from '../commands/run.ts';
import { DeskView } from '../desk/desk-view.tsx';
import { Dialogs } from '../dialogs/dialogs.tsx';
import { speakOf } from '../i18n.ts';
import { StartWindow } from '../start/start-window.tsx';
import { type Desk, DeskContext } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { Guard } from './broken.tsx';
import { guardLeaving } from './guard-leaving.ts';
import { listenToShell } from './shell-events.ts';
import { applyTheme } from './theme.ts';

/** React Aria brings its own few words (to screen readers) in Russian and English; Kyrgyz readers get the Russian ones. */
const ariaLocales = { ky: 'ru-RU', ru: 'ru-RU', en: 'en-GB' } as const;

/**
 * A dialog that goes gives the focus back to where it was. In the text that would put the caret at the beginning: the editor takes
 * the focus itself instead, and its caret with it.
 */
function keepCaret(desk: Desk): () => void {
  const onRestore = (event: Event): void => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-pane="text"]')) return;
    event.preventDefault();
    desk.session.get()?.editor.focus();
  };
  document.addEventListener('react-aria-focus-scope-restore', onRestore);
  return () => document.removeEventListener('react-aria-focus-scope-restore', onRestore);
}

export function App({ desk }: { readonly desk: Desk }): ReactNode {
  const { i18n, t } = useTranslation();
  const { language, theme } = useStore(desk.settings);
  const session = useStore(desk.session);

  const draftKind = session?.opened.draft.meta.document;
  useLayoutEffect(() => speakOf(i18n, draftKind), [i18n, draftKind]);
  useEffect(() => {
    document.documentElement.lang = language;
    void i18n.changeLanguage(language);
  }, [i18n, language]);
  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => listenForKeys(desk, window), [desk]);
  useEffect(() => listenToShell(desk), [desk]);
  useEffect(() => guardLeaving(desk), [desk]);
  useEffect(() => keepCaret(desk), [desk]);
  useEffect(() => {
    if (!session) document.title = t('appName');
  }, [session, t]);

  return (
    <DeskContext value={desk}>
      <I18nProvider locale={ariaLocales[language]}>
        <Guard onBroken={() => void desk.session.get()?.flush()}>
          {session ? <DeskView key={session.handle} session={session} /> : <StartWindow />}
          <Dialogs />
        </Guard>
      </I18nProvider>
    </DeskContext>
  );
}
