import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../core/base/language.ts';
import { formatDate } from '../../core/languages/format.ts';
import { contradictedStatus } from '../../core/law/official-text/said-status.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { shelfKey } from '../state/text-shelf.ts';
import { SaidStatusLine } from './said-status.tsx';

/** When and from what file the shown texts were imported, and what their header says of the act's force. */
export function TextOrigin({ act, shown }: { readonly act: string; readonly shown: readonly Language[] }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language: inWords } = useStore(desk.settings);
  const { texts } = useStore(desk.shelf);
  const known = useStore(desk.law).acts.byId.get(act);
  return shown.map((language) => {
    const stored = texts.get(shelfKey({ act, language }));
    if (!stored) return null;
    const { on, file, corrected } = stored.origin;
    const origin = t('texts:panel.origin', { date: formatDate(inWords, on), file });
    return (
      <div key={language} className="text-origin">
        <p>
          {origin}
          {corrected ? ` · ${t('texts:panel.corrected')}` : ''}
        </p>
        {stored.text.banners.map((banner) => (
          <p key={banner} className="text-banner" lang={language}>
            {banner}
          </p>
        ))}
        {known && contradictedStatus(known, stored.text) ? (
          <>
            <SaidStatusLine act={known} text={stored.text} />
            <Button className="link" onPress={() => desk.dialog.set({ kind: 'verify-act', act })}>
              {t('register:verifyOpen')}
            </Button>
          </>
        ) : null}
      </div>
    );
  });
}
