import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../core/languages/format.ts';
import type { Act } from '../../core/law/types.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { ActName } from '../ui/act-name.tsx';
import { ActStatusMark } from '../ui/act-status-mark.tsx';

/** Type, date and number of an act, as far as they are known, in the interface language. */
export function useActDetails(): (act: Act) => string {
  const { t } = useTranslation();
  const { settings } = useDesk();
  const { language } = useStore(settings);
  return (act) =>
    [
      t(`law:type.${act.type}`),
      act.date ? formatDate(language, act.date) : t('cite:noDate'),
      act.number ? `№ ${act.number}` : t('cite:noNumber'),
    ].join(' · ');
}

/** An act in a list: its title, what identifies it, and whether it lives. */
export function ActLine({ act }: { readonly act: Act }): ReactNode {
  const detailsOf = useActDetails();
  return (
    <span className="act-line">
      <span className="act-name">
        <ActName act={act} />
      </span>
      <span className="act-details">{detailsOf(act)}</span>
      <ActStatusMark act={act} />
    </span>
  );
}
