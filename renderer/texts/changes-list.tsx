import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextChanges } from '../../core/law/official-text/changes.ts';

/** In which articles the text that would come differs from the one that is there, a paragraph each for new, missing and reworded ones. */
export function ChangesList({ changes }: { readonly changes: TextChanges }): ReactNode {
  const { t } = useTranslation();
  const lists = (['added', 'removed', 'reworded'] as const).filter((one) => changes[one].length > 0);
  return (
    <>
      {lists.length === 0 ? <p>{t('texts:replaces.nothing')}</p> : null}
      {lists.map((one) => (
        <p key={one}>{t(`texts:replaces.${one}`, { count: changes[one].length, numbers: shortened(changes[one]) })}</p>
      ))}
    </>
  );
}

function shortened(numbers: readonly string[]): string {
  return numbers.length > 12 ? `${numbers.slice(0, 12).join(', ')} …` : numbers.join(', ');
}
