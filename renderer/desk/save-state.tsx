import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { Icon } from '../ui/icon.tsx';

/** The last words are in no file yet, and are safe all the same. */
const keptStates: ReadonlySet<string> = new Set(['new', 'changed', 'recovered', 'waiting']);

/** Where the words are, and whether a password seals them: in the menu row, or in the foot of a window that is narrow. */
export function SaveState({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const saving = useStore(session.saving);
  const isProtected = useStore(session.isProtected);
  return (
    <>
      <span
        className={`save-state ${saving}`}
        role="status"
        aria-live="polite"
        title={keptStates.has(saving) ? t('desk:kept') : t(`desk:saving.${saving}`)}
      >
        {t(`desk:saving.${saving}`)}
      </span>
      {isProtected ? (
        <span className="lock-mark">
          <Icon name="lock" /> {t('secret:mark')}
        </span>
      ) : null}
    </>
  );
}
