import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from '../state/store.ts';
import type { Finding } from './finding.ts';

interface ReplaceProps {
  readonly finding: Finding;
}

/** What to put in, one by one (Enter) or all at once (Ctrl+Enter). In the page right behind what to find, for Tab to go there. */
export function ReplaceField({ finding }: ReplaceProps): ReactNode {
  const { t } = useTranslation();
  const { replacement } = useStore(finding);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) finding.replaceAll();
    else finding.replaceOne();
  };
  return (
    <input
      className="input find-field"
      type="text"
      aria-label={t('find:by')}
      placeholder={t('find:by')}
      autoComplete="off"
      spellCheck={false}
      value={replacement}
      onChange={(event) => finding.change({ replacement: event.target.value })}
      onKeyDown={onKeyDown}
    />
  );
}

/** The buttons of replacing. */
export function ReplaceDeeds({ finding }: ReplaceProps): ReactNode {
  const { t } = useTranslation();
  const { matches } = useStore(finding);
  return (
    <div className="find-row find-deeds">
      <Button className="button" isDisabled={matches.length === 0} onPress={finding.replaceOne}>
        {t('find:replaceOne')}
      </Button>
      <Button className="button" isDisabled={matches.length === 0} onPress={finding.replaceAll}>
        {t('find:replaceAll')}
      </Button>
      <span className="hint">{t('find:keys')}</span>
    </div>
  );
}
