import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../../core/base/language.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { Segments } from '../ui/segments.tsx';
import type { Finding } from './finding.ts';

/** Where to look: in all columns that stand, or in one of them. With one column there is nothing to choose. */
export function FindScope({ finding }: { readonly finding: Finding }): ReactNode {
  const { t } = useTranslation();
  const { columns } = useStore(useDesk().settings);
  const { scope } = useStore(finding);
  if (columns.length < 2) return null;
  const shown: readonly (Language | 'all')[] = ['all', ...languages.filter((language) => columns.includes(language))];
  return (
    <Segments
      label={t('find:where')}
      options={shown.map((id) => ({ id, name: t(`find:scope.${id}`) }))}
      selected={[shown.includes(scope) ? scope : 'all']}
      onChange={([chosen]) => chosen && finding.change({ scope: chosen })}
    />
  );
}
