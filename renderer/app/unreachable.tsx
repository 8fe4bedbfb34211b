import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

/** Shown when the services do not answer: nothing can be opened, and nothing is lost. */
export function Unreachable(): ReactNode {
  const { t } = useTranslation();
  return (
    <main className="unreachable">
      <h1>{t('unreachable.title')}</h1>
      <p>{t('unreachable.text')}</p>
      <Button className="button primary" onPress={() => window.location.reload()}>
        {t('unreachable.again')}
      </Button>
    </main>
  );
}
